import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { type Outcome, readMeta } from "../meta.ts";
import { openOp } from "../opRow.ts";
import { standingOp } from "../outcomes.ts";
import { openRecordRow } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";
import { entryOf, type HistoryEntry } from "./history.ts";

/** A confirmed outcome that is another one since the province restored its book: what stood, and what stands now. */
export type ChangedOutcome = {
  readonly outcome: Outcome;
  readonly card: Card<EntityType>;
  readonly was: HistoryEntry | undefined;
  readonly now: HistoryEntry | undefined;
};

/** Tasks for the head: outcomes that differ after an epoch change (I37). Kept until somebody has seen each. */
export const changedOutcomes = (): Question<readonly ChangedOutcome[]> => async (desk) => {
  const { changed } = await readMeta(desk.db);
  const entry = async (h: string): Promise<HistoryEntry | undefined> => {
    const row = h === "" ? undefined : await desk.db.ops.get(h);
    return row === undefined ? undefined : entryOf(await openOp(desk.seal, row));
  };
  const all = await Promise.all(
    changed.map(async (outcome): Promise<readonly ChangedOutcome[]> => {
      const row = await desk.db.records.get([outcome.t, outcome.id]);
      const [card] = row === undefined ? [] : await cardsOf<EntityType>(desk, [row]);
      if (row === undefined || card === undefined) return [];
      const now = standingOp((await openRecordRow(desk.seal, row)).confirmed, outcome.at);
      return [{ outcome, card, was: await entry(outcome.h), now: await entry(now) }];
    }),
  );
  return all.flat();
};
