import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { found } from "../faults/desk/aCase.ts";
import type { Ground } from "../faults/desk/aDeskPage.ts";
import { median } from "./median.ts";
import { quietPage } from "./quietPage.ts";

/** Field saves measured; each round measures the raw limits beside it, so that a busy machine slows all alike. */
const ROUNDS = 150;

/** One durable append of `bytes` to a file in the desk's own folder: what the journal cannot be faster than. */
const rawAppend = (file: number, bytes: number): number => {
  const begun = performance.now();
  writeSync(file, Buffer.alloc(bytes, 7));
  fdatasyncSync(file);
  return performance.now() - begun;
};

/**
 * What a field saved durably costs until the form says so, and until every list shows it, against one raw fdatasync and one raw strict IndexedDB transaction of
 * the same size. The field is one the search sheet holds, the dearest there is.
 */
export const benchFieldSave = async (ground: Ground): Promise<Readonly<Record<string, number>>> => {
  const desk = await quietPage(ground);
  try {
    await found(desk);
    await desk.call("create", "aidFile", "file-bench", { origin: "APPLICATION", personName: "甲某" });
    const segment = join(desk.folder, "journal", "00000001.seg");
    const before = statSync(segment).size;
    await desk.call("record", "aidFile", "file-bench", { phone: "19900000000" });
    const bytes = statSync(segment).size - before;
    const file = openSync(join(desk.folder, "raw.bin"), "a");
    const saves: number[] = [];
    const shows: number[] = [];
    const appends: number[] = [];
    const transactions: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      appends.push(rawAppend(file, bytes));
      transactions.push(await desk.evaluate(rawTransaction, bytes));
      const phone = `1990000${String(1000 + round)}`;
      const { saved, shown } = await desk.call("timedRecord", "aidFile", "file-bench", { phone });
      saves.push(saved);
      shows.push(shown);
    }
    closeSync(file);
    const [save, show] = [median(saves), median(shows)];
    const [append, transaction] = [median(appends), median(transactions)];
    return {
      saved_ms: save,
      shown_ms: show,
      raw_fdatasync_ms: append,
      raw_strict_idb_ms: transaction,
      record_bytes: bytes,
      ratio: save / (append + transaction),
      ratio_shown: show / (append + transaction),
    };
  } finally {
    await desk.end();
  }
};

/** Runs in the page: one put of `bytes` in its own strict transaction. */
const rawTransaction = async (bytes: number): Promise<number> => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("raw-limit", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("rows", { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const row = { id: crypto.randomUUID(), sealed: new Uint8Array(bytes) };
  const begun = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
    transaction.objectStore("rows").put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  const spent = performance.now() - begun;
  db.close();
  return spent;
};
