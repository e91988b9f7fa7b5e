import { LEDGER_SUBJECTS } from "../dictionary/codes/ledgerSubjects.ts";
import type { FundEntryFacts, SubsidyClaimFacts, SubsidyStandardFacts } from "../dictionary/fund.ts";

/** An entry with the balance of its fund once it is counted, in fen. */
export type LedgerLine = { readonly entry: FundEntryFacts; readonly balanceFen: number };

const signed = ({ flow, amountFen = 0 }: FundEntryFacts): number => (flow === "OUT" ? -amountFen : amountFen);

/** What the posted entries of a fund add up to, in fen; with `donationId` only those of one donation. */
export const balanceOf = (
  entries: readonly FundEntryFacts[],
  fund: FundEntryFacts["fund"],
  donationId?: string,
): number =>
  entries
    .filter((entry) => entry.fund === fund && (donationId === undefined || entry.donationId === donationId))
    .reduce((sum, entry) => sum + signed(entry), 0);

/** Every entry with the running balance of its fund: the audit export re-adds to exactly these figures. */
export const ledgerLines = (entries: readonly FundEntryFacts[]): readonly LedgerLine[] => {
  const sums = new Map<FundEntryFacts["fund"], number>();
  return entries.map((entry) => {
    const balanceFen = (sums.get(entry.fund) ?? 0) + signed(entry);
    sums.set(entry.fund, balanceFen);
    return { entry, balanceFen };
  });
};

/** Which way a subject of the ledger flows by its nature; a reversal flows the other way. */
export const flowOf = (subject: FundEntryFacts["subject"]): FundEntryFacts["flow"] => {
  if (subject === undefined) return undefined;
  return LEDGER_SUBJECTS[subject].dir === "in" ? "IN" : "OUT";
};

/** True when `entry` takes `original` back: same fund, subject, donation and amount, the other way. */
export const isReversalOf = (entry: FundEntryFacts, original: FundEntryFacts): boolean =>
  entry.fund === original.fund &&
  entry.subject === original.subject &&
  entry.amountFen === original.amountFen &&
  entry.donationId === original.donationId &&
  entry.flow !== original.flow;

/** `percent` of an amount in whole fen, half a fen rounded up; integer arithmetic throughout. */
export const shareFen = (amountFen: number, percent: number): number =>
  Math.floor((amountFen * percent + 50) / 100);

/** What a claim must total: the share of the basic fee, and the direct costs. */
export const claimTotalFen = ({
  baseFen = 0,
  sharePercent = 100,
  directCostsFen = 0,
}: SubsidyClaimFacts): number => shareFen(baseFen, sharePercent) + directCostsFen;

/** The most that a standard pays for one claim: per case or item once, per shift by its half working days. */
export const standardFen = ({ unit, amountFen = 0 }: SubsidyStandardFacts, halfDays: number): number => {
  if (unit === "HALF_DAY") return amountFen * halfDays;
  return unit === "WORKDAY" ? shareFen(amountFen, halfDays * 50) : amountFen;
};
