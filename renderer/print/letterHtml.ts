import { docxToHtml, escapeHtml } from "./docxToHtml.ts";
import { type FontSlice, fontFace, slicesFor, uncoveredMarks } from "./fontSlices.ts";
import { readZip } from "./zip.ts";

/** Where the letter font comes from: its slices, and the bytes of one as base64. */
export type LetterFont = {
  readonly slices: readonly FontSlice[];
  readonly load: (file: string) => Promise<string>;
};

/** A sheet for the printer, and the characters its font lacks. */
export type PrintSheet = { readonly html: string; readonly uncovered: readonly string[] };

/** Chinese lines break by their own rules; a long number may break anywhere rather than leave its cell. */
const BASE_CSS = [
  'html{font-family:"Letter Serif",serif;color:#000;-webkit-print-color-adjust:exact}',
  "body{margin:0}",
  "p{margin:0;line-break:strict;overflow-wrap:anywhere;orphans:2;widows:2}",
  "table{border-collapse:collapse;table-layout:fixed}",
  "td{overflow-wrap:anywhere}",
  "span{white-space:pre-wrap}",
].join("");

/** No scripts, no network, no forms: fonts and styles come with the sheet. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/**
 * The letter as one self-contained HTML sheet, from which the host makes the PDF. `title` must hold no personal data:
 * shells write page titles to disk.
 */
export const printSheet = async (
  docx: Uint8Array<ArrayBuffer>,
  font: LetterFont,
  title: string,
): Promise<PrintSheet> => {
  const { body, pageCss, text } = docxToHtml(await readZip(docx));
  const needed = [...slicesFor(font.slices, 400, text[400]), ...slicesFor(font.slices, 700, text[700])];
  const faces = await Promise.all(needed.map(async (slice) => fontFace(slice, await font.load(slice.file))));
  const html = [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escapeHtml(title)}</title>`,
    `<style>${faces.join("")}${pageCss}${BASE_CSS}</style></head><body>${body}</body></html>`,
  ].join("");
  return { html, uncovered: uncoveredMarks(font.slices, text[400] + text[700]) };
};
