import type { FundEntryFacts } from "../dictionary/fund.ts";
import { balanceOf } from "./ledger.ts";

/** A posted entry with its place in the book: the order in which desks and center see it. */
export type PostedEntry = { readonly id: string; readonly facts: FundEntryFacts; readonly seq: number };

/** Money that stands for itself: a fund, or one donation within it. */
type Purse = { readonly fund: FundEntryFacts["fund"]; readonly donationId?: string };

const pursesOf = (posted: readonly PostedEntry[]): readonly Purse[] => {
  const all = posted.flatMap(({ facts: { fund, donationId } }): Purse[] => [
    { fund },
    ...(donationId === undefined ? [] : [{ fund, donationId }]),
  ]);
  return [...new Map(all.map((purse) => [`${purse.fund}/${purse.donationId ?? ""}`, purse])).values()];
};

const isIn = ({ fund, donationId }: Purse, { facts }: PostedEntry): boolean =>
  facts.fund === fund && (donationId === undefined || facts.donationId === donationId);

const beyond = (purse: Purse, posted: readonly PostedEntry[]): readonly string[] => {
  const own = posted.filter((entry) => isIn(purse, entry));
  const facts = own.map((entry) => entry.facts);
  if (balanceOf(facts, purse.fund, purse.donationId) >= 0) return [];
  const takenBack = new Set(facts.flatMap(({ reverses }) => reverses ?? []));
  return own
    .filter((entry, index) => {
      const sum = balanceOf(facts.slice(0, index + 1), purse.fund, purse.donationId);
      return entry.facts.flow === "OUT" && sum < 0 && !takenBack.has(entry.id);
    })
    .map(({ id }) => id);
};

/**
 * Entries by which a fund, or one donation, went below zero, in the order of the book: two desks without a cable may each
 * spend the same money lawfully. Empty as soon as the money is there again, by a reversal or by income (V20).
 * @source 法律援助条例第三条; 公益事业捐赠法第十八条
 */
export const overdrawnEntries = (entries: readonly PostedEntry[]): readonly string[] => {
  const posted = [...entries].sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
  return [...new Set(pursesOf(posted).flatMap((purse) => beyond(purse, posted)))];
};
