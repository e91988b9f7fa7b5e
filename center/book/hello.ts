import type { Shipped } from "../../shared/api/hubApi.ts";
import { commonProtocol, type HelloReply, type HelloRequest, LIMITS } from "../../shared/api/syncApi.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { admit } from "../desks/admit.ts";
import { lookAtClock } from "../desks/steadyClock.ts";
import { beginEpoch } from "../epochs/beginEpoch.ts";
import { checkIn } from "../epochs/window.ts";
import { termsOf } from "../hubs/terms.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { bookHead, readFeed } from "./books.ts";
import type { Caller } from "./caller.ts";
import { compareState } from "./compareState.ts";
import type { OwnBook } from "./ownOp.ts";
import { chainAt } from "./readSince.ts";

/** The oldest dictionary whose ops are still accepted, and the oldest that can read what this version writes. */
const MIN_WRITER = 1;
const MIN_READER = 1;
/** What -1 says: nothing of the desk's chain is ours. */
const NOTHING = -1;

/** The highest point of the desk's chain that is also ours. */
const commonPoint = async (tx: Tx, bureau: string, { cursor, sparse }: HelloRequest): Promise<number> => {
  const points = [cursor, ...sparse].map(({ seq, chain }) => ({
    seq,
    chain: seq === 0 && chain === "" ? CHAIN_START : chain,
  }));
  const rows = await tx.all<{ seq: string; chain: string }>(
    "select seq, encode(chain, 'hex') as chain from op where bureau = $1 and seq = any($2)",
    [bureau, points.map(({ seq }) => seq)],
  );
  const ours = new Map([[0, CHAIN_START], ...rows.map((row) => [Number(row.seq), row.chain] as const)]);
  return Math.max(
    NOTHING,
    ...points.filter(({ seq, chain }) => ours.get(seq) === chain).map(({ seq }) => seq),
  );
};

const saveReport = (
  tx: Tx,
  { bureau, feed }: Caller,
  { report, at }: { readonly report: HelloRequest["report"]; readonly at: string },
): Promise<number> =>
  tx.run(
    "update feed set seen_at = $3, unsent = $4, oldest_unsent_s = $5, conflicts = $6, contested = $7 where bureau = $1 and feed = $2",
    [bureau, feed, at, report.unsent, report.oldestUnsentS, report.conflicts, report.contested],
  );

/**
 * True when our own signature says that this book, of this very epoch, was once longer or other than it is: it was
 * restored and nobody noticed. A desk cannot make that up.
 */
const isShorter = async (
  { center, tx, bureau }: OwnBook,
  signed: HelloRequest["signed"],
): Promise<boolean> => {
  const head = await bookHead(tx, bureau);
  if (signed === undefined || signed.epoch !== head.epoch || head.home !== "here") return false;
  const text = `LAD head\n${bureau}\n${signed.epoch}\n${signed.seq}\n${signed.chain}`;
  if (!isSigned(publicKeyOf(center.key.publicKey), text, signed.sig)) return false;
  return (await chainAt(tx, bureau, signed.seq)) !== signed.chain;
};

/** Keeps in mind that the book was restored below what this desk had been told is stable (F40). */
const noteLostStable = async (
  { tx, bureau }: OwnBook,
  { cursor, report }: HelloRequest,
  common: number,
): Promise<void> => {
  const { epoch } = await bookHead(tx, bureau);
  if (cursor.epoch === epoch || Math.max(common, 0) >= Math.min(report.stable, cursor.seq)) return;
  await tx.run("update bureau_log set lost_stable = greatest(lost_stable, $2) where bureau = $1", [
    bureau,
    report.stable,
  ]);
};

/** What a desk of a hub is told besides: how far the province has the book, and who keeps it now if we do not. */
const cascadeOf = async (tx: Tx, bureau: string): Promise<Pick<HelloReply, "shipped" | "handedOver">> => {
  const row = await tx.one<{ home: string; shipped: string }>(
    "select home, shipped from bureau_log where bureau = $1",
    [bureau],
  );
  const handedOver = row?.home === "gone" ? (await termsOf(tx, bureau)).at(-1) : undefined;
  return {
    ...(row !== undefined && row.shipped !== "" && { shipped: JSON.parse(row.shipped) as Shipped }),
    ...(handedOver !== undefined && { handedOver }),
  };
};

/** Answers a desk that asks where it stands: its own feed, the book's end, and how far the two share one history. */
export const hello = async (
  center: Center,
  caller: Caller,
  request: HelloRequest,
): Promise<Result<HelloReply>> => {
  if (commonProtocol(request.proto) === undefined) return refuse("version-unknown", undefined, "proto");
  const at = new Date(center.now()).toISOString();
  return center.db.inBureau(caller.bureau, async (tx) => {
    await lookAtClock(tx, center.now());
    const feed = await readFeed(tx, caller.bureau, caller.feed);
    assert(feed !== undefined, "session of an unknown feed");
    const book = { center, tx, bureau: caller.bureau };
    if (await isShorter(book, request.signed)) await beginEpoch(book);
    await saveReport(tx, caller, { report: request.report, at });
    const common = await commonPoint(tx, caller.bureau, request);
    await noteLostStable(book, request, common);
    await checkIn(book, caller, request);
    const state = await admit(book, feed);
    const { epoch, seq, chain, stable, isRecovering } = await bookHead(tx, caller.bureau);
    const isSameState = await compareState(book, caller, request);
    const sig = center.key.sign(`LAD head\n${caller.bureau}\n${epoch}\n${seq}\n${chain}`);
    return done({
      epoch,
      head: { seq, chain, sig },
      recovering: isRecovering,
      feedHead: { n: feed.n, h: feed.h, state },
      common,
      stable,
      ...(isSameState !== undefined && { isSameState }),
      minReader: MIN_READER,
      minWriter: MIN_WRITER,
      limits: { ...LIMITS },
      serverTime: at,
      ...(await cascadeOf(tx, caller.bureau)),
    });
  });
};
