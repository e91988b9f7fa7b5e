/** A burst of work that is always the same: some twenty milliseconds on a processor that has nothing else to do. */
const ROUNDS = 3_000_000;
const EVERY_MS = 200;

const burst = (): number => {
  const startMs = performance.now();
  let sum = 0;
  for (let at = 1; at < ROUNDS; at += 1) sum = (sum * 31 + at) % 1_000_003;
  if (sum < 0) throw new Error("never");
  return performance.now() - startMs;
};

/**
 * How much longer than its best the same work takes on this machine while something else is measured: 1 on a quiet one,
 * more where others have the processors. A bound in milliseconds holds times this. Ends with the answer.
 */
export const watchStretch = (): (() => number) => {
  // the first ones are slow because no compiler has seen them
  let best = Math.min(...Array.from({ length: 5 }, burst));
  let worst = best;
  const timer = setInterval(() => {
    const took = burst();
    best = Math.min(best, took);
    worst = Math.max(worst, took);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    return worst / best;
  };
};
