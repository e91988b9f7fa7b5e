import type { CodeList } from "../codeList.ts";

const DESIGN = "设计";
const MIB = 1024 * 1024;

/**
 * What may be attached, told by its bytes and never by its name, with its type for the viewer and its limits. A page
 * scanned in colour takes one to three megabytes; more pixels than this take down the browser that shows them.
 */
// biome-ignore format: a table is read by columns
export const SCAN_FORMATS = {
  JPEG: { zh: "JPEG 图片", en: "JPEG picture", source: DESIGN, verified: false, type: "image/jpeg", bytesMax: 20 * MIB, pixelsMax: 100_000_000 },
  PNG:  { zh: "PNG 图片", en: "PNG picture", source: DESIGN, verified: false, type: "image/png", bytesMax: 20 * MIB, pixelsMax: 100_000_000 },
  PDF:  { zh: "PDF 文档", en: "PDF document", source: DESIGN, verified: false, type: "application/pdf", bytesMax: 50 * MIB, pixelsMax: 0 },
} as const satisfies CodeList;

/** One kind of scan that is taken. */
export type ScanFormat = keyof typeof SCAN_FORMATS;
