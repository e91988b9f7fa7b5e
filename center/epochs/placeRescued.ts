import { assert } from "../../shared/kernel/assert.ts";
import { textOf } from "../../shared/kernel/utf8.ts";
import { append } from "../book/append.ts";
import { hold } from "../book/aside.ts";
import { lockBook, lockFeed } from "../book/books.ts";
import { type Authentic, checkEnvelope } from "../book/envelope.ts";
import { DESTROYED } from "../book/eraseAside.ts";
import type { OwnBook } from "../book/ownOp.ts";
import { placeBatch } from "../book/placeBatch.ts";
import { standingOf } from "../book/standing.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { repeatEffects } from "./registerDevices.ts";

type Row = {
  readonly feed: string;
  readonly header: Buffer;
  readonly payload: Buffer;
  readonly sig: string;
  readonly actor_sig: string;
  readonly is_destroyed: boolean;
};

/** Ops that followed one another in the old book and are of one feed: they can be placed together. */
const runsOf = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[0]?.feed === row.feed) last.push(row);
    else runs.push([row]);
  }
  return runs;
};

/**
 * Places one run behind its feed, as a push would. The center's own earlier feeds take what they wrote before; a fork
 * and what a revoked desk wrote after its revocation are held, as ever (I24, I34).
 */
const placeRun = async ({ center, tx, bureau }: OwnBook, run: readonly Row[]): Promise<void> => {
  const feed = await lockFeed(tx, bureau, run[0]?.feed ?? "");
  assert(feed !== undefined, "rescued op of an unknown feed");
  const source = { bureau, feed: feed.feed, key: publicKeyOf(feed.key), mayBeErased: true };
  const ops = run.map(({ header, payload, sig, actor_sig, is_destroyed }): Authentic => {
    const received = { header: textOf(header), payload: textOf(payload), sig, actorSig: actor_sig };
    const checked = checkEnvelope(received, source);
    assert(checked.ok, "a rescued op was changed while it waited");
    return { ...checked.value, ...(is_destroyed && { erasedAs: DESTROYED }) };
  });
  const standing = await standingOf(tx, bureau, { feed, ops });
  const { toAppend, toHold, isForked, results } = placeBatch(
    ops.map((authentic) => ({ received: authentic.op, authentic })),
    { ...standing, state: feed.isCenter ? "open" : feed.state },
  );
  if (toAppend.length > 0) {
    const recv = new Date(center.now()).toISOString();
    const { bookings } = await append(tx, { bureau, feed, recv }, toAppend);
    await repeatEffects(tx, bureau, bookings);
  }
  const reason = feed.state === "revoked" ? "revoked" : "fork";
  await hold(tx, { bureau, feed: feed.feed, key: feed.key }, { ops: toHold, reason });
  if (isForked)
    await tx.run("update feed set state = 'frozen' where bureau = $1 and feed = $2 and state = 'open'", [
      bureau,
      feed.feed,
    ]);
  const placed = results.filter(({ s }) => s !== "gap").map(({ h }) => h);
  await tx.run("update rescued set is_placed = true where bureau = $1 and h = any($2)", [bureau, placed]);
};

/**
 * Books everything in the waiting room, in the order of the old book. What still misses an ancestor stays and is tried
 * again with the next offer.
 */
export const placeRescued = async (book: OwnBook): Promise<void> => {
  await lockBook(book.tx, book.bureau);
  const rows = await book.tx.all<Row>(
    "select feed, header, payload, sig, actor_sig, is_destroyed from rescued where bureau = $1 and not is_placed order by old_seq, n, h",
    [book.bureau],
  );
  for (const run of runsOf(rows)) await placeRun(book, run);
};
