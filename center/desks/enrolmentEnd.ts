const DAY_MS = 86_400_000;
/** A day more for every comparison: two clocks, a leap of summer time, an office that sends at the last minute (I22). */
const TOLERANCE_MS = DAY_MS;

/**
 * How long an enrolment lives and how much longer a desk that was away may still come back by itself, in days. A policy
 * of this product (设计), not of the law: a desk that nobody switched on for over a year is one nobody missed.
 */
export type EndPolicy = { readonly deskDays: number; readonly deskGraceDays: number };

/** What the end of an enrolment means at a moment: nothing yet; renew it now; or a person has to (F83). */
export type EndStanding = "lasting" | "renew" | "ended";

/**
 * Where an enrolment stands at `nowMs`. `undefined` is a desk enrolled before there were ends: its contact gives it one.
 * From half of its life on every contact renews it, also for the days of grace behind its end; after them a person has to.
 */
export const standingOfEnd = (
  endsMs: number | undefined,
  nowMs: number,
  { deskDays, deskGraceDays }: EndPolicy,
): EndStanding => {
  if (endsMs === undefined) return "renew";
  if (nowMs > endsMs + deskGraceDays * DAY_MS + TOLERANCE_MS) return "ended";
  return endsMs - nowMs <= (deskDays * DAY_MS) / 2 ? "renew" : "lasting";
};

/** The end of an enrolment that is given or renewed at `nowMs` (milliseconds UTC). */
export const newEnd = (nowMs: number, { deskDays }: EndPolicy): number => nowMs + deskDays * DAY_MS;

/** How a desk stands at `nowMs`: as a person left it (open, frozen, revoked), or its enrolment has ended. */
export const stateAt = <State extends string>(
  desk: { readonly state: State; readonly not_after: Date | null },
  nowMs: number,
  policy: EndPolicy,
): State | "ended" =>
  desk.state === "open" && standingOfEnd(desk.not_after?.getTime(), nowMs, policy) === "ended"
    ? "ended"
    : desk.state;
