/** A hybrid logical clock: milliseconds and a counter. For display order only; it decides nothing (R18). */
export type Hlc = readonly [number, number];

/** How far ahead of the center's time a remote clock may pull ours. */
export const HLC_AHEAD_MS = 5 * 60_000;

/** The next local stamp: never smaller than the last, never throwing, whatever the wall clock does (I23). */
export const nextHlc = (last: Hlc, wallMs: number): Hlc =>
  wallMs > last[0] ? [wallMs, 0] : [last[0], last[1] + 1];

/** Our clock after seeing a remote stamp; a stamp beyond the bound is recorded in its op but not merged (F45). */
export const mergeHlc = (last: Hlc, remote: Hlc, serverMs: number): Hlc =>
  remote[0] > serverMs + HLC_AHEAD_MS ||
  remote[0] < last[0] ||
  (remote[0] === last[0] && remote[1] <= last[1])
    ? last
    : remote;
