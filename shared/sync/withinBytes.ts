import type { Op } from "../ops/op.ts";

/** Frame overhead and signatures around an op's text; generous, the limit is the center's. */
const ROUND = 512;

/** The longest run of ops, oldest first, that stays within the limit of bytes; at least one, however long it is. */
export const withinBytes = <T extends Op>(ops: readonly T[], most: number): readonly T[] => {
  let sum = 0;
  const over = ops.findIndex(({ header, payload }) => {
    // three bytes per UTF-16 unit is the most UTF-8 can take
    sum += (header.length + payload.length) * 3 + ROUND;
    return sum > most;
  });
  return over < 0 ? ops : ops.slice(0, Math.max(1, over));
};
