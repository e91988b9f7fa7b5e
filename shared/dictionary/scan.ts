import { MATERIAL_KINDS } from "./codes/ours.ts";
import { SCAN_FORMATS } from "./codes/scanFormats.ts";
import { code, type FactsOf, text, whole } from "./field.ts";

/** One scanned paper: to which material it belongs, and the hash by which exactly these bytes are kept and shown. */
export const SCAN = {
  kind: code(MATERIAL_KINDS)("类别", "Kind"),
  title: text("名称", "Title", { max: 80 }),
  format: code(SCAN_FORMATS)("格式", "Format"),
  bytes: whole("大小（字节）", "Size in bytes", { open: true }),
  /** SHA-256 of the content. Sealed at rest: it would tell which known document this is. */
  hash: text("校验值", "Hash", { max: 64 }),
} as const;

/** A row of the list of scans. */
export type ScanFacts = FactsOf<typeof SCAN>;
