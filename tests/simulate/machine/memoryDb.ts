import type { Chance } from "./chance.ts";

export type Row = Readonly<Record<string, unknown>>;
export type Rows = Map<string, Row>;
/** How one row was before a transaction. */
type Before = { readonly rows: Rows; readonly key: string; readonly row: Row | undefined };

/** One IndexedDB database: its tables, the transaction under way, and the commits a power cut may still take back. */
export type MemoryDb = {
  readonly tables: Map<string, Rows>;
  readonly commits: (readonly Before[])[];
  open: Before[] | undefined;
};

/** A browser may tell "complete" before the disk has it: so many commits may be gone after a power cut. */
const UNSURE = 4;

export const aMemoryDb = (): MemoryDb => ({ tables: new Map(), commits: [], open: undefined });

/** What was sorted of a table since its rows last changed, by index. */
const ORDERS = new WeakMap<Rows, Map<string, unknown>>();
/** The sorted indexes of a table; whoever changes a row forgets them. */
export const ordersOf = (rows: Rows): Map<string, unknown> => {
  const orders = ORDERS.get(rows) ?? new Map<string, unknown>();
  ORDERS.set(rows, orders);
  return orders;
};
/** Rows are others now. Called by whoever changes one past `putRow`. */
export const changed = (rows: Rows): void => void ORDERS.delete(rows);

const undo = (befores: readonly Before[]): void => {
  for (const { rows, key, row } of befores.toReversed()) {
    changed(rows);
    if (row === undefined) rows.delete(key);
    else rows.set(key, row);
  }
};

/** Writes one row, in the open transaction or in one of its own. */
export const putRow = (db: MemoryDb, rows: Rows, key: string, row: Row): void => {
  const before = { rows, key, row: rows.get(key) };
  rows.set(key, row);
  changed(rows);
  if (db.open !== undefined) db.open.push(before);
  else keep(db, [before]);
};

/** Takes one row away, in the open transaction or in one of its own. */
export const deleteRow = (db: MemoryDb, rows: Rows, key: string): void => {
  const before = { rows, key, row: rows.get(key) };
  if (!rows.delete(key)) return;
  changed(rows);
  if (db.open !== undefined) db.open.push(before);
  else keep(db, [before]);
};

const keep = (db: MemoryDb, befores: readonly Before[]): void => {
  db.commits.push(befores);
  if (db.commits.length > UNSURE) db.commits.shift();
};

export const commitNow = (db: MemoryDb): void => {
  if (db.open !== undefined) keep(db, db.open);
  db.open = undefined;
};

/** The transaction that was under way did not happen: it threw, or its program died. */
export const abortNow = (db: MemoryDb): void => {
  if (db.open !== undefined) undo(db.open);
  db.open = undefined;
};

/** The power fails: some of the last commits are gone, newest first, each of them whole. */
export const powerCutDb = (db: MemoryDb, chance: Chance): void => {
  abortNow(db);
  for (let lost = chance.below(UNSURE + 1); lost > 0 && db.commits.length > 0; lost -= 1)
    undo(db.commits.pop() ?? []);
  db.commits.length = 0;
};

/** The database as a backup program copies it. */
export const imageOfDb = (db: MemoryDb): MemoryDb => ({
  tables: new Map([...db.tables].map(([name, rows]) => [name, new Map(rows)])),
  commits: [],
  open: undefined,
});
