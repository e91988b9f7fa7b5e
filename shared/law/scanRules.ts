import { SCAN_FORMATS, type ScanFormat } from "../dictionary/codes/scanFormats.ts";
import { done, type Result, refuse } from "../kernel/result.ts";

/** What a file is by its bytes. `pixels` is 0 where there are none to count. */
export type Sniffed = { readonly format: ScanFormat; readonly pixels: number };

const MIB = 1024 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
/** How each format ends: JPEG's end of image, PNG's IEND, and "%%EOF". */
const ENDS: Readonly<Record<ScanFormat, readonly number[]>> = {
  JPEG: [0xff, 0xd9],
  PNG: [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82],
  PDF: [0x25, 0x25, 0x45, 0x4f, 0x46],
};

/** Formats that people bring and that are not taken, so that the refusal can name what it saw. */
// biome-ignore format: a table is read by columns
const FOREIGN: readonly { readonly name: string; readonly at: number; readonly magic: readonly number[] }[] = [
  { name: "HEIC",      at: 4, magic: [0x66, 0x74, 0x79, 0x70] },
  { name: "TIFF",      at: 0, magic: [0x49, 0x49, 0x2a, 0x00] },
  { name: "TIFF",      at: 0, magic: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: "WebP",      at: 8, magic: [0x57, 0x45, 0x42, 0x50] },
  { name: "GIF",       at: 0, magic: [0x47, 0x49, 0x46, 0x38] },
  { name: "BMP",       at: 0, magic: [0x42, 0x4d] },
  { name: "Word/ZIP",  at: 0, magic: [0x50, 0x4b, 0x03, 0x04] },
  { name: "RAR",       at: 0, magic: [0x52, 0x61, 0x72, 0x21] },
  { name: "Word (doc)", at: 0, magic: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: "EXE",       at: 0, magic: [0x4d, 0x5a] },
];

const hasAt = (bytes: Uint8Array, at: number, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte);

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 65_536 + u16(bytes, at + 2);

/** True for the marker of a JPEG frame, which carries height and width. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Height times width from the frame header of a JPEG; 0 when none is found before the picture itself. */
const jpegPixels = (bytes: Uint8Array): number => {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return u16(bytes, at + 5) * u16(bytes, at + 7);
    if (marker === 0xda) return 0;
    // a fill byte is one more 0xff; every other segment says how long it is
    at += marker === 0xff ? 1 : 2 + u16(bytes, at + 2);
  }
  return 0;
};

const foreignName = (start: Uint8Array): string | undefined =>
  FOREIGN.find(({ at, magic }) => hasAt(start, at, magic))?.name;

/**
 * What a file is, from its beginning (at least the first chunk, or all of it) and never from its name. `scan-empty`,
 * `scan-format` naming what it looks like, `scan-broken` when a picture does not say how large it is.
 */
export const sniffScan = (start: Uint8Array): Result<Sniffed> => {
  if (start.length === 0) return refuse("scan-empty");
  if (hasAt(start, 0, PDF)) return done({ format: "PDF", pixels: 0 });
  const isPng = hasAt(start, 0, PNG);
  if (!isPng && !hasAt(start, 0, JPEG)) return refuse("scan-format", undefined, foreignName(start));
  const pixels = isPng ? u32(start, 16) * u32(start, 20) : jpegPixels(start);
  return pixels === 0 ? refuse("scan-broken") : done({ format: isPng ? "PNG" : "JPEG", pixels });
};

/** Whether a file of this format ends as one must: `end` is its last kilobytes. Scanners may add some bytes behind. */
export const isWholeScan = (format: ScanFormat, end: Uint8Array): boolean => {
  const mark = ENDS[format];
  for (let at = end.length - mark.length; at >= 0; at -= 1) if (hasAt(end, at, mark)) return true;
  return false;
};

/** Whether a scan of this size is taken; the refusal names the format and the limit it goes beyond. */
export const scanFits = ({ format, pixels }: Sniffed, bytes: number): Result<void> => {
  const { bytesMax, pixelsMax } = SCAN_FORMATS[format];
  if (bytes > bytesMax) return refuse("scan-too-large", undefined, `${format} ≤ ${bytesMax / MIB} MB`);
  return pixelsMax > 0 && pixels > pixelsMax
    ? refuse("scan-too-large", undefined, `${format} ≤ ${pixelsMax / 1_000_000} MP`)
    : done(undefined);
};
