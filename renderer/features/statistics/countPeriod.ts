import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { once } from "../../../shared/kernel/once.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import { type DayRange, daysOf, type Period } from "../../../shared/statistics/period.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import {
  type Adjustment,
  adjustmentsOf,
  earlierThan,
  statPeriodId,
  submittedIn,
} from "../../../shared/statistics/submitted.ts";
import { type Line, tabulate } from "../../../shared/statistics/tabulate.ts";
import { lawOf } from "../../data/bureau.ts";
import type { Desk } from "../../data/desk.ts";
import { readStatRecords } from "../../data/questions/statRecords.ts";

/** Every kind of record that is counted, and the periods handed in. */
export const COUNTED_KINDS: readonly EntityType[] = [
  ...new Set([
    ...INDICATORS.flatMap((row) => (row.is === "count" ? [row.from] : [])),
    // clocks run on these too
    "verification" as const,
    "cooperation" as const,
    "dutyRequest" as const,
    "statPeriod" as const,
  ]),
];

/** The columns before those of months and locked periods: period, year so far, same period last year. */
const COLUMNS = 3;
const MONTHS = 12;

/** The statistics of one period as the screens show them. */
export type Statistics = {
  readonly period: Period;
  readonly lines: readonly Line[];
  /** Where the twelve months of the year stand among a line's figures. */
  readonly monthColumns: readonly number[];
  readonly adjustments: readonly Adjustment[];
  /** What was handed in for the period, if anything was. */
  readonly handed: StatRecord | undefined;
  /** Every counted record by `t/id`: made when a person asks for the records behind a figure. */
  readonly byKey: () => ReadonlyMap<string, StatRecord>;
  readonly today: Day;
  readonly recordCount: number;
  readonly seconds: number;
};

const monthRanges = (year: number): readonly DayRange[] =>
  Array.from({ length: MONTHS }, (_, month) => daysOf({ kind: "month", year, no: month + 1 }));

/** Counts a period over everything this desk holds. */
export const countPeriod = async (desk: Desk, period: Period, today: Day): Promise<Statistics> => {
  const begun = performance.now();
  const [records, law] = await Promise.all([readStatRecords(desk, COUNTED_KINDS), lawOf(desk)]);
  const earlier = earlierThan(period, submittedIn(records));
  const more = [...monthRanges(period.year), ...earlier.map((each) => daysOf(each.period))];
  const lines = tabulate(records, period, { indicators: INDICATORS, law: { ...law, today }, more });
  const id = statPeriodId(period);
  return {
    period,
    lines,
    monthColumns: Array.from({ length: MONTHS }, (_, month) => COLUMNS + month),
    adjustments: adjustmentsOf(earlier, lines, COLUMNS + MONTHS),
    handed: records.find((each) => each.t === "statPeriod" && each.id === id),
    byKey: once(() => new Map(records.map((each) => [`${each.t}/${each.id}`, each]))),
    today,
    recordCount: records.length,
    seconds: (performance.now() - begun) / 1000,
  };
};
