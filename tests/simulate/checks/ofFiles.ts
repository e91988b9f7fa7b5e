import type { Check } from "./check.ts";

/* What must hold where files are carried. */

/**
 * A file that waits says what for, and completes itself when that is there (I26): at the end only such files may wait as
 * need positions that no desk has any more, or are of a desk that was stopped.
 */
export const parkedCompletes: Check = ({ feeds, parked, happened }) => {
  const ends = new Map(feeds.map(({ feed, n }) => [String(feed), Number(n)]));
  return parked
    .filter(({ feed }) => ends.has(feed) && !happened.has(`revoked ${feed}`))
    .filter(({ needs }) => needs.every(({ feed, to }) => (ends.get(feed) ?? 0) >= to))
    .map(({ id }) => `file ${id} is parked, and nothing is missing`);
};

/** Any mixture of line and files gives the same set: what is in the book or held is what desks and center have written. */
export const sameSet: Check = ({ book, held, feeds, desks, happened }) => {
  const written = new Set(
    desks.flatMap(({ desk, journal }) => [...desk.saved, ...journal.map(({ h }) => h)]),
  );
  const own = new Set(feeds.filter(({ is_center }) => is_center === false).map(({ feed }) => String(feed)));
  const isComplete = desks.every(({ feed }) => !happened.has(`rolledBack ${feed}`));
  return [
    ...book.filter(({ head }) => own.has(head.feed)),
    ...held.map(({ h, feed }) => ({ h: String(h), head: { feed } })),
  ]
    .filter(({ h }) => isComplete && !written.has(h))
    .map(({ h }) => `${h} was written by no desk`);
};
