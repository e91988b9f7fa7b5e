import { PENDING } from "../../shared/ops/op.ts";
import type { Desk } from "../data/desk.ts";
import { type MetaPatch, readMeta, writeMeta } from "../data/meta.ts";
import { RESCUED } from "../data/rollBack.ts";

/** Where the center says this desk's feed ends in its copy. */
export type FeedHead = { readonly n: number; readonly h: string };

/**
 * What a stated feed head means here. `fork`: it names another op at a position of ours. `ahead`: it names a position
 * this desk has never written, so the journal was rolled back. Only `proved` marks anything as delivered (R4, I7).
 */
export type HeadMeaning = "proved" | "fork" | "ahead";

/**
 * Compares a stated head with the own op at that position. Nothing at position 0 is always true. An op of this feed that
 * only the book brought proves nothing: whoever put back an old disk gets the op it lost with the next page, beside the
 * one written in its place since (R8, F47).
 */
export const meaningOf = async ({ db, session }: Desk, { n, h }: FeedHead): Promise<HeadMeaning> => {
  if (n === 0) return "proved";
  const own = await db.ops.where("[feed+n]").equals([session.feed, n]).toArray();
  if (own.some((row) => row.h !== h && row.seq >= PENDING && row.seq < RESCUED)) return "fork";
  if (own.length > 0 && !own.some((row) => row.h === h)) return "fork";
  const { journal, snapshot } = await readMeta(db);
  // the op at a snapshot's end of the own feed has no row before histories are fetched; its name is known
  if (own.length === 0 && n === snapshot?.n) return h === snapshot.h ? "proved" : "fork";
  const written = journal?.feed === session.feed ? journal.n : 0;
  return own.length > 0 && n <= written ? "proved" : "ahead";
};

/**
 * Whether the book has another op of this feed at the place of an own one that waits. A branch that leaves a released one
 * lies beyond the end of the main line, so the head says nothing of it (R8, F47).
 */
export const isTaken = async ({ db, session }: Desk, { n, h }: FeedHead): Promise<boolean> => {
  const own = await db.ops.where("[feed+n]").equals([session.feed, n]).toArray();
  return own.some((row) => row.h !== h && row.seq < PENDING);
};

/**
 * Marks own ops up to `head` as delivered and those after it as waiting again: after a restore the center may have less
 * than it once acknowledged, and what it lost is offered anew (R2, I21). One transaction with `patch`.
 */
export const settleTo = async (desk: Desk, head: FeedHead, patch: MetaPatch = {}): Promise<void> => {
  const { db, session } = desk;
  const { feed } = session;
  await db.transaction("rw", [db.ops, db.meta], async () => {
    const { sent } = await readMeta(db);
    const sentN = sent?.feed === feed ? sent.n : 0;
    await db.ops
      .where("[feed+waiting]")
      .between([feed, 0], [feed, head.n], true, true)
      .modify((row: { waiting?: number }) => {
        delete row.waiting;
      });
    if (head.n < sentN)
      await db.ops
        .where("[feed+n]")
        .between([feed, head.n], [feed, Infinity], false, true)
        .modify((row: { waiting?: number; n: number; seq: number }) => {
          if (row.seq >= PENDING && row.seq < RESCUED) row.waiting = row.n;
        });
    await writeMeta(db, { ...patch, sent: { feed, ...head } });
  });
};

/**
 * What was acknowledged and no page of the book has brought yet is offered anew: a center that was put back may have lost
 * it, and where the end of the feed's main line proves nothing of it nobody would ever learn of the loss. Of an earlier
 * feed that is always so, of the present one where it has branches (R2, R8). A center that has it answers so.
 */
export const offerAgain = async ({ db }: Desk, feeds: readonly string[]): Promise<void> => {
  if (feeds.length === 0) return;
  await db.transaction("rw", [db.ops], async () => {
    const rows = await db.ops.where("seq").between(PENDING, RESCUED, true, false).toArray();
    const acknowledged = rows.filter(({ feed, waiting }) => waiting === undefined && feeds.includes(feed));
    await db.ops.bulkPut(acknowledged.map((row) => ({ ...row, waiting: row.n })));
  });
};

/** Clears what an earlier feed delivered; its end is not remembered, because nothing is ever added to it. */
export const settleEarlier = async ({ db }: Desk, feed: string, head: FeedHead): Promise<void> => {
  const own = await db.ops.where("[feed+n]").equals([feed, head.n]).toArray();
  if (!own.some(({ h }) => h === head.h)) return;
  await db.ops
    .where("[feed+waiting]")
    .between([feed, 0], [feed, head.n], true, true)
    .modify((row: { waiting?: number }) => {
      delete row.waiting;
    });
};
