import { randomUUID } from "node:crypto";
import { assert } from "../../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { textOf } from "../../shared/kernel/utf8.ts";
import { parseHeader } from "../../shared/sync/opShape.ts";
import { append } from "../book/append.ts";
import { type FeedRow, lockBook, lockFeed } from "../book/books.ts";
import { moveTips } from "../book/branches.ts";
import { type Authentic, checkEnvelope } from "../book/envelope.ts";
import { DESTROYED, eraseAside } from "../book/eraseAside.ts";
import { bookOwn, type OwnBook, putBy } from "../book/ownOp.ts";
import type { Center } from "../context.ts";
import { registerDevices, repeatEffects } from "../epochs/registerDevices.ts";
import { publicKeyOf } from "../keys/ed25519.ts";

/** The answer to "was this a legitimate restore?": the held ops are booked, or stay outside the book. */
export type Decision = "released" | "kept";
/** About which feed, what, and who said so (the login of the console). */
export type HoldDecision = { readonly feed: string; readonly decision: Decision; readonly by: string };

type Row = {
  readonly h: string;
  readonly reason: string;
  readonly header: Buffer;
  readonly payload: Buffer;
  readonly sig: string;
  readonly actor_sig: string;
  readonly is_erased: boolean;
};

const openHeld = (bureau: string, { feed, key }: FeedRow, row: Row): Authentic => {
  const received = {
    header: textOf(row.header),
    payload: textOf(row.payload),
    sig: row.sig,
    actorSig: row.actor_sig,
  };
  const checked = checkEnvelope(received, {
    bureau,
    feed,
    key: publicKeyOf(key),
    mayBeErased: row.is_erased,
  });
  assert(checked.ok, "a held op was changed while it waited");
  // what it said went with the record it was about: it takes its place in the book, without effect
  return { ...checked.value, erasedAs: DESTROYED };
};

/** Books held ops in the order in which they came, each under the number it gets now. Nothing is signed again. */
const bookHeld = async (
  { center, tx, bureau }: OwnBook,
  feed: FeedRow,
  ops: readonly Authentic[],
): Promise<void> => {
  const recv = new Date(center.now()).toISOString();
  const { bookings } = await append(tx, { bureau, feed, recv }, ops);
  // a former keeper of the book made desks known, gave numbers and stopped desks: that counts from its release on
  if (feed.isCenter) {
    for (const { payload } of bookings) await registerDevices(tx, { bureau, centerKey: feed.key }, payload);
    await repeatEffects(tx, bureau, bookings);
  }
  for (const { op, seq } of bookings)
    await tx.run("update held set released_seq = $3 where bureau = $1 and h = $2", [bureau, op.h, seq]);
  const last = bookings.at(-1);
  const main = await moveTips(tx, { bureau, feed }, ops);
  await tx.run("update feed set n = $3, h = $4, head_seq = $5 where bureau = $1 and feed = $2", [
    bureau,
    feed.feed,
    main.n,
    main.h,
    main.h === last?.op.h ? last.seq : feed.headSeq,
  ]);
};

const OUTSIDE =
  "select h, reason, decision, header, payload, sig, actor_sig, is_erased from held where bureau = $1 and feed = $2 and released_seq is null order by arrived_no";

/** What of a feed is outside the book: undecided, or kept there by a person. */
type Outside = Row & { readonly decision: string };

const prevOf = ({ header }: Row): string => {
  const read = parseHeader(textOf(header));
  return read.ok ? read.value.prev : "";
};

/**
 * Whoever releases what grew on a branch that was kept outside releases the branch with it: nothing is booked whose parent
 * is not (I3), and a decision that was wrong can be taken back.
 */
const withParents = (undecided: readonly Row[], outside: readonly Outside[]): readonly Row[] => {
  const kept = new Map(outside.filter(({ decision }) => decision === "kept").map((row) => [row.h, row]));
  const wanted = new Set(undecided.map(({ h }) => h));
  for (const row of undecided)
    for (let up = kept.get(prevOf(row)); up !== undefined && !wanted.has(up.h); up = kept.get(prevOf(up)))
      wanted.add(up.h);
  return outside.filter(({ h }) => wanted.has(h));
};

const bookDecision = (
  book: OwnBook,
  { feed, decision, by }: HoldDecision,
  rows: readonly Row[],
): Promise<number> => {
  const isReleased = decision === "released";
  const facts = {
    feed,
    reason: rows[0]?.reason ?? "",
    decision: isReleased ? "RELEASED" : "KEPT",
    count: rows.length,
    by,
    decidedAt: new Date(book.center.now()).toISOString(),
  };
  const muts = putBy({ t: "hold", id: randomUUID() }, facts);
  return bookOwn(book, { intent: isReleased ? "hold.release" : "hold.keep", muts });
};

/**
 * Settles what is held of one locked feed, in the caller's transaction, whose book is locked. Released: booked in order,
 * with what they build upon, and every branch may go on growing. Kept: stays outside the book, visible. Answers with how
 * many ops there were.
 */
export const settleHeld = async (
  book: OwnBook,
  feed: FeedRow,
  { decision, by }: Omit<HoldDecision, "feed">,
): Promise<number> => {
  const { tx, bureau } = book;
  const outside = await tx.all<Outside>(OUTSIDE, [bureau, feed.feed]);
  const undecided = outside.filter((row) => row.decision === "");
  if (undecided.length === 0) return 0;
  const rows = decision === "released" ? withParents(undecided, outside) : undecided;
  await bookDecision(book, { feed: feed.feed, decision, by }, rows);
  if (decision === "released")
    await bookHeld(
      book,
      feed,
      rows.map((row) => openHeld(bureau, feed, row)),
    );
  await tx.run("update held set decision = $3 where bureau = $1 and h = any($2)", [
    bureau,
    rows.map(({ h }) => h),
    decision,
  ]);
  // what is kept outside for good is destroyed with what was destroyed before it came
  if (decision === "kept") await eraseAside(tx, bureau, { going: new Set(), among: rows.map(({ h }) => h) });
  return rows.length;
};

/**
 * Settles what is held of one feed. Either way a frozen feed is open again; a revoked one stays revoked, and an ended one
 * ended (I24, I34). An op of the center says who decided what. `not-found` when nothing waits.
 */
export const decideHold = (
  center: Center,
  bureau: string,
  { feed: id, decision, by }: HoldDecision,
): Promise<Result<void>> =>
  center.db.inBureau(bureau, async (tx) => {
    if ((await lockBook(tx, bureau)).home !== "here") return refuse("not-home");
    const feed = await lockFeed(tx, bureau, id);
    if (feed === undefined) return refuse("not-found");
    const count = await settleHeld({ center, tx, bureau }, feed, { decision, by });
    if (count === 0) return refuse("not-found");
    await tx.run("update feed set state = 'open' where bureau = $1 and feed = $2 and state = 'frozen'", [
      bureau,
      id,
    ]);
    center.log.info({ bureau, feed: id, ops: count, decision }, "hold.decided");
    return done(undefined);
  });
