import type { DeskDb, MetaRow, OpRow, RecordRow, SheetRow, VolumeRow } from "./deskDb.ts";

/** Rows by table. */
type Rows = {
  readonly ops?: readonly OpRow[];
  readonly records?: readonly RecordRow[];
  readonly sheets?: readonly SheetRow[];
  readonly volumes?: readonly VolumeRow[];
  readonly meta?: readonly MetaRow[];
};

const putThroughLibrary = async (
  db: DeskDb,
  { ops, records, sheets, volumes, meta }: Rows,
): Promise<void> => {
  await db.transaction("rw", [db.ops, db.records, db.sheets, db.volumes, db.meta], async () => {
    if (ops !== undefined) await db.ops.bulkPut([...ops]);
    if (records !== undefined) await db.records.bulkPut([...records]);
    if (sheets !== undefined) await db.sheets.bulkPut([...sheets]);
    if (volumes !== undefined) await db.volumes.bulkPut([...volumes]);
    if (meta !== undefined) await db.meta.bulkPut([...meta]);
  });
};

/**
 * Writes many rows in one transaction past the library: it would keep a note of every key, and tell every list on the
 * screen that the database has changed. For rows that no list shows yet; the database is open.
 */
export const putRows = async (
  db: DeskDb,
  rows: Rows,
  durability: "strict" | "relaxed" = "strict",
): Promise<void> => {
  if (!db.isOpen()) return putThroughLibrary(db, rows);
  const names = Object.keys(rows) as readonly (keyof Rows)[];
  const transaction = db.backendDB().transaction(names, "readwrite", { durability });
  for (const name of names) {
    const table = transaction.objectStore(name);
    for (const row of rows[name] ?? []) table.put(row);
  }
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
};
