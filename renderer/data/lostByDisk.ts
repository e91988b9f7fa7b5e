import type { Desk } from "./desk.ts";
import type { OpRow } from "./deskDb.ts";

/** Ops of the journal per question to the host. */
const PAGE = 500;

/**
 * Which of these ops this desk wrote on a disk that was put back since: they came with the book, and the journal has others
 * in their place or ends before them (R8). Nothing that is written next follows them, so they are the book's like another
 * desk's. A journal that cannot be read says nothing against any of them.
 */
export const lostByDisk = async (
  { host, session }: Pick<Desk, "host" | "session">,
  rows: readonly OpRow[],
): Promise<ReadonlySet<string>> => {
  const own = rows.filter(({ feed }) => feed === session.feed);
  const places = own.map(({ n }) => n);
  const lost = new Set(own.map(({ h }) => h));
  const end = Math.max(0, ...places);
  for (let after = Math.min(...places) - 1; lost.size > 0 && after < end; ) {
    const read = await host["journal.read"]({ after, limit: PAGE });
    if (!read.ok) return new Set();
    if (read.value.ops.length === 0) break;
    for (const { h } of read.value.ops) lost.delete(h);
    after += read.value.ops.length;
  }
  return lost;
};
