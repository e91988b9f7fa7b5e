import type { ChainPoint } from "../data/meta.ts";

/** How many earlier points the handshake offers. */
const MOST = 32;

/**
 * Verified points of the chain after one more, newest first: dense near the end, thinner with age, so that a common
 * ancestor is always found within a fixed number of points.
 */
export const withPoint = (points: readonly ChainPoint[], point: ChainPoint): readonly ChainPoint[] => {
  const older = points.filter(({ seq }) => seq < point.seq);
  const all = [point, ...older];
  if (all.length <= MOST) return all;
  // drop the point whose neighbours lie closest together in proportion to their age; the ends always stay
  const gaps = all.slice(1, -1).map((_, index) => {
    const [newer, oldest] = [all[index], all[index + 2]];
    const age = point.seq - (oldest?.seq ?? 0) + 1;
    return ((newer?.seq ?? 0) - (oldest?.seq ?? 0)) / age;
  });
  const least = gaps.indexOf(Math.min(...gaps)) + 1;
  return all.filter((_, index) => index !== least);
};
