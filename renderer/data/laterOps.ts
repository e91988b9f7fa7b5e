import type { Desk } from "./desk.ts";
import { ownOp } from "./firstBuild.ts";
import { type Meta, readMetaNow, writeMeta } from "./meta.ts";
import { readOwn, rowOfOp } from "./opRow.ts";
import { putRows } from "./putRows.ts";
import { giveWay } from "./yielding.ts";

/** Ops per turn: a tenth of a second, so that a person who saves meanwhile does not notice. */
const PAGE = 200;
/** The page rests as long as it worked, at most this. */
const REST_MS = 200;

/** True while rows of own ops are still to be stored; until then nothing is sent, fetched or rolled back. */
export const isStoringOps = ({ opsLater }: Pick<Meta, "opsLater">): boolean => opsLater.n < opsLater.to;

/** Stores the next rows; false when there are none left, or the journal cannot be read now. */
export const storeNextOps = async (desk: Desk): Promise<boolean> => {
  const { db, host, seal, session } = desk;
  const { opsLater, sent } = await readMetaNow(db);
  if (!isStoringOps({ opsLater })) return false;
  const limit = Math.min(PAGE, opsLater.to - opsLater.n);
  const read = await host["journal.read"]({ after: opsLater.n, limit });
  // the host has locked, or its journal is damaged and says so elsewhere: the next start goes on
  if (!read.ok || read.value.ops.length === 0) return false;
  const sentN = sent?.feed === session.feed ? sent.n : 0;
  const { ops } = read.value;
  const own = ops.map((op, at) => readOwn(ownOp(op, opsLater.n + at + 1, sentN)));
  const rows = await Promise.all(own.map((op) => rowOfOp(seal, op)));
  const next = { ...opsLater, n: opsLater.n + ops.length };
  // not told to any list: none shows these rows, and there are five such pages a second for some minutes; nor waited
  // for on the disk: the journal has them, and a page that a power cut takes back takes its number back with it
  await putRows(db, { ops: rows, meta: [{ key: "opsLater", value: next }] }, "relaxed");
  // the last page is news after all: histories are whole, and sync may begin
  if (!isStoringOps({ opsLater: next })) await writeMeta(db, { opsLater: next });
  return isStoringOps({ opsLater: next });
};

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Stores the rows of own ops that the first build left for later, a little at a time while people work. Goes on where
 * the last start ended; one window does it.
 */
export const storeLaterOps = (desk: Desk): Promise<void> =>
  navigator.locks.request(`ops-later.${desk.session.installId}`, async () => {
    for (let isMore = true; isMore && desk.db.isOpen(); ) {
      await giveWay();
      const begun = performance.now();
      isMore = await storeNextOps(desk);
      if (isMore) await rest(Math.min(performance.now() - begun, REST_MS));
    }
  }) as Promise<void>;
