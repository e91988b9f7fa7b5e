import Dexie from "dexie";
import type { Desk } from "../../../../renderer/data/desk.ts";
import { DeskDb } from "../../../../renderer/data/deskDb.ts";
import { readMeta } from "../../../../renderer/data/meta.ts";

/** Rows per transaction. */
const PAGE = 2000;

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

/**
 * Seconds that putting this desk's own rows of records and search sheet into an empty database of the same form takes,
 * and nothing else: no reading, no sealing, no proof, no fsync. What no first load can be faster than.
 */
const rawWrite = async (desk: Desk): Promise<{ readonly rows: number; readonly seconds: number }> => {
  const raw = new DeskDb("raw-limit");
  await raw.delete();
  await raw.open();
  let [rows, ms] = [0, 0];
  for (let after: [string, string] = ["", ""]; ; ) {
    const page = await desk.db.records.where("[t+id]").above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (last === undefined) break;
    ms += await put(raw, "records", page);
    rows += page.length;
    after = [last.t, last.id];
  }
  for (let after = 0; ; ) {
    const page = await desk.db.sheets.where("no").above(after).limit(PAGE).toArray();
    const last = page.at(-1);
    if (last === undefined) break;
    ms += await put(raw, "sheets", page);
    after = last.no;
  }
  await raw.delete();
  return { rows, seconds: ms / 1000 };
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
