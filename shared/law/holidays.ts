import type { Day } from "../kernel/day.ts";
import { day } from "../kernel/day.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

/** A run of days, both ends included. */
export type DayRange = readonly [first: Day, last: Day];

/**
 * One year's official table as the State Council publishes it: rest days, and weekend days turned into working days
 * (调休上班). `coversUntil` is the last day the table speaks about. The province publishes the next year's table as data.
 */
export type CalendarYear = {
  readonly year: number;
  readonly coversUntil: Day;
  readonly rest: readonly DayRange[];
  readonly work: readonly Day[];
  readonly source: Source;
};

const range = (first: string, last: string): DayRange => [day(first), day(last)];

/** 国办发明电〔2025〕7号 (2025-11-04); six code bases quoting it agree (mark V2). */
export const HOLIDAYS_2026: CalendarYear = {
  year: 2026,
  coversUntil: day("2026-12-31"),
  rest: [
    range("2026-01-01", "2026-01-03"),
    range("2026-02-15", "2026-02-23"),
    range("2026-04-04", "2026-04-06"),
    range("2026-05-01", "2026-05-05"),
    range("2026-06-19", "2026-06-21"),
    range("2026-09-25", "2026-09-27"),
    range("2026-10-01", "2026-10-07"),
  ],
  work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"].map(day),
  source: law("HOL2026"),
};

/**
 * The Gregorian holidays of every year, "MM-DD" (办法第二条): used only where no table is loaded, and then every date
 * is marked provisional. 春节, 清明, 端午 and 中秋 move with the moon or the sun and are not guessed.
 */
export const FIXED_REST_DATES: readonly string[] = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"];
