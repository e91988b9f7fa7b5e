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

/** How many records of one kind there are. */
export const countOf =
  (t: EntityType): Question<number> =>
  (desk) =>
    desk.db.records.where("[t+on]").between([t, ""], [t, LAST]).count();

/** Records that name another one in field `f`, such as the files of one lawyer (`lawyerId`). */
export const recordsNaming =
  <T extends EntityType>(
    t: T,
    named: { readonly f: string; readonly id: string; readonly limit: number },
  ): Question<readonly Card<T>[]> =>
  async (desk) => {
    const rows = desk.db.records
      .where("refs")
      .equals(`${named.f}/${named.id}`)
      .filter((row) => row.t === t);
    return cardsOf<T>(desk, await rows.limit(named.limit).toArray());
  };
