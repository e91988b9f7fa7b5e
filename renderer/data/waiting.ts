import { type Desk, ownFeeds } from "./desk.ts";
import type { OpRow } from "./deskDb.ts";

/** Ops of one own feed that the center is not proved to have, oldest first. */
export const waitingOf = ({ db }: Pick<Desk, "db">, feed: string) =>
  db.ops.where("[feed+waiting]").between([feed, 0], [feed, Infinity]);

/** At most `limit` rows that wait, those from before a restore first. */
export const waitingRows = async (desk: Desk, limit: number): Promise<readonly OpRow[]> => {
  const rows: OpRow[] = [];
  for (const feed of ownFeeds(desk.session))
    if (rows.length < limit)
      rows.push(
        ...(await waitingOf(desk, feed)
          .limit(limit - rows.length)
          .toArray()),
      );
  return rows;
};

/**
 * How many ops of one feed wait. A feed is delivered from its beginning and never with a gap (R4), so what waits is its
 * end: two rows tell how long it is, where counting would walk over a whole year of them. While a book is being taken
 * back it may count ops that the center has, never fewer than wait.
 */
const waitingIn = async (desk: Desk, feed: string): Promise<number> => {
  const [first, last] = await Promise.all([waitingOf(desk, feed).first(), waitingOf(desk, feed).last()]);
  return first === undefined || last === undefined ? 0 : last.n - first.n + 1;
};

/** Own ops the center is not proved to have, from before a restore or since; `but` leaves feeds out. */
export const unsentCount = async (desk: Desk, but: readonly string[] = []): Promise<number> => {
  const feeds = ownFeeds(desk.session).filter((feed) => !but.includes(feed));
  const counts = await Promise.all(feeds.map((feed) => waitingIn(desk, feed)));
  return counts.reduce((sum, count) => sum + count, 0);
};
