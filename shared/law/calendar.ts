import type { Day } from "../kernel/day.ts";
import { plusDays, weekday, yearOf } from "../kernel/day.ts";
import type { CalendarYear, DayRange } from "./holidays.ts";
import { FIXED_REST_DATES, HOLIDAYS_2026 } from "./holidays.ts";

/** A rest day that only this locality has, such as a minority region's own holiday (办法第四条). */
export type LocalRest = { readonly days: DayRange; readonly zh: string; readonly en: string };

/** Which days are working days here: the loaded yearly tables and the local overlay. Plain data, always an argument. */
export type Calendar = { readonly years: readonly CalendarYear[]; readonly local: readonly LocalRest[] };

/** Why a day is a rest day; `null` means it is a working day. */
export type RestReason = "weekend" | "holiday" | "local" | null;

/** The calendar shipped with this version: 2026 only, no local rest days. */
export const SHIPPED_CALENDAR: Calendar = { years: [HOLIDAYS_2026], local: [] };

/** No run of rest days is near this long; a longer search means a calendar without working days, which is a bug. */
const LONGEST_REST = 60;

const within = (on: Day, [first, last]: DayRange): boolean => first <= on && on <= last;

const tableOf = (on: Day, { years }: Calendar): CalendarYear | undefined =>
  years.find(({ year, coversUntil }) => year === yearOf(on) && on <= coversUntil);

/** True when an official table covers the day. Where none does, every computed date is provisional (V27). */
export const isCovered = (on: Day, calendar: Calendar): boolean => tableOf(on, calendar) !== undefined;

const officialRest = (on: Day, table: CalendarYear | undefined): RestReason => {
  if (table?.work.includes(on)) return null;
  const holiday = table
    ? table.rest.some((days) => within(on, days))
    : FIXED_REST_DATES.includes(on.slice(5));
  if (holiday) return "holiday";
  return weekday(on) > 5 ? "weekend" : null;
};

/**
 * Why `on` is a rest day, or null for a working day: Monday to Friday not a holiday, plus adjusted working weekends
 * (rule T10). Without a table: weekends and the fixed dates of 全国年节及纪念日放假办法.
 */
export const restReason = (on: Day, calendar: Calendar): RestReason => {
  if (calendar.local.some(({ days }) => within(on, days))) return "local";
  return officialRest(on, tableOf(on, calendar));
};

/** True for a working day (T10). */
export const isWorkDay = (on: Day, calendar: Calendar): boolean => restReason(on, calendar) === null;

const walk = (from: Day, calendar: Calendar, step: 1 | -1): Day => {
  for (let away = 0; away <= LONGEST_REST; away += 1) {
    const on = plusDays(from, away * step);
    if (isWorkDay(on, calendar)) return on;
  }
  throw new Error(`no working day within ${LONGEST_REST} days of ${from}`);
};

/** The first working day on or after `from` (T4: 民法典第二百零三条第一款). */
export const workDayFrom = (from: Day, calendar: Calendar): Day => walk(from, calendar, 1);

/** The first working day after `from`. */
export const nextWorkDay = (from: Day, calendar: Calendar): Day => walk(plusDays(from, 1), calendar, 1);

/** The last working day on or before `until`. */
export const lastWorkDayUpTo = (until: Day, calendar: Calendar): Day => walk(until, calendar, -1);

/** The day on which the `count`th working day after `from` falls; `from` itself is not counted (T2, T9). */
export const plusWorkDays = (from: Day, count: number, calendar: Calendar): Day => {
  let on = from;
  for (let counted = 0; counted < count; counted += 1) on = nextWorkDay(on, calendar);
  return on;
};

/** Every rest day from `first` to `last`, both included, with its reason: what an explanation names. */
export const restDaysBetween = (
  first: Day,
  last: Day,
  calendar: Calendar,
): readonly { readonly on: Day; readonly why: Exclude<RestReason, null> }[] => {
  const found: { on: Day; why: Exclude<RestReason, null> }[] = [];
  for (let on = first; on <= last; on = plusDays(on, 1)) {
    const why = restReason(on, calendar);
    if (why !== null) found.push({ on, why });
  }
  return found;
};

/** The last day without gap from `from` on that the loaded tables cover; null when `from` itself is not covered. */
export const coveredUntil = (from: Day, calendar: Calendar): Day | null => {
  let until: Day | null = null;
  for (
    let table = tableOf(from, calendar);
    table !== undefined;
    table = tableOf(plusDays(until, 1), calendar)
  )
    until = table.coversUntil;
  return until;
};
