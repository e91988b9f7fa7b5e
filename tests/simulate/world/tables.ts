/** A row of the center's database, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** The center's tables in memory. Rows are replaced, never changed, so that a copy of the maps is a backup. */
export type Tables = Map<string, Map<string, Row>>;

/** A waiter for a locked row. */
type Lock = { owner: Transaction; readonly waiting: (() => void)[] };
/** What every transaction of one center shares. */
export type Store = {
  tables: Tables;
  readonly locks: Map<string, Lock>;
  /** Old versions of rows, and rows that no commit followed: on the pages until the table is written anew. */
  readonly dead: Map<string, Row[]>;
};

/** One transaction: its own writes above what is committed, and the rows it holds until it ends. */
export type Transaction = {
  readonly store: Store;
  readonly writes: Tables;
  readonly held: string[];
  /** The row it waits for at the moment. */
  waitsFor: string | undefined;
  /** Where it sees the database as it was when it began (REPEATABLE READ): so. */
  readonly seen?: Tables;
};

export const aStore = (): Store => ({ tables: new Map(), locks: new Map(), dead: new Map() });

export const begin = (store: Store): Transaction => ({
  store,
  writes: new Map(),
  held: [],
  waitsFor: undefined,
});

/** A transaction that sees one moment, however long it works. Nothing it writes is written by anybody else meanwhile. */
export const asOfNow = (store: Store): Transaction => ({ ...begin(store), seen: copyOfTables(store.tables) });

const tableIn = (tables: Tables, name: string): Map<string, Row> => {
  const found = tables.get(name) ?? new Map<string, Row>();
  tables.set(name, found);
  return found;
};

export const rowAt = (
  { store, writes, seen = store.tables }: Transaction,
  table: string,
  key: string,
): Row | undefined => writes.get(table)?.get(key) ?? seen.get(table)?.get(key);

/** Every row of a table as this transaction sees it: what is committed now, under what it wrote itself. */
export const rowsOf = (
  { store, writes, seen = store.tables }: Transaction,
  table: string,
): readonly Row[] => {
  const mine = writes.get(table);
  const committed = seen.get(table);
  if (mine === undefined) return [...(committed?.values() ?? [])];
  return [...new Map([...(committed ?? []), ...mine]).values()];
};

export const putRow = ({ writes }: Transaction, table: string, entry: readonly [string, Row]): void =>
  void tableIn(writes, table).set(...entry);

/** PostgreSQL's word for a key that is taken. */
const UNIQUE = "23505";
export const duplicate = (table: string, key: string): Error =>
  Object.assign(new Error(`duplicate key ${key} in ${table}`), { code: UNIQUE });

/** Inserts; a key that anybody has committed, or this transaction wrote, is an error. */
export const insertRow = (tx: Transaction, table: string, entry: readonly [string, Row]): void => {
  if (rowAt(tx, table, entry[0]) !== undefined) throw duplicate(table, entry[0]);
  inserted.add(entry[1]);
  putRow(tx, table, entry);
};
const inserted = new WeakSet<Row>();

/** PostgreSQL's word for transactions that wait for each other. */
export const DEADLOCK = "40P01";

/** Whether the owner of a row waits, by however many others, for what `tx` holds. */
const isCircle = (tx: Transaction, name: string): boolean => {
  const owner = tx.store.locks.get(name)?.owner;
  if (owner === tx) return true;
  return owner?.waitsFor !== undefined && isCircle(tx, owner.waitsFor);
};

/** Holds a row until the transaction ends; waits while another holds it, unless that one waits for us. */
export const lockRow = async (tx: Transaction, name: string): Promise<void> => {
  const { locks } = tx.store;
  const lock = locks.get(name);
  if (lock?.owner === tx) return;
  if (lock === undefined) {
    locks.set(name, { owner: tx, waiting: [] });
    tx.held.push(name);
    return;
  }
  if (isCircle(tx, name)) throw Object.assign(new Error(`deadlock at ${name}`), { code: DEADLOCK });
  tx.waitsFor = name;
  await new Promise<void>((resolve) => lock.waiting.push(resolve));
  tx.waitsFor = undefined;
  return lockRow(tx, name);
};

const release = (tx: Transaction): void => {
  for (const name of tx.held) {
    const waiting = tx.store.locks.get(name)?.waiting ?? [];
    tx.store.locks.delete(name);
    for (const wake of waiting) wake();
  }
};

const leaveDead = ({ dead }: Store, table: string, row: Row | undefined): void => {
  if (row === undefined) return;
  const rows = dead.get(table) ?? [];
  dead.set(table, rows);
  rows.push(row);
};

/** Everything at once, or a key that was taken meanwhile and nothing. */
export const commit = (tx: Transaction): void => {
  try {
    for (const [name, rows] of tx.writes)
      for (const [key, row] of rows)
        if (inserted.has(row) && tx.store.tables.get(name)?.has(key)) throw duplicate(name, key);
    for (const [name, rows] of tx.writes)
      for (const [key, row] of rows) {
        leaveDead(tx.store, name, tx.store.tables.get(name)?.get(key));
        tableIn(tx.store.tables, name).set(key, row);
      }
  } finally {
    release(tx);
  }
};

export const rollBack = (tx: Transaction): void => {
  for (const [name, rows] of tx.writes) for (const row of rows.values()) leaveDead(tx.store, name, row);
  release(tx);
};

/** The database as a backup keeps it. */
export const copyOfTables = (tables: Tables): Tables =>
  new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
