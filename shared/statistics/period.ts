import type { Label } from "../dictionary/field.ts";
import { type Day, day, monthOf, plusDays, plusMonths, yearOf } from "../kernel/day.ts";

/** How long a statistical period is. */
export type PeriodKind = "month" | "quarter" | "half" | "year";

/** One period: `no` counts within the year, from 1. */
export type Period = { readonly kind: PeriodKind; readonly year: number; readonly no: number };

/** First and last day, both included. */
export type DayRange = { readonly from: Day; readonly to: Day };

/** The months one period of a kind spans, and the letter its name has. */
// biome-ignore format: a table is read by columns
const KINDS: Readonly<Record<PeriodKind, { readonly months: number; readonly letter: string; readonly label: Label }>> = {
  month:   { months: 1,  letter: "M", label: { zh: "月", en: "Month" } },
  quarter: { months: 3,  letter: "Q", label: { zh: "季度", en: "Quarter" } },
  half:    { months: 6,  letter: "H", label: { zh: "半年", en: "Half-year" } },
  year:    { months: 12, letter: "Y", label: { zh: "年", en: "Year" } },
};

/** Every kind of period, the shortest first. */
export const PERIOD_KINDS = Object.keys(KINDS) as readonly PeriodKind[];
/** What a kind of period is called. */
export const kindLabel = (kind: PeriodKind): Label => KINDS[kind].label;
/** How many periods of a kind a year has. */
export const periodsPerYear = (kind: PeriodKind): number => 12 / KINDS[kind].months;

const pad = (value: number): string => String(value).padStart(2, "0");
const january = (year: number): Day => day(`${year}-01-01`);

/** The days of a period. */
export const daysOf = ({ kind, year, no }: Period): DayRange => {
  const from = plusMonths(january(year), (no - 1) * KINDS[kind].months);
  return { from, to: plusDays(plusMonths(from, KINDS[kind].months), -1) };
};

/** 累计: from the first of January to the end of the period. */
export const yearToDate = (period: Period): DayRange => ({
  from: january(period.year),
  to: daysOf(period).to,
});

/** 上年同期: the same period a year before. */
export const lastYear = (period: Period): Period => ({ ...period, year: period.year - 1 });

/** The period of a kind in which a day lies. */
export const periodAt = (kind: PeriodKind, on: Day): Period => ({
  kind,
  year: yearOf(on),
  no: Math.floor((monthOf(on) - 1) / KINDS[kind].months) + 1,
});

/** The period before this one, of the same kind. */
export const periodBefore = (period: Period): Period =>
  periodAt(period.kind, plusDays(daysOf(period).from, -1));

/** "2026-M01", "2026-Q1", "2026-H2", "2026-Y1": the name by which a period is stored; text order is time order. */
export const periodName = ({ kind, year, no }: Period): string =>
  `${year}-${KINDS[kind].letter}${kind === "month" ? pad(no) : no}`;

const NAME = /^(\d{4})-([MQHY])(\d{1,2})$/;

/** The period of a stored name, or undefined for a name that is none. */
export const periodNamed = (name: string): Period | undefined => {
  const [, year, letter, no] = NAME.exec(name) ?? [];
  const kind = PERIOD_KINDS.find((each) => KINDS[each].letter === letter);
  if (kind === undefined || Number(no) < 1 || Number(no) > periodsPerYear(kind)) return undefined;
  const period = { kind, year: Number(year), no: Number(no) };
  return periodName(period) === name ? period : undefined;
};

const CHINESE = ["", "一", "二", "三", "四"];

/** What people call a period. */
export const periodLabel = ({ kind, year, no }: Period): Label => {
  if (kind === "month") return { zh: `${year}年${no}月`, en: `${year}-${pad(no)}` };
  if (kind === "quarter") return { zh: `${year}年第${CHINESE[no]}季度`, en: `Q${no} ${year}` };
  if (kind === "half") return { zh: `${year}年${no === 1 ? "上" : "下"}半年`, en: `H${no} ${year}` };
  return { zh: `${year}年度`, en: `Year ${year}` };
};
