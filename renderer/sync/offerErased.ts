import { isErased } from "../../shared/ops/op.ts";
import type { Desk } from "../data/desk.ts";
import { type Lost, type Meta, readMeta, writeMeta } from "../data/meta.ts";
import { openOps, type ReadOp } from "../data/opRow.ts";
import { waitingOf } from "../data/waiting.ts";

/** What was destroyed, and the orders to destroy: the one without the other would look like an edited book (I38). */
const isOfDestruction = (op: ReadOp): boolean =>
  isErased(op) || op.payloadRead.muts.some(({ k }) => k === "purge");

/** Own ops of one feed that cannot be pushed: those that wait without their payload, what they follow, and own orders. */
const unpushable = async (desk: Desk, feed: string): Promise<readonly Lost[]> => {
  const ops = await openOps(desk.seal, await waitingOf(desk, feed).toArray());
  if (!ops.some(isErased)) return [];
  let seq = 0;
  return ops.slice(0, ops.findLastIndex(isOfDestruction) + 1).map(({ h, head }) => {
    // the number it had is forgotten; behind everything its author had seen it says the same
    seq = Math.max(seq, head.seen.seq + 1);
    return { h, seq };
  });
};

/**
 * A desk that lost its database finds own ops in its journal without their payload, destroyed by law. A center that was
 * put back to before they were booked has forgotten them, and takes no such op as a new one: they were in a book, so they
 * are offered back with what was lost (I6, I39). `erased`: the last such op by own feed; `n`: where the center says the
 * present one ends. The caller is the only writer, and has settled that.
 */
export const offerErased = async (
  desk: Desk,
  { n }: { readonly n: number },
  erased: Meta["erased"],
): Promise<void> => {
  const { db, session } = desk;
  const feeds = Object.keys(erased).filter((feed) => feed !== session.feed || n < (erased[feed] ?? 0));
  if (feeds.length === 0) return;
  const { rescue } = await readMeta(db);
  const known = new Set(rescue.map(({ h }) => h));
  const found: Lost[] = [];
  for (const feed of feeds) found.push(...(await unpushable(desk, feed)));
  const lost = found.filter(({ h }) => !known.has(h));
  if (lost.length > 0) await writeMeta(db, { rescue: [...rescue, ...lost] });
};
