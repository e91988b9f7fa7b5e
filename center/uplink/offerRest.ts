import { HUB_ROUTES, type Term } from "../../shared/api/hubApi.ts";
import { LIMITS, rescueReply } from "../../shared/api/syncApi.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { chainAt, pageAfter } from "../book/readSince.ts";
import { askProvince } from "./askProvince.ts";
import type { Line, Shipping } from "./line.ts";

type Point = { readonly seq: number; readonly chain: string };

/** Where the book that was taken over left ours: above it are ops that the province may never have seen. */
const leftAt = async ({ center, bureau }: Line, terms: readonly Term[]): Promise<Point> => {
  const { seq = 0, chain = CHAIN_START } = terms.at(-1) ?? {};
  const ours = await center.db.inBureau(bureau, (tx) => chainAt(tx, bureau, seq));
  return ours === chain ? { seq, chain } : { seq: 0, chain: CHAIN_START };
};

/**
 * Offers to a book that is no longer ours what only this hub has, with its old numbers (F42). `offering` while something
 * of it is neither booked nor waiting for a person there: it is offered again in the next round, and stays here anyway.
 */
export const offerRest = async (line: Line, terms: readonly Term[]): Promise<Result<Shipping>> => {
  const { center, bureau, province, token } = line;
  let at = await leftAt(line, terms);
  let isSettled = true;
  for (;;) {
    const bounds = { after: at.seq, before: at.chain, ops: LIMITS.opsPerPush, bytes: LIMITS.pullBytes };
    const page = await center.db.inBureau(bureau, (tx) => pageAfter(tx, bureau, bounds));
    if (page.ops.length === 0) return done(isSettled && page.isWhole ? "handed-over" : "offering");
    const url = `${province.url}${HUB_ROUTES.rescue}?${new URLSearchParams({ bureau })}`;
    const reply = await askProvince({ url, token, ops: page.ops }, rescueReply);
    if (!reply.ok) return reply;
    isSettled &&= reply.value.results.every(({ s }) => s === "ok" || s === "held");
    at = { seq: at.seq + page.ops.length, chain: page.chain };
  }
};
