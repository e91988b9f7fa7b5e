import type { Trace } from "./trace.ts";

/** Attempts a shrinking may cost. */
const TRIES = 250;

/**
 * A shorter trace that still fails: events are left out in ever smaller runs, as long as `fails` says so. Each event
 * draws its own chance, so that what is left goes on as before.
 */
export const shrink = async (trace: Trace, fails: (trace: Trace) => Promise<boolean>): Promise<Trace> => {
  let best = trace;
  let tries = 0;
  for (let run = Math.ceil(best.events.length / 2); run >= 1 && tries < TRIES; ) {
    let hasShrunk = false;
    for (let at = 0; at < best.events.length && tries < TRIES; ) {
      const shorter = { ...best, events: best.events.toSpliced(at, run) };
      tries += 1;
      if (await fails(shorter)) {
        best = shorter;
        hasShrunk = true;
      } else at += run;
    }
    if (!hasShrunk || run > best.events.length) run = run === 1 ? 0 : Math.ceil(run / 2);
  }
  return best;
};
