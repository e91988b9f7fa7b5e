import type { PushReply, PushResult } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Op } from "../../shared/ops/op.ts";
import { receiptText } from "../../shared/sync/receiptText.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { admit, type FeedState } from "../desks/admit.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { type Appended, append, resultOf } from "./append.ts";
import { hold, logRefused } from "./aside.ts";
import { bookHead, type FeedRow, lockFeed } from "./books.ts";
import { moveTips } from "./branches.ts";
import type { Caller } from "./caller.ts";
import { type Authentic, type Checked, checkEnvelope } from "./envelope.ts";
import type { OwnBook } from "./ownOp.ts";
import { placeBatch } from "./placeBatch.ts";
import { standingOf } from "./standing.ts";

const checkAll = (ops: readonly Omit<Op, "h">[], { bureau, feed, key }: Caller): readonly Checked[] => {
  const source = { bureau, feed, key: publicKeyOf(key) };
  return ops.map((received): Checked => {
    const checked = checkEnvelope(received, source);
    return checked.ok ? { received, authentic: checked.value } : { received, code: checked.refusal.code };
  });
};

const markFeed = (
  tx: Tx,
  { bureau, feed }: Caller,
  { recv, isFrozen }: { readonly recv: string; readonly isFrozen: boolean },
): Promise<number> =>
  tx.run(
    "update feed set seen_at = $3, state = case when $4 then 'frozen' else state end where bureau = $1 and feed = $2",
    [bureau, feed, recv, isFrozen],
  );

type Last = { readonly n: number; readonly h: string; readonly seq: number };

const lastOf = (appended: Appended | undefined): Last | undefined => {
  const last = appended?.bookings.at(-1);
  return last && { n: last.header.n, h: last.op.h, seq: last.seq };
};

/** On a feed with released branches: the last of the sent ops that is in the book, on whichever branch its desk writes. */
const lastBooked = async (
  tx: Tx,
  { bureau, feed }: Caller,
  sent: readonly Authentic[],
): Promise<Last | undefined> => {
  const rows = await tx.all<{ h: string; seq: string }>(
    "select h, seq, verdict from op where bureau = $1 and feed = $2 and h = any($3)",
    [bureau, feed, sent.map(({ op }) => op.h)],
  );
  const seqs = new Map(rows.map(({ h, seq }) => [h, Number(seq)]));
  const last = sent.findLast(({ op }) => seqs.has(op.h));
  return last && { n: last.header.n, h: last.op.h, seq: seqs.get(last.op.h) ?? 0 };
};

/** The feed's own end is that of its main line, whatever branch has just grown. */
const keepMain = async (
  tx: Tx,
  { bureau, feed }: { readonly bureau: string; readonly feed: FeedRow },
  { bookings }: Appended,
): Promise<void> => {
  const main = await moveTips(tx, { bureau, feed }, bookings);
  const seq = bookings.find(({ op }) => op.h === main.h)?.seq ?? feed.headSeq;
  await tx.run("update feed set n = $3, h = $4, head_seq = $5 where bureau = $1 and feed = $2", [
    bureau,
    feed.feed,
    main.n,
    main.h,
    seq,
  ]);
};

type Outcome = Pick<PushReply, "feedHead" | "results" | "head" | "stable"> & { readonly headSeq: number };

/** Why ops of a feed are kept outside the book: what its next reader at the province has to ask about. */
const reasonOf = (state: FeedState, isForked: boolean): string =>
  state === "revoked" || (state === "ended" && !isForked) ? state : "fork";

const transact = async (
  book: OwnBook,
  caller: Caller,
  work: { readonly checked: readonly Checked[]; readonly recv: string },
): Promise<Result<Outcome>> => {
  const { tx } = book;
  const { home, isRecovering } = await bookHead(tx, caller.bureau);
  if (home !== "here") return refuse("not-home");
  if (isRecovering) return refuse("busy", undefined, "recovering");
  const feed = await lockFeed(tx, caller.bureau, caller.feed);
  assert(feed !== undefined, "session of an unknown feed");
  const authentic = work.checked.flatMap((one) => (one.authentic === undefined ? [] : [one.authentic]));
  const state = await admit(book, feed);
  const standing = await standingOf(tx, caller.bureau, { feed: { ...feed, state }, ops: authentic });
  const placed = placeBatch(work.checked, standing);
  const appended =
    placed.toAppend.length > 0
      ? await append(tx, { bureau: caller.bureau, feed, recv: work.recv }, placed.toAppend)
      : undefined;
  const isBranched = standing.tips.size > 0;
  if (isBranched && appended !== undefined) await keepMain(tx, { bureau: caller.bureau, feed }, appended);
  await hold(tx, caller, { ops: placed.toHold, reason: reasonOf(state, placed.isForked) });
  const refused = work.checked.filter(({ code }) => code !== undefined);
  await logRefused(tx, caller, refused);
  await markFeed(tx, caller, { recv: work.recv, isFrozen: placed.isForked && feed.state === "open" });
  const head = appended?.head ?? (await bookHead(tx, caller.bureau));
  const booked = new Map((appended?.bookings ?? []).map((booking) => [booking.op.h, resultOf(booking)]));
  const last = isBranched ? await lastBooked(tx, caller, authentic) : lastOf(appended);
  const { seq: headSeq, ...feedHead } = last ?? { n: feed.n, h: feed.h, seq: feed.headSeq };
  return done({
    results: placed.results.map((result) =>
      result.s === "gap" || result.s === "refused" ? result : dupOrBooked(result, booked),
    ),
    feedHead,
    headSeq,
    head: { seq: head.seq, chain: head.chain },
    stable: head.stable,
  });
};

/** An op sent twice in one batch is booked once; the second mention is answered as the duplicate it is. */
const dupOrBooked = (result: PushResult, booked: ReadonlyMap<string, PushResult>): PushResult => {
  const found = booked.get(result.h);
  return found === undefined ? result : { ...found, s: result.s === "dup" ? "dup" : found.s };
};

/**
 * Takes a batch of one desk: one transaction, all of it or nothing. Answers per op, and signs how far the feed is in
 * the book: durable before the answer leaves (I7). `busy` while a restored book is recovering.
 */
export const push = async (
  center: Center,
  caller: Caller,
  ops: readonly Omit<Op, "h">[],
): Promise<Result<PushReply>> => {
  const checked = checkAll(ops, caller);
  const at = new Date(center.now()).toISOString();
  const taken = await center.db.inBureau(caller.bureau, (tx) =>
    transact({ center, tx, bureau: caller.bureau }, caller, { checked, recv: at }),
  );
  if (!taken.ok) return taken;
  const { headSeq, ...outcome } = taken.value;
  const { n, h } = outcome.feedHead;
  const receipt = { n, h, seq: headSeq, at };
  const sig = center.key.sign(receiptText(caller.bureau, { feed: caller.feed, ...receipt }));
  return done({ ...outcome, receipt: { ...receipt, sig } });
};
