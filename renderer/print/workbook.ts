import writeWorkbook, { type CellObject, type Row, type SheetData } from "write-excel-file/browser";
import type { Report, ReportCell, ReportTable } from "./report.ts";

/** Longest name of a sheet that spreadsheet programs take, and the marks they refuse. */
const NAME_MAX = 31;
const FORBIDDEN = /[[\]:*?/\\]/gu;
const FORMATS = { 0: "#,##0", 2: "#,##0.00" } as const;
/** Width of the sheet about the workbook, in characters. */
const NOTE_WIDTH = 90;

const text = (value: string, more: CellObject = {}): CellObject => ({
  value,
  type: String,
  // "@" is the format of text: a long number stays what was written when somebody edits the cell
  format: "@",
  ...more,
});

const cellOf = (cell: ReportCell): CellObject | null => {
  if (cell === null) return null;
  if (typeof cell === "string") return text(cell, { wrap: true, alignVertical: "top" });
  return { value: cell.value, type: Number, format: FORMATS[cell.decimals], alignVertical: "top" };
};

const sheetOf = ({ name, widths, heads, rows }: ReportTable) => ({
  sheet: name.replaceAll(FORBIDDEN, " ").slice(0, NAME_MAX),
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
  data: [
    heads.map((head) => text(head, { fontWeight: "bold", wrap: true })) as Row,
    ...rows.map((row) => row.map(cellOf)),
  ] as SheetData,
});

const aboutSheet = ({ title, notes }: Report, name: string) => ({
  sheet: name,
  columns: [{ width: NOTE_WIDTH }],
  data: [
    [text(title, { fontWeight: "bold" })],
    ...notes.map((note) => [text(note, { wrap: true })]),
  ] as SheetData,
});

/** The report as a workbook: a sheet about it, named `about`, and one for each table. */
export const workbookOf = async (report: Report, about: string): Promise<Uint8Array<ArrayBuffer>> => {
  const blob = await writeWorkbook([aboutSheet(report, about), ...report.tables.map(sheetOf)]).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
};
