import type { Day } from "./day.ts";
import { isDay } from "./day.ts";

/**
 * A civil minute in Asia/Shanghai, written "YYYY-MM-DDTHH:MM". This is the form of every legal moment: letters and
 * stamps name minutes, and hour periods run on the wall clock (China has one zone and no summer time).
 * Machine time stays outside: `instantOfMs` is the only door, and the caller brings the milliseconds.
 */
export type Instant = string & { readonly __kind: "instant" };

/** When something happened, as exactly as it is known: a civil minute, or only the day. */
export type Moment = Day | Instant;

const HOUR_MS = 3_600_000;
/** China Standard Time is UTC+8 all year round. */
const SHANGHAI_MS = 8 * HOUR_MS;
const CLOCK = /^T([01]\d|2[0-3]):[0-5]\d$/;

/** True for a real day with a real minute of the day, and nothing after it. */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === "string" &&
  value.length === 16 &&
  isDay(value.slice(0, 10)) &&
  CLOCK.test(value.slice(10));

/** The civil minute written as `text`. Throws a RangeError otherwise: for constants and checked input only. */
export const instant = (text: string): Instant => {
  if (!isInstant(text)) throw new RangeError(`not a civil minute: ${text}`);
  return text;
};

/** The civil day on which the moment falls. */
export const dayOf = (moment: Moment): Day => moment.slice(0, 10) as Day;

/** The civil minute in Asia/Shanghai at `ms` milliseconds since 1970 UTC; seconds are dropped. */
export const instantOfMs = (ms: number): Instant =>
  new Date(ms + SHANGHAI_MS).toISOString().slice(0, 16) as Instant;

/** Milliseconds since 1970 UTC at the start of the civil minute. */
export const msOfInstant = (at: Instant): number => Date.parse(`${at}:00Z`) - SHANGHAI_MS;

/** The civil minute `count` hours later. */
export const plusHours = (at: Instant, count: number): Instant =>
  instantOfMs(msOfInstant(at) + count * HOUR_MS);

/**
 * The start of the next hour. The hour in which a period begins is not counted (刑诉法第一百零五条第二款), so a
 * period beginning at 10:00 or at 10:59 counts from 11:00.
 */
export const nextWholeHour = (at: Instant): Instant => `${plusHours(at, 1).slice(0, 13)}:00` as Instant;

/** The first civil minute of a day. */
export const startOfDay = (on: Day): Instant => `${on}T00:00` as Instant;
