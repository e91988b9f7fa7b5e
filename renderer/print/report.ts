/** A cell of a table that leaves the desk. Numbers of persons, cases and papers are text, never numbers. */
export type ReportCell = string | { readonly value: number; readonly decimals: 0 | 2 } | null;

/** One table: a sheet of a workbook, or a table of a printed sheet. */
export type ReportTable = {
  readonly name: string;
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
};

/** A set of tables with a title and lines about them. */
export type Report = {
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly ReportTable[];
};

const THOUSANDS = /\B(?=(?:\d{3})+$)/gu;

/**
 * A number as people read it: thousands set apart, and two decimals at most, always two of them for `decimals` 2. By hand,
 * for the browser's own formatter takes half a second of an old PC to load its tables before the first figure is there.
 */
export const numberText = (value: number, decimals: 0 | 2): string => {
  const rounded = Math.abs(value).toFixed(2);
  const [whole = "", hundredths = ""] = rounded.split(".");
  const fraction = decimals === 2 ? hundredths : hundredths.replace(/0+$/u, "");
  const sign = value < 0 && Number(rounded) !== 0 ? "-" : "";
  return `${sign}${whole.replace(THOUSANDS, ",")}${fraction === "" ? "" : `.${fraction}`}`;
};

/** A cell as printed; what cannot be said is a dash. */
export const cellText = (cell: ReportCell): string => {
  if (cell === null) return "—";
  return typeof cell === "string" ? cell : numberText(cell.value, cell.decimals);
};
