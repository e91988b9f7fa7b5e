import type { FundEntryFacts } from "../dictionary/fund.ts";
import type { Day } from "../kernel/day.ts";
import { daysBetween } from "../kernel/day.ts";
import { flowOf } from "../law/ledger.ts";
import type { Parameters } from "../law/parameters.ts";
import { factDay } from "./moments.ts";
import { recipientsOf, type StatRecord } from "./statRecord.ts";

type Measure = (record: StatRecord, parameters: Parameters) => number;

const fact =
  (f: string): Measure =>
  ({ facts }) => {
    const value = facts[f];
    return typeof value === "number" ? value : 0;
  };

const between =
  (from: string, to: string | ((record: StatRecord) => Day | undefined)): Measure =>
  (record) => {
    const [start, end] = [factDay(record, from), typeof to === "string" ? factDay(record, to) : to(record)];
    return start === undefined || end === undefined ? 0 : Math.max(0, daysBetween(start, end));
  };

/** A reversal runs against the nature of its subject and so takes away (条例第三条). */
const netFen: Measure = ({ facts }) => {
  const { subject, flow, amountFen = 0 } = facts as FundEntryFacts;
  return flow === flowOf(subject) ? amountFen : -amountFen;
};

/** How much one record adds to a figure. Whole numbers only: money in fen, time in days. */
export const MEASURES = {
  one: () => 1,
  cases: (record, { groupCaseCounts }) => (groupCaseCounts === "perRecipient" ? recipientsOf(record) : 1),
  recipients: recipientsOf,
  claimedFen: fact("claimedFen"),
  awardedFen: fact("awardedFen"),
  recoveredFen: fact("recoveredFen"),
  netFen,
  totalFen: fact("totalFen"),
  examinationDays: between("receivedAt", (record) => factDay(record, "decidedAt")),
  payDays: between("submittedAt", "paidOn"),
} as const satisfies Record<string, Measure>;

/** The name of a measure. */
export type MeasureName = keyof typeof MEASURES;
