import type { ChainPoint } from "../data/meta.ts";

/** How many earlier points the handshake offers. */
const MOST = 32;

/**
 * Verified points of the chain after one more, newest first: dense near the end, thinner with age, so that a common
 * ancestor is always found within a fixed number of points.
 */
export const withPoint = (points: readonly ChainPoint[], point: ChainPoint): readonly ChainPoint[] =>
  mergePoint(
    points.filter(({ seq }) => seq < point.seq),
    point,
  );

/** The same with a point from below the others, as they are found when the ops below a snapshot are fetched. */
export const mergePoint = (points: readonly ChainPoint[], point: ChainPoint): readonly ChainPoint[] => {
  const all = [...points.filter(({ seq }) => seq !== point.seq), point].sort((a, b) => b.seq - a.seq);
  const newest = all[0]?.seq ?? 0;
  if (all.length <= MOST) return all;
  // drop the point whose neighbours lie closest together in proportion to their age; the ends always stay
  const gaps = all.slice(1, -1).map((_, index) => {
    const [newer, oldest] = [all[index], all[index + 2]];
    const age = newest - (oldest?.seq ?? 0) + 1;
    return ((newer?.seq ?? 0) - (oldest?.seq ?? 0)) / age;
  });
  const least = gaps.indexOf(Math.min(...gaps)) + 1;
  return all.filter((_, index) => index !== least);
};
