import type { Day } from "../kernel/day.ts";
import { daysBetween, maxDay } from "../kernel/day.ts";
import type { Moment } from "../kernel/instant.ts";
import { dayOf, isInstant, startOfDay } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";
import type { PeriodUnit } from "./deadlineRow.ts";
import type { Deadline, DeadlineId } from "./deadlines.ts";
import { deadline, isInForce } from "./deadlines.ts";
import type { Parameters } from "./parameters.ts";
import { DEFAULT_PARAMETERS } from "./parameters.ts";
import { datesOf, type SkippedDay } from "./reckon.ts";

/** Days that do not count (T12). While it is open, `expectedTo` is the day by which it should end. */
export type Suspension = { readonly from: Day; readonly to?: Day; readonly expectedTo?: Day };
export type Breach = "none" | "late_after_hard" | "late_after_legal";

export type ClockInput = {
  readonly rule: DeadlineId;
  readonly triggerAt: Moment;
  readonly calendar: Calendar;
  readonly suspended?: readonly Suspension[];
  readonly parameters?: Parameters;
  /** A length that a letter or decision of the record names instead of the row's own. */
  readonly length?: number | undefined;
  readonly metAt?: Moment | undefined;
};

/**
 * One statutory clock. `target`: last working day on or before `hard` (null for hour periods, where only the hour
 * counts). `hard`: the last moment without any roll-over; the product relies on it. `legal`: the last moment in law,
 * rolled over rest days (T4). For periods counted backwards `legal` is the exact latest day and `hard` the working
 * day before it (T11). For working-day periods all three are equal.
 */
export type Clock = {
  readonly id: DeadlineId;
  readonly triggerAt: Moment;
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly target: Moment | null;
  readonly hard: Moment;
  readonly legal: Moment;
  /** What `hard` would be if the suspension did not count (T12); present only with a suspension. */
  readonly unsuspendedHard?: Moment;
  readonly suspended: readonly Suspension[];
  /** A suspension is open: the dates assume that it ends on its expected day. */
  readonly isPaused: boolean;
  /** Some day of the reckoning lies beyond the loaded calendar (V27). */
  readonly provisional: boolean;
  /** The length was not read in a text in force, or was set by the bureau. */
  readonly unverified: boolean;
  /** Rest days over which `target`, `hard` or `legal` moved, or which a working-day period does not count. */
  readonly skipped: readonly SkippedDay[];
  readonly metAt?: Moment;
  readonly breach: Breach;
};

/** The length of a row at this bureau: its own, unless it is a parameter and the bureau has set another. */
export const lengthOf = (row: Deadline, parameters: Parameters): number =>
  row.parameter ? (parameters.periods[row.id] ?? row.length) : row.length;

/** True for a row that runs as a clock at this bureau: in force, with a number, nationwide or of its own locality (C1). */
export const runsHere = (row: Deadline, parameters: Parameters): boolean =>
  isInForce(row) &&
  lengthOf(row, parameters) > 0 &&
  (row.scope === undefined || row.scope === `local:${parameters.locality}`);

const suspendedDays = (suspended: readonly Suspension[]): number =>
  suspended.reduce(
    (sum, { from, to, expectedTo }) => sum + daysBetween(from, maxDay(from, to ?? expectedTo ?? from)),
    0,
  );

const isLater = (at: Moment, limit: Moment): boolean => {
  if (isInstant(limit)) return (isInstant(at) ? at : startOfDay(dayOf(at))) > limit;
  return dayOf(at) > limit;
};

/** How late something done at `at` is, measured by a clock. `hard` is never later than `legal`. */
export const breachAt = ({ hard, legal }: Pick<Clock, "hard" | "legal">, at: Moment): Breach => {
  if (isLater(at, legal)) return "late_after_legal";
  return isLater(at, hard) ? "late_after_hard" : "none";
};

/**
 * The dates of one period, by rules T1–T12: the starting day or hour is not counted
 * (刑诉法第一百零五条, 民法典第二百零一条), the last day rolls over rest days (民法典第二百零三条).
 */
export const clock = (input: ClockInput): Clock => {
  const { rule, triggerAt, calendar, parameters = DEFAULT_PARAMETERS, metAt } = input;
  const row = deadline(rule);
  const length = input.length ?? lengthOf(row, parameters);
  const suspended =
    parameters.examSuspendDuringSupplement && row.unit === "day" ? (input.suspended ?? []) : [];
  const dates = datesOf(row, { triggerAt, length, suspendedDays: suspendedDays(suspended) }, calendar);
  return {
    id: row.id,
    triggerAt,
    length,
    unit: row.unit,
    target: dates.target,
    hard: dates.hard,
    legal: dates.legal,
    ...(suspended.length > 0 && { unsuspendedHard: dates.unsuspendedHard }),
    suspended,
    isPaused: suspended.some(({ to }) => to === undefined),
    provisional: dates.provisional,
    unverified: row.parameter === true,
    skipped: dates.skipped,
    ...(metAt !== undefined && { metAt }),
    breach: metAt === undefined ? "none" : breachAt(dates, metAt),
  };
};
