import { type Chance, chanceOf } from "./chance.ts";

/** A timer of a program, due at a moment of the world's steady clock. */
export type Timer = { readonly due: number; readonly run: () => void };

/** The one world that is being played: its chance, its true time, and how its signatures are made. */
export const now: {
  chance: Chance;
  /** True time in milliseconds since 1970, and the steady clock that never jumps. */
  trueMs: number;
  steadyMs: number;
  isRealCrypto: boolean;
  /** How long a sync of a disk takes at the moment. */
  timers: Timer[];
  /** Whether a page that rests a while lets that time pass at once: where pages rest in the middle of a step. */
  doPagesRest: boolean;
} = { chance: chanceOf(0), trueMs: 0, steadyMs: 0, isRealCrypto: false, timers: [], doPagesRest: false };

/** Lets time pass, and rings what falls due. */
export const pass = (ms: number): void => {
  now.trueMs += ms;
  now.steadyMs += ms;
  const due = now.timers.filter((timer) => timer.due <= now.steadyMs);
  now.timers = now.timers.filter((timer) => timer.due > now.steadyMs);
  for (const { run } of due) run();
};
