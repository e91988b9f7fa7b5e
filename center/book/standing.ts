import type { Tx } from "../db/database.ts";
import type { FeedState } from "../desks/admit.ts";
import type { FeedRow } from "./books.ts";
import { tipsOf } from "./branches.ts";
import type { Authentic } from "./envelope.ts";
import type { Standing } from "./place.ts";

/** What must be known of a feed to place `ops` of it: where it ends, and which of them and their parents are here. */
export const standingOf = async (
  tx: Tx,
  bureau: string,
  asked: {
    readonly feed: Omit<FeedRow, "state"> & { readonly state: FeedState };
    readonly ops: readonly Authentic[];
  },
): Promise<Standing> => {
  const hashes = [...new Set(asked.ops.flatMap(({ op, header }) => [op.h, header.prev]))];
  const { feed, state, n, h } = asked.feed;
  const booked = await tx.all<{ h: string; seq: string; verdict: string }>(
    "select h, seq, verdict from op where bureau = $1 and feed = $2 and h = any($3)",
    [bureau, feed, hashes],
  );
  const held = await tx.all<{ h: string }>(
    "select h from held where bureau = $1 and feed = $2 and h = any($3) and released_seq is null",
    [bureau, feed, hashes],
  );
  return {
    state,
    n,
    h,
    booked: new Map(booked.map((row) => [row.h, { seq: Number(row.seq), verdict: row.verdict }])),
    held: new Set(held.map((row) => row.h)),
    tips: await tipsOf(tx, bureau, feed),
  };
};
