/**
 * A hybrid logical clock: milliseconds and a counter. For display order only; it decides nothing (R18). It follows the
 * desk's own wall clock and never a remote one, so that one wrong clock cannot poison another desk (F45).
 */
export type Hlc = readonly [number, number];

/** The next local stamp: never smaller than the last, never throwing, whatever the wall clock does (I23). */
export const nextHlc = (last: Hlc, wallMs: number): Hlc =>
  wallMs > last[0] ? [wallMs, 0] : [last[0], last[1] + 1];
