import type { Desk } from "./desk.ts";
import { type Meta, type MetaPatch, readMeta } from "./meta.ts";
import type { Question } from "./useAnswer.ts";

/** How far a file of the center tells: of the book, and of this desk's own feed; and which file it answers. */
export type Told = {
  readonly epoch: string;
  readonly seq: number;
  readonly n: number;
  readonly answers: string;
};

/**
 * Whether it says anything this desk does not know yet. An older file must never turn a desk back (F49), least of all into
 * a book that a restore has ended. One that says the same of book and feed is news only as the first answer to a file: it
 * may tell of attachments.
 */
export const isNews = (
  { cursor, ended, sent, carried }: Pick<Meta, "cursor" | "ended" | "carried"> & Pick<MetaPatch, "sent">,
  { epoch, seq, n, answers }: Told,
  feed: Desk["session"]["feed"],
): boolean => {
  if (cursor.epoch !== epoch) return !ended.includes(epoch);
  const known = sent?.feed === feed ? sent.n : 0;
  if (seq > cursor.seq || n > known) return true;
  return seq === cursor.seq && n === known && carried.open.includes(answers);
};

/** Which of these files say something new, in their order. */
export const newsOf =
  <T extends { readonly told: Told }>(files: readonly T[]): Question<readonly T[]> =>
  async ({ db, session }) => {
    const meta = await readMeta(db);
    return files.filter(({ told }) => isNews(meta, told, session.feed));
  };
