/**
 * A civil day in Asia/Shanghai, written "YYYY-MM-DD". Legal periods run in civil days, so no time zone and no
 * clock is involved: equal text is the equal day, and text order is day order.
 */
export type Day = string & { readonly __kind: "day" };

const DAY_MS = 86_400_000;
const TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The days spoken of so far: a calendar has few, and statistics ask for each of them a thousand times. */
const TEXTS = new Map<number, Day>();
const TIMES = new Map<Day, number>();

const msOf = (day: Day): number => {
  const known = TIMES.get(day);
  if (known !== undefined) return known;
  const ms = Date.UTC(yearOf(day), monthOf(day) - 1, Number(day.slice(8, 10)));
  TIMES.set(day, ms);
  return ms;
};
const dayOfMs = (ms: number): Day => {
  const known = TEXTS.get(ms);
  if (known !== undefined) return known;
  const text = new Date(ms).toISOString().slice(0, 10) as Day;
  TEXTS.set(ms, text);
  return text;
};
const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** How many days the month has; `month` is 1 to 12. */
const monthLength = (year: number, month: number): number => {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
};

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The month of a day, 1 to 12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

const exists = (text: string): boolean => {
  const parts = TEXT.exec(text);
  if (parts === null) return false;
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return false;
  return date >= 1 && date <= monthLength(year, month);
};

/** Days that were looked at and exist; there are not half a million between 1900 and 2999. */
const SEEN = new Set<string>();

/** True only for a date that exists, between 1900 and 2999: "2026-02-29" is not a day. */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== "string" || value.length !== 10) return false;
  if (SEEN.has(value)) return true;
  if (!exists(value)) return false;
  SEEN.add(value);
  return true;
};

/** The day written as `text`. Throws a RangeError for text that is no day: for constants and checked input only. */
export const day = (text: string): Day => {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
};

/** The day `count` days later, or earlier when `count` is negative. */
export const plusDays = (from: Day, count: number): Day => dayOfMs(msOf(from) + count * DAY_MS);

/**
 * The corresponding day `count` months later; when that month has no such day, its last day.
 * Rule T8: 民法典第二百零二条; 最高法刑诉解释第二百零二条.
 */
export const plusMonths = (from: Day, count: number): Day => {
  const months = yearOf(from) * 12 + (monthOf(from) - 1) + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const date = Math.min(Number(from.slice(8, 10)), monthLength(year, month));
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day;
};

/** The corresponding day `count` years later; 29 February becomes 28 February where there is none (T8). */
export const plusYears = (from: Day, count: number): Day => plusMonths(from, count * 12);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (msOf(to) - msOf(from)) / DAY_MS;

/** 1 for Monday to 7 for Sunday. */
export const weekday = (on: Day): number => new Date(msOf(on)).getUTCDay() || 7;

/** The earliest of the days given; at least one. */
export const minDay = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((a, b) => (b < a ? b : a), first);

/** The latest of the days given; at least one. */
export const maxDay = (first: Day, ...rest: readonly Day[]): Day =>
  rest.reduce((a, b) => (b > a ? b : a), first);
