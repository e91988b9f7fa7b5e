import { lockRow, putRow, type Row, rowAt, rowsOf, type Transaction } from "./tables.ts";

type Values = readonly unknown[];
/** What one SQL statement of the center does; answers with rows, or with how many it touched. */
export type Statement = (tx: Transaction, values: Values) => Promise<readonly Row[]> | readonly Row[];

export const key = (...parts: readonly unknown[]): string => parts.join("|");
export const NONE: readonly Row[] = [];
export const found = (row: Row | undefined): readonly Row[] => (row === undefined ? NONE : [row]);
export const ofBureau = (tx: Transaction, table: string, bureau: unknown): readonly Row[] =>
  rowsOf(tx, table).filter((row) => row.bureau === bureau);

export const change = async (
  tx: Transaction,
  table: string,
  at: { readonly key: string; readonly patch: Row },
) => {
  await lockRow(tx, `${table}/${at.key}`);
  const row = rowAt(tx, table, at.key);
  if (row === undefined) return NONE;
  putRow(tx, table, [at.key, { ...row, ...at.patch }]);
  return [row];
};
/** An insert that leaves an existing row alone. */
export const unlessThere = (
  tx: Transaction,
  table: string,
  entry: readonly [string, Row],
): readonly Row[] => {
  if (rowAt(tx, table, entry[0]) === undefined) putRow(tx, table, entry);
  return NONE;
};

export const opOf = (tx: Transaction, bureau: unknown, h: unknown): Row | undefined => {
  const at = rowAt(tx, "op_by_hash", key(bureau, h));
  return at === undefined ? undefined : rowAt(tx, "op", String(at.at));
};
