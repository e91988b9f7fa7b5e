/** What a spreadsheet would take for a formula, whatever blank or control character stands before it. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@＝＋－＠]/u;
/** An amount is calculated with, whatever its sign. */
const AMOUNT = /^-?\d{1,10}(\.\d{1,2})?$/u;
/** Numbers of persons and of papers: as numbers a spreadsheet rounds them. */
const LONG_NUMBER = /^\d{11,}[Xx]?$/u;
/** A spreadsheet shows what follows as text and drops the mark itself. */
const TEXT_MARK = "'";

/** One cell: text that would be calculated or rounded is marked as text, everything is quoted. */
export const csvCell = (value: string | number): string => {
  const text = String(value);
  const isRisky =
    typeof value === "string" && !AMOUNT.test(text) && (FORMULA.test(text) || LONG_NUMBER.test(text));
  return `"${(isRisky ? TEXT_MARK + text : text).replaceAll('"', '""')}"`;
};

/** A sheet as WPS and Excel open it in Chinese: marked as UTF-8, lines ended as RFC 4180 says. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
