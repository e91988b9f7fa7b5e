import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardOf, cardsOf } from "./card.ts";

/** Greater than every text an index holds here. */
const LAST = "\uffff";

/** One record of any kind; null when there is none. */
export const recordById =
  <T extends EntityType>(t: T, id: string): Question<Card<T> | null> =>
  async (desk) => {
    const row = await desk.db.records.get([t, id]);
    return row === undefined ? null : cardOf<T>(desk, row);
  };

/** Where a list continues: the last card shown. Lists page by key, never by offset. */
export type Page = { readonly limit: number; readonly before?: string };

/** Records of one kind, those begun last first. `before` is the begin (`on`) of the last one shown. */
export const latest =
  <T extends EntityType>(t: T, { limit, before = LAST }: Page): Question<readonly Card<T>[]> =>
  async (desk) => {
    const range = desk.db.records.where("[t+on]").between([t, ""], [t, before], true, false);
    return cardsOf<T>(desk, await range.reverse().limit(limit).toArray());
  };

/** Records of one kind whose sorting fact has this value, such as all objections to one file; those begun last first. */
export const sortedUnder =
  <T extends EntityType>(t: T, value: string, limit: number): Question<readonly Card<T>[]> =>
  async (desk) => {
    const range = desk.db.records.where("[t+kind+on]").between([t, value, ""], [t, value, LAST], true, true);
    return cardsOf<T>(desk, await range.reverse().limit(limit).toArray());
  };

/** How many records there are of each kind. Counted over the index, opened never. */
export const recordCounts =
  (kinds: readonly EntityType[]): Question<Readonly<Record<string, number>>> =>
  async ({ db }) => {
    const counts = await Promise.all(
      kinds.map((t) => db.records.where("[t+on]").between([t, ""], [t, LAST], true, true).count()),
    );
    return Object.fromEntries(kinds.map((t, index) => [t, counts[index] ?? 0]));
  };

/** Records of these kinds with something to be done, soonest first; at most `limit`. */
export const dueRecords =
  (kinds: readonly EntityType[], limit: number): Question<readonly Card<EntityType>[]> =>
  async (desk) => {
    const due = kinds.map((t) =>
      desk.db.records.where("[t+due]").between([t, ""], [t, LAST], true, true).limit(limit).toArray(),
    );
    const rows = (await Promise.all(due)).flat().toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
    return cardsOf<EntityType>(desk, rows.slice(0, limit));
  };
