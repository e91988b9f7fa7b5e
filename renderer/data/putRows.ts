import type { DeskDb, MetaRow, OpRow, RecordRow, SheetRow } from "./deskDb.ts";

/** Rows by table. */
type Rows = {
  readonly ops?: readonly OpRow[];
  readonly records?: readonly RecordRow[];
  readonly sheets?: readonly SheetRow[];
  readonly meta?: readonly MetaRow[];
};

/**
 * Writes many rows in one transaction past the library: it would keep a note of every key, and tell every list on the
 * screen that the database has changed. For rows that no list shows yet; the database is open.
 */
export const putRows = (db: DeskDb, rows: Rows): Promise<void> => {
  const names = Object.keys(rows) as readonly (keyof Rows)[];
  const transaction = db.backendDB().transaction(names, "readwrite", { durability: "strict" });
  for (const name of names) {
    const table = transaction.objectStore(name);
    for (const row of rows[name] ?? []) table.put(row);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
};
