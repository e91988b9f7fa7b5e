import type { PushReply, PushResult } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import type { Op } from "../../shared/ops/op.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { append, resultOf } from "./append.ts";
import { hold, logRefused } from "./aside.ts";
import { bookHead, type FeedRow, lockFeed } from "./books.ts";
import type { Caller } from "./caller.ts";
import { type Authentic, type Checked, checkEnvelope } from "./envelope.ts";
import type { Standing } from "./place.ts";
import { placeBatch } from "./placeBatch.ts";

const checkAll = (ops: readonly Omit<Op, "h">[], { bureau, feed, key }: Caller): readonly Checked[] => {
  const source = { bureau, feed, key: publicKeyOf(key) };
  return ops.map((received): Checked => {
    const checked = checkEnvelope(received, source);
    return checked.ok ? { received, authentic: checked.value } : { received, code: checked.refusal.code };
  });
};

const standingOf = async (
  tx: Tx,
  caller: Caller,
  asked: { readonly feed: FeedRow; readonly ops: readonly Authentic[] },
): Promise<Standing> => {
  const hashes = [...new Set(asked.ops.flatMap(({ op, header }) => [op.h, header.prev]))];
  const booked = await tx.all<{ h: string; seq: string; verdict: string }>(
    "select h, seq, verdict from op where bureau = $1 and feed = $2 and h = any($3)",
    [caller.bureau, caller.feed, hashes],
  );
  const held = await tx.all<{ h: string }>(
    "select h from held where bureau = $1 and feed = $2 and h = any($3)",
    [caller.bureau, caller.feed, hashes],
  );
  const { state, n, h } = asked.feed;
  return {
    state,
    n,
    h,
    booked: new Map(booked.map((row) => [row.h, { seq: Number(row.seq), verdict: row.verdict }])),
    held: new Set(held.map((row) => row.h)),
  };
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

type Outcome = Pick<PushReply, "feedHead" | "results" | "head" | "stable"> & { readonly headSeq: number };

const transact = async (
  tx: Tx,
  caller: Caller,
  work: { readonly checked: readonly Checked[]; readonly recv: string },
): Promise<Outcome> => {
  const feed = await lockFeed(tx, caller.bureau, caller.feed);
  assert(feed !== undefined, "session of an unknown feed");
  const authentic = work.checked.flatMap((one) => (one.authentic === undefined ? [] : [one.authentic]));
  const placed = placeBatch(work.checked, await standingOf(tx, caller, { feed, ops: authentic }));
  const appended =
    placed.toAppend.length > 0
      ? await append(tx, { bureau: caller.bureau, feed, recv: work.recv }, placed.toAppend)
      : undefined;
  await hold(tx, caller, { ops: placed.toHold, reason: feed.state === "revoked" ? "revoked" : "fork" });
  await logRefused(
    tx,
    caller,
    work.checked.filter(({ code }) => code !== undefined),
  );
  await markFeed(tx, caller, { recv: work.recv, isFrozen: placed.isForked && feed.state === "open" });
  const head = appended?.head ?? (await bookHead(tx, caller.bureau));
  const booked = new Map((appended?.bookings ?? []).map((booking) => [booking.op.h, resultOf(booking)]));
  const last = appended?.bookings.at(-1);
  return {
    results: placed.results.map((result) =>
      result.s === "gap" || result.s === "refused" ? result : dupOrBooked(result, booked),
    ),
    feedHead: last === undefined ? { n: feed.n, h: feed.h } : { n: last.header.n, h: last.op.h },
    headSeq: last?.seq ?? feed.headSeq,
    head: { seq: head.seq, chain: head.chain },
    stable: head.stable,
  };
};

/** An op sent twice in one batch is booked once; the second mention is answered as the duplicate it is. */
const dupOrBooked = (result: PushResult, booked: ReadonlyMap<string, PushResult>): PushResult => {
  const found = booked.get(result.h);
  return found === undefined ? result : { ...found, s: result.s === "dup" ? "dup" : found.s };
};

/**
 * Takes a batch of one desk: one transaction, all of it or nothing. Answers per op, and signs how far the feed is in
 * the book: durable before the answer leaves (I7).
 */
export const push = async (
  center: Center,
  caller: Caller,
  ops: readonly Omit<Op, "h">[],
): Promise<PushReply> => {
  const checked = checkAll(ops, caller);
  const at = new Date(center.now()).toISOString();
  const { headSeq, ...outcome } = await center.db.inBureau(caller.bureau, (tx) =>
    transact(tx, caller, { checked, recv: at }),
  );
  const { n, h } = outcome.feedHead;
  const text = `LAD receipt\n${caller.bureau}\n${caller.feed}\n${n}\n${h}\n${headSeq}\n${at}`;
  return { ...outcome, receipt: { n, h, seq: headSeq, at, sig: center.key.sign(text) } };
};
