import type { PushResult } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { recordsOf } from "../../shared/ops/fold.ts";
import type { FoldOp, Mut, Verdict } from "../../shared/ops/op.ts";
import { chainInput } from "../../shared/sync/chain.ts";
import { judge, OK, QUARANTINED } from "../../shared/sync/judge.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { type GrowingAbout, loadAbout } from "./aboutOps.ts";
import { type BookHead, centerFeedsOf, type FeedRow, lockBook } from "./books.ts";
import { type Authentic, foldOpOf } from "./envelope.ts";
import { eraseNamed } from "./eraseNamed.ts";
import { type Booking, insertOps } from "./insertOps.ts";
import { recordNumbers } from "./numberUse.ts";
import { loadRecords, type Records } from "./project.ts";

/** Where ops are booked: in whose book, behind which feed, and when they arrived (UTC). */
export type Desk = { readonly bureau: string; readonly feed: FeedRow; readonly recv: string };

/** What a batch did: its bookings in order, and where book and feed end now. */
export type Appended = { readonly bookings: readonly Booking[]; readonly head: BookHead };

/** PostgreSQL's code for a transaction that may simply be tried again. */
const TRY_AGAIN = "40001";

/** Every record that judging or folding these ops looks at. */
export const keysOf = (ops: readonly Authentic[]): readonly (readonly [string, string])[] => {
  const muts: readonly Mut[] = ops.flatMap(({ payload }) => payload?.muts ?? []);
  const grants = muts.flatMap((mut) => (mut.k === "number" ? [["grant", mut.grant] as const] : []));
  const actors = ops.map(({ header }) => ["staff", header.actor] as const);
  const archives = muts.flatMap((mut) => (mut.k === "purge" ? [["archiveFile", mut.of] as const] : []));
  const all = [...recordsOf(muts), ...grants, ...actors, ...archives];
  return [...new Map(all.map((key) => [key.join("/"), key])).values()];
};

type Room = {
  readonly bureau: string;
  /** The center's feeds, of this epoch and of earlier ones. */
  readonly centerFeeds: ReadonlySet<string>;
  readonly records: Records;
  readonly about: GrowingAbout;
  hasStaff: boolean;
};

/** Judges and folds one op; a fold that throws leaves the op in the book, quarantined, and nothing changed (F59). */
const take = (op: Authentic, folded: FoldOp, room: Room): Verdict => {
  if (op.isErased) return op.erasedAs ?? OK;
  if (op.payload === undefined) return QUARANTINED;
  const { bureau, centerFeeds, hasStaff, records, about } = room;
  const centerFeed = centerFeeds.has(op.header.feed) ? op.header.feed : "";
  try {
    const verdict = judge(folded, { bureau, centerFeed, hasStaff, stateOf: records.stateOf, about });
    if (verdict !== OK) return verdict;
    records.apply(folded);
  } catch (cause) {
    // the op, not the center, is at fault as far as the book is concerned: the next op must go on
    assert(cause instanceof Error, "thrown something else than an error", cause);
    return QUARANTINED;
  }
  if (folded.muts.some(({ t }) => t === "staff")) room.hasStaff = true;
  return OK;
};

const bookAll = (
  ops: readonly Authentic[],
  start: BookHead,
  room: Room & { readonly recv: string },
): Appended => {
  let head = start;
  const bookings = ops.map((op): Booking => {
    const seq = head.seq + 1;
    const verdict = take(op, foldOpOf(op, seq), room);
    room.about.add(op);
    const chain = sha256(chainInput(head.chain, op.op.h, verdict));
    head = { ...head, seq, chain };
    return { ...op, seq, verdict, chain, recv: room.recv };
  });
  return { bookings, head };
};

/** Writes numbered ops, the book's new end and what the fold made of them. */
export const writeBookings = async (
  tx: Tx,
  bureau: string,
  { bookings, head, records }: Appended & { readonly records: Records },
): Promise<void> => {
  await insertOps(tx, bureau, bookings);
  await eraseNamed(tx, bureau, bookings);
  await tx.run("update bureau_log set seq = $2, chain = $3 where bureau = $1", [
    bureau,
    head.seq,
    Buffer.from(head.chain, "hex"),
  ]);
  await records.save(tx, bureau);
  await recordNumbers(tx, bureau, bookings);
};

/** A book that was handed over a moment ago: tried again, the caller sees that and says so. */
const assertHome = ({ home }: BookHead): void => {
  if (home !== "here") throw Object.assign(new Error("another center keeps this book"), { code: TRY_AGAIN });
};

/**
 * Books ops that follow one another in their feed. The counter row is locked until commit, so numbers are contiguous
 * and appear in the order they were given; fold and disputes belong to the same transaction (I8, I33).
 */
export const append = async (
  tx: Tx,
  { bureau, feed, recv }: Desk,
  ops: readonly Authentic[],
): Promise<Appended> => {
  const start = await lockBook(tx, bureau);
  assertHome(start);
  const records = await loadRecords(tx, bureau, keysOf(ops));
  const staff = await tx.one<object>("select 1 from entity where bureau = $1 and t = 'staff' limit 1", [
    bureau,
  ]);
  const room = {
    bureau,
    recv,
    centerFeeds: await centerFeedsOf(tx, bureau),
    records,
    about: await loadAbout(tx, bureau, ops),
    hasStaff: staff !== undefined,
  };
  const appended = bookAll(ops, start, room);
  const last = appended.bookings.at(-1);
  if (last === undefined) return appended;
  await writeBookings(tx, bureau, { ...appended, records });
  await tx.run("update feed set n = $3, h = $4, head_seq = $5 where bureau = $1 and feed = $2", [
    bureau,
    feed.feed,
    last.header.n,
    last.op.h,
    last.seq,
  ]);
  return appended;
};

/** How a booking is answered to the desk that pushed it. */
export const resultOf = ({ op, header, seq, verdict }: Booking): PushResult => ({
  h: op.h,
  n: header.n,
  s: verdict === QUARANTINED ? "quarantined" : "ok",
  seq,
  verdict,
});
