import type { Tx } from "../db/database.ts";

const DAY_MS = 86_400_000;
/** A clock that moved further than this between two looks has jumped, or nobody looked for a month. */
const JUMP_MS = 31 * DAY_MS;
/** A clock that jumped and has run on evenly for so long is believed after all. */
const STEADY_MS = 7 * DAY_MS;

/** What a center believes the time is (milliseconds UTC), and since when its clock has been saying something else. */
export type SteadyClock = { readonly believedMs: number; readonly doubtMs?: number };

/**
 * The clock after one more look at it. Small steps are followed, backwards never; a jump, ten years ahead or twenty
 * back, is not believed before the clock has run evenly for a week behind it. So no wrong clock ends an enrolment by
 * being wrong for an afternoon (I22, F44), and a right one is believed in the end.
 */
export const looked = (before: SteadyClock | undefined, nowMs: number): SteadyClock => {
  if (before === undefined) return { believedMs: nowMs };
  const { believedMs, doubtMs } = before;
  if (Math.abs(nowMs - believedMs) <= JUMP_MS) return { believedMs: Math.max(believedMs, nowMs) };
  const isSame = doubtMs !== undefined && nowMs >= doubtMs && nowMs - doubtMs <= JUMP_MS;
  if (!isSame) return { believedMs, doubtMs: nowMs };
  return nowMs - doubtMs >= STEADY_MS ? { believedMs: nowMs } : { believedMs, doubtMs };
};

type Row = { readonly clock_at: Date | null; readonly doubt_at: Date | null };

const clockOf = async (tx: Tx): Promise<SteadyClock | undefined> => {
  const row = await tx.one<Row>("select clock_at, doubt_at from center");
  if (row === undefined || row.clock_at === null) return undefined;
  const doubt = row.doubt_at === null ? {} : { doubtMs: row.doubt_at.getTime() };
  return { believedMs: row.clock_at.getTime(), ...doubt };
};

/** What the center believes the time is when its clock says `nowMs`. */
export const believedMs = async (tx: Tx, nowMs: number): Promise<number> =>
  looked(await clockOf(tx), nowMs).believedMs;

const timeOf = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString();

/** Looks at the clock and keeps in mind what it said: once a day is enough, and whenever it begins or ends to be doubted. */
export const lookAtClock = async (tx: Tx, nowMs: number): Promise<void> => {
  const before = await clockOf(tx);
  const after = looked(before, nowMs);
  const isNews =
    before === undefined ||
    after.doubtMs !== before.doubtMs ||
    Math.abs(after.believedMs - before.believedMs) >= DAY_MS;
  if (isNews)
    await tx.run("update center set clock_at = $1, doubt_at = $2", [
      timeOf(after.believedMs),
      timeOf(after.doubtMs),
    ]);
};
