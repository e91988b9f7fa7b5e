import type { Day } from "../kernel/day.ts";
import { dayOf, type Moment } from "../kernel/instant.ts";
import type { Parameters } from "../law/parameters.ts";
import type { StatRecord } from "./statRecord.ts";

const DAY_LENGTH = 10;

/** The day of a fact that holds a day or a minute, or undefined. What is folded was checked when it was written. */
export const factDay = ({ facts }: StatRecord, f: string): Day | undefined => {
  const value = facts[f];
  return typeof value === "string" && value.length >= DAY_LENGTH ? dayOf(value as Moment) : undefined;
};

const firstOf = (days: readonly (Day | undefined)[]): Day | undefined =>
  days.flatMap((on) => (on === undefined ? [] : [on])).toSorted()[0];

/** The day of the decision that stands: after an ordered correction, the new one (法律援助法第四十九条第二款). */
const decided = (record: StatRecord): Day | undefined =>
  factDay(record, "redecidedAt") ?? factDay(record, "decidedAt");

const CHECKED: ReadonlySet<string> = new Set(["noticeChecked", "replied", "closed"]);
const REVIEWED: ReadonlySet<string> = new Set(["passed", "failed", "archived"]);

/**
 * The day a case was accepted: granted, notified by an organ or begun as emergency aid, whichever came first; once only
 *. A letter counts from its receipt once it was checked; one withdrawn or returned is no case.
 */
const accepted = (record: StatRecord): Day | undefined =>
  firstOf([
    record.facts.decision === "GRANT" ? decided(record) : undefined,
    factDay(record, "emergencyAt"),
    CHECKED.has(record.stages.notice ?? "") ? factDay(record, "noticeReceivedAt") : undefined,
  ]);

/**
 * The day a case was closed, once its closing file was reviewed: receipt of the closing document, or the day on which
 * termination took effect; by parameter the day of the review instead [U].
 */
const closed = (record: StatRecord, { closingDayBasis }: Parameters): Day | undefined => {
  if (!REVIEWED.has(record.stages.closing ?? "")) return undefined;
  const reviewed = factDay(record, "closingReviewedAt");
  if (closingDayBasis === "review") return reviewed;
  const ended =
    record.stages.termination === "effective" ? factDay(record, "terminationEffectiveOn") : undefined;
  return ended ?? factDay(record, "resultReceivedOn") ?? reviewed;
};

/** Days that are not a fact by themselves. "@now" is the day of the count: what stands at present. */
const MOMENTS = {
  "@accepted": accepted,
  "@closed": closed,
  "@decided": decided,
  "@now": () => undefined,
} as const satisfies Record<string, (record: StatRecord, parameters: Parameters) => Day | undefined>;

/** The name of such a day. */
export type MomentName = keyof typeof MOMENTS;

/** The day that places a record in a period, by the name an indicator gives; undefined when there is none yet. */
export const momentOf = (record: StatRecord, on: string, parameters: Parameters): Day | undefined =>
  Object.hasOwn(MOMENTS, on) ? MOMENTS[on as MomentName](record, parameters) : factDay(record, on);
