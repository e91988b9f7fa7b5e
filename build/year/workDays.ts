import { type Day, day, monthOf, plusDays, weekday } from "../../shared/kernel/day.ts";
import { isWorkDay, SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import type { Chance } from "./chance.ts";
import { itemAt } from "./chance.ts";

/** The first and the last day of the invented year. */
export const YEAR_FROM = day("2025-11-24");
export const YEAR_TO = day("2026-11-20");

const listed = (from: Day, to: Day): readonly Day[] => {
  const days: Day[] = [];
  for (let on = from; on <= to; on = plusDays(on, 1)) if (isWorkDay(on, SHIPPED_CALENDAR)) days.push(on);
  return days;
};

/** Every working day from the first of the year on, and half a year more for plans that reach beyond it. */
export const WORK_DAYS: readonly Day[] = listed(YEAR_FROM, plusDays(YEAR_TO, 400));
/** How many of them belong to the year. */
export const YEAR_DAYS = WORK_DAYS.filter((on) => on <= YEAR_TO).length;

/** Mondays are busy and Fridays quiet; before the Spring Festival wages are asked for, in the festival nobody comes. */
const BY_WEEKDAY = [0, 1.35, 1.1, 1, 0.95, 0.8, 0.5, 0.5];
const BY_MONTH = [0, 1.25, 0.6, 1.15, 1.05, 0.95, 1, 1, 0.9, 1, 0.85, 1.1, 1.3];

const WEIGHED = WORK_DAYS.slice(0, YEAR_DAYS).map((on, index) => ({
  index,
  weight: (BY_WEEKDAY[weekday(on)] ?? 1) * (BY_MONTH[monthOf(on)] ?? 1),
}));

/** The number of a working day on which something comes in. */
export const someDay = (chance: Chance): number => chance.weigh(WEIGHED).index;

/** The working day of this number. */
export const workDay = (index: number): Day => itemAt(WORK_DAYS, Math.min(index, WORK_DAYS.length - 1));
