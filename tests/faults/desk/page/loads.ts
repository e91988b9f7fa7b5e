import Dexie from "dexie";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { readMeta } from "../../../../renderer/data/meta.ts";

/** Rows per transaction: as many as the design asks for, and about as many as a chunk has. The quicker of them is the limit. */
const PAGES = [2000, 500] as const;

const put = (db: DeskDb, name: "records" | "sheets", rows: readonly object[]): Promise<number> => {
  const begun = performance.now();
  const transaction = db.backendDB().transaction(name, "readwrite", { durability: "relaxed" });
  const table = transaction.objectStore(name);
  for (const row of rows) table.put(row);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(performance.now() - begun);
    transaction.onabort = () => reject(transaction.error);
  });
};

const putAll = async (desk: Desk, page: number): Promise<{ readonly rows: number; readonly ms: number }> => {
  const raw = new DeskDb("raw-limit");
  await raw.delete();
  await raw.open();
  let [count, ms] = [0, 0];
  for (let after: [string, string] = ["", ""]; ; ) {
    const rows = await desk.db.records.where("[t+id]").above(after).limit(page).toArray();
    const last = rows.at(-1);
    if (last === undefined) break;
    ms += await put(raw, "records", rows);
    count += rows.length;
    after = [last.t, last.id];
  }
  for (let after = 0; ; ) {
    const rows = await desk.db.sheets.where("no").above(after).limit(page).toArray();
    const last = rows.at(-1);
    if (last === undefined) break;
    ms += await put(raw, "sheets", rows);
    after = last.no;
  }
  await raw.delete();
  return { rows: count, ms };
};

/**
 * Seconds that putting this desk's own rows of records and search sheet into an empty database of the same form takes,
 * and nothing else: no reading, no sealing, no proof, no fsync. What no first load can be faster than.
 */
const rawWrite = async (
  desk: Desk,
): Promise<{ readonly rows: number; readonly seconds: readonly number[] }> => {
  const seconds: number[] = [];
  let rows = 0;
  for (const page of PAGES) {
    const put = await putAll(desk, page);
    rows = put.rows;
    seconds.push(put.ms / 1000);
  }
  return { rows, seconds };
};

/** The calls of the bench about first loads. */
export const loads = (open: () => Desk) => ({
  /** How many chunks of a snapshot are stored beside the present database. */
  staged: async (): Promise<number> => {
    const others = (await Dexie.getDatabaseNames()).filter((name) => name !== open().db.name);
    const counts = await Promise.all(
      others.map(async (name) => {
        const db = new DeskDb(name);
        const { staging } = await readMeta(db);
        db.close();
        return staging?.chunks ?? 0;
      }),
    );
    return Math.max(0, ...counts);
  },
  rawWrite: () => rawWrite(open()),
});
