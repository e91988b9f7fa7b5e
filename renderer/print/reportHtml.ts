import { escapeHtml } from "./docxToHtml.ts";
import { fontFace, slicesFor } from "./fontSlices.ts";
import type { LetterFont } from "./letterHtml.ts";
import { cellText, type Report, type ReportCell, type ReportTable } from "./report.ts";

/** A4, a head that repeats on every page, rows that do not break. */
const CSS = [
  "@page{size:A4;margin:20mm 16mm}",
  'html{font-family:"Letter Serif",serif;font-size:10.5pt;color:#000}',
  "body{margin:0}h1{font-size:18pt;text-align:center;margin:0 0 4mm}h2{font-size:12pt;margin:5mm 0 1mm;break-after:avoid}",
  "p{margin:0 0 1mm}table{border-collapse:collapse;width:100%;table-layout:fixed}thead{display:table-header-group}",
  "tr{break-inside:avoid}th,td{border:0.5pt solid #000;padding:1mm 1.5mm;text-align:start;overflow-wrap:anywhere;vertical-align:top}",
  "td.n{text-align:end;font-variant-numeric:tabular-nums}",
].join("");
/** No scripts, no network, no forms. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

const cell = (value: ReportCell): string =>
  `<td class="${typeof value === "string" ? "" : "n"}">${escapeHtml(cellText(value))}</td>`;

const table = ({ name, widths, heads, rows }: ReportTable): string => {
  const sum = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((width) => `<col style="width:${((100 * width) / sum).toFixed(1)}%">`).join("");
  const head = heads.map((each) => `<th scope="col">${escapeHtml(each)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<h2>${escapeHtml(name)}</h2><table><colgroup>${columns}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
};

/** The report as one self-contained sheet, from which the host makes the PDF. */
export const reportHtml = async (report: Report, font: LetterFont): Promise<string> => {
  const notes = report.notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("");
  const body = `<h1>${escapeHtml(report.title)}</h1>${notes}${report.tables.map(table).join("")}`;
  const slices = [...slicesFor(font.slices, 400, body), ...slicesFor(font.slices, 700, body)];
  const faces = await Promise.all(slices.map(async (slice) => fontFace(slice, await font.load(slice.file))));
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>report</title>`,
    `<style>${faces.join("")}${CSS}</style></head><body>${body}</body></html>`,
  ].join("");
};
