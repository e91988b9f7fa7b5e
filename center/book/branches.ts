import type { Hash } from "../../shared/ops/op.ts";
import type { Tx } from "../db/database.ts";
import type { FeedRow } from "./books.ts";
import type { Authentic } from "./envelope.ts";

/** An end of a feed: the position and hash of the last op booked there. */
export type Tip = { readonly n: number; readonly h: Hash | "" };

/** Where released branches of a feed end, by hash; empty for nearly every feed. */
export const tipsOf = async (tx: Tx, bureau: string, feed: string): Promise<ReadonlyMap<Hash, number>> =>
  new Map(
    (
      await tx.all<{ h: string; n: string }>("select h, n from branch where bureau = $1 and feed = $2", [
        bureau,
        feed,
      ])
    ).map(({ h, n }) => [h, Number(n)]),
  );

/** The ends of a feed after more ops of it were booked, whichever end each of them continues or leaves. */
export const tipsAfter = (
  start: { readonly main: Tip; readonly tips: ReadonlyMap<Hash, number> },
  ops: readonly Pick<Authentic, "op" | "header">[],
): { readonly main: Tip; readonly tips: ReadonlyMap<Hash, number> } => {
  let { main } = start;
  const tips = new Map(start.tips);
  for (const {
    op: { h },
    header: { n, prev },
  } of ops) {
    if (n === main.n + 1 && prev === main.h) main = { n, h };
    else {
      tips.delete(prev);
      tips.set(h, n);
    }
  }
  return { main, tips };
};

/** Writes down where the branches of a feed end after `ops` were booked; answers with the end of its main line. */
export const moveTips = async (
  tx: Tx,
  { bureau, feed }: { readonly bureau: string; readonly feed: FeedRow },
  ops: readonly Pick<Authentic, "op" | "header">[],
): Promise<Tip> => {
  const before = await tipsOf(tx, bureau, feed.feed);
  const { main, tips } = tipsAfter({ main: { n: feed.n, h: feed.h }, tips: before }, ops);
  for (const h of before.keys())
    if (!tips.has(h))
      await tx.run("delete from branch where bureau = $1 and feed = $2 and h = $3", [bureau, feed.feed, h]);
  for (const [h, n] of tips)
    if (!before.has(h))
      await tx.run("insert into branch (bureau, feed, h, n) values ($1, $2, $3, $4)", [
        bureau,
        feed.feed,
        h,
        n,
      ]);
  return main;
};
