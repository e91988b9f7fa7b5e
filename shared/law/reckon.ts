import type { Day } from "../kernel/day.ts";
import { daysBetween, minDay, plusDays, plusMonths, plusYears } from "../kernel/day.ts";
import type { Instant, Moment } from "../kernel/instant.ts";
import { dayOf, isInstant, nextWholeHour, plusHours, startOfDay } from "../kernel/instant.ts";
import type { Calendar, RestReason } from "./calendar.ts";
import { isCovered, lastWorkDayUpTo, plusWorkDays, restDaysBetween, workDayFrom } from "./calendar.ts";
import type { DeadlineRow, PeriodUnit } from "./deadlineRow.ts";

/** A rest day over which a date moved, or which a working-day period does not count. */
export type SkippedDay = { readonly on: Day; readonly why: Exclude<RestReason, null> };

type Reckoning = {
  readonly target: Moment | null;
  readonly hard: Moment;
  readonly legal: Moment;
  readonly from: Day;
  readonly until: Day;
};
/** How a row counts. */
type Counted = Pick<DeadlineRow, "unit" | "direction">;
type Period = { readonly length: number; readonly unit: PeriodUnit; readonly calendar: Calendar };

const endOf = (from: Day, { length, unit }: Period): Day => {
  if (unit === "month") return plusMonths(from, length);
  return unit === "year" ? plusYears(from, length) : plusDays(from, length);
};

const hours = (triggerAt: Moment, { length }: Period): Reckoning => {
  const at: Instant = isInstant(triggerAt) ? triggerAt : startOfDay(dayOf(triggerAt));
  const [hard, legal] = [plusHours(at, length), plusHours(nextWholeHour(at), length)];
  return { target: null, hard, legal, from: dayOf(hard), until: dayOf(hard) };
};

const workDays = (from: Day, { length, calendar }: Period): Reckoning => {
  const due = plusWorkDays(from, length, calendar);
  return { target: due, hard: due, legal: due, from: plusDays(from, 1), until: due };
};

const backwards = (from: Day, period: Period): Reckoning => {
  const legal = plusDays(from, -period.length);
  const hard = lastWorkDayUpTo(legal, period.calendar);
  return { target: hard, hard, legal, from: hard, until: legal };
};

const forwards = (from: Day, period: Period): Reckoning => {
  const hard = endOf(from, period);
  const lastWorkDay = lastWorkDayUpTo(hard, period.calendar);
  const target = lastWorkDay >= from ? lastWorkDay : hard;
  const legal = workDayFrom(hard, period.calendar);
  return { target, hard, legal, from: minDay(target, hard), until: legal };
};

const reckon = (row: Counted, triggerAt: Moment, period: Period): Reckoning => {
  if (row.unit === "hour") return hours(triggerAt, period);
  if (row.unit === "workday") return workDays(dayOf(triggerAt), period);
  return row.direction === "before"
    ? backwards(dayOf(triggerAt), period)
    : forwards(dayOf(triggerAt), period);
};

/** Suspension adds its days to the end and rolls again; only day periods can be suspended. */
const extended = (
  plain: Reckoning,
  triggerDay: Day,
  { days, calendar }: { days: number; calendar: Calendar },
) => {
  const hard = plusDays(dayOf(plain.hard), days);
  return forwards(triggerDay, { length: daysBetween(triggerDay, hard), unit: "day", calendar });
};

const isProvisional = ({ target, hard, legal, from, until }: Reckoning, calendar: Calendar): boolean =>
  [target ?? hard, hard, legal, from, until].some((moment) => !isCovered(dayOf(moment), calendar));

/** The dates of one period, and what is to be said of them. */
type Dates = Pick<Reckoning, "target" | "hard" | "legal"> & {
  /** What `hard` would be if no suspended day counted. */
  readonly unsuspendedHard: Moment;
  readonly provisional: boolean;
  readonly skipped: readonly SkippedDay[];
};

/** What the dates of a period follow from besides the calendar: nothing of the record but the day or minute it starts. */
type Run = { readonly triggerAt: Moment; readonly length: number; readonly suspendedDays: number };

const reckonAnew = (
  row: Counted,
  { triggerAt, length, suspendedDays: days }: Run,
  calendar: Calendar,
): Dates => {
  const plain = reckon(row, triggerAt, { length, unit: row.unit, calendar });
  const dates = days > 0 ? extended(plain, dayOf(triggerAt), { days, calendar }) : plain;
  const { target, hard, legal, from, until } = dates;
  return {
    target,
    hard,
    legal,
    unsuspendedHard: plain.hard,
    provisional: isProvisional(dates, calendar),
    skipped: row.unit === "hour" ? [] : restDaysBetween(from, until, calendar),
  };
};

/**
 * Dates reckoned so far by each calendar, which never changes: a year's files share a few thousand periods, and every
 * save, list and count asks for them again. Forgotten with the calendar, and before they are too many.
 */
const KNOWN = new WeakMap<Calendar, Map<string, Dates>>();
const KNOWN_MAX = 10_000;

/** The dates of a row's period (T1–T12). Pure: the same start, length and suspended days are the same dates. */
export const datesOf = (row: Counted, run: Run, calendar: Calendar): Dates => {
  const known = KNOWN.get(calendar) ?? new Map<string, Dates>();
  // the hour counts only in hour periods; all others run from the day
  const start = row.unit === "hour" ? run.triggerAt : dayOf(run.triggerAt);
  const key = `${start}${row.unit}${row.direction ?? ""}${run.length}+${run.suspendedDays}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= KNOWN_MAX) known.clear();
  const dates = reckonAnew(row, run, calendar);
  KNOWN.set(calendar, known.set(key, dates));
  return dates;
};
