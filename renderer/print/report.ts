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

const formatOf = (minimumFractionDigits: number): Intl.NumberFormat =>
  new Intl.NumberFormat("en-US", { minimumFractionDigits, maximumFractionDigits: 2 });
/** Made once: a page of statistics has a thousand numbers. */
const FORMATS = { 0: formatOf(0), 2: formatOf(2) } as const;

/** A number as people read it. */
export const numberText = (value: number, decimals: 0 | 2): string => FORMATS[decimals].format(value);

/** A cell as printed; what cannot be said is a dash. */
export const cellText = (cell: ReportCell): string => {
  if (cell === null) return "—";
  return typeof cell === "string" ? cell : numberText(cell.value, cell.decimals);
};
