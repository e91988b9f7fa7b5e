import type { Indicator } from "./indicator.ts";
import { type Line, quotient } from "./tabulate.ts";

/** A line without its records: what may leave a bureau. */
export type SumLine = Pick<Line, "key" | "indicator" | "code" | "label"> & {
  readonly values: readonly (number | null)[];
};

/** The lines of one bureau as plain values. */
export const valuesOf = (lines: readonly Line[]): readonly SumLine[] =>
  lines.map(({ key, indicator, code, label, figures }) => ({
    key,
    indicator,
    code,
    label,
    values: figures.map(({ value }) => value),
  }));

const plus = (a: number | null | undefined, b: number | null): number | null =>
  a === undefined || a === null ? b : a + (b ?? 0);

const ratioOf = (row: Indicator, sums: ReadonlyMap<string, SumLine>, line: SumLine): SumLine => {
  if (row.is !== "ratio") return line;
  const at = (id: string, column: number): number | null => sums.get(id)?.values[column] ?? null;
  return {
    ...line,
    values: line.values.map((_, column) => quotient(row, at(row.of, column), at(row.per, column))),
  };
};

/** Several bureaus together, counted by the same table: counts are added, quotients made anew from the sums. */
export const sumOf = (tables: readonly (readonly SumLine[])[]): readonly SumLine[] => {
  const sums = new Map<string, SumLine>();
  for (const line of tables.flat()) {
    const before = sums.get(line.key);
    const values = line.values.map((value, column) => plus(before?.values[column], value));
    sums.set(line.key, { ...line, values });
  }
  // a part that only some bureaus have still stands below its whole
  const order = [...sums.values()].toSorted((a, b) => rankOf(a, tables) - rankOf(b, tables));
  return order.map((line) => ratioOf(line.indicator, sums, line));
};

const rankOf = ({ indicator }: SumLine, tables: readonly (readonly SumLine[])[]): number =>
  tables[0]?.findIndex((line) => line.indicator.id === indicator.id) ?? 0;
