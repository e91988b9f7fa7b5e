import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { readMeta } from "../meta.ts";
import { openOp } from "../opRow.ts";
import type { Question } from "../useAnswer.ts";
import { type Card, cardsOf } from "./card.ts";
import { entryOf, type HistoryEntry } from "./history.ts";

const MAX = 200;

/** Records on whose fields people disagree; `view.conflicts` says on which and who wrote what. */
export const conflicts =
  (limit = MAX): Question<readonly Card<EntityType>[]> =>
  async (desk) =>
    cardsOf(desk, await desk.db.records.where("disputed").equals(1).limit(limit).toArray());

/** Records in which two steps compete; `view.contested` names them. Printing, serving and paying stop there. */
export const contested =
  (limit = MAX): Question<readonly Card<EntityType>[]> =>
  async (desk) =>
    cardsOf(desk, await desk.db.records.where("contested").equals(1).limit(limit).toArray());

/** 被退回: ops the book keeps without effect, or this version cannot read. Each is a task for a person. */
export const refusedOps =
  (limit = MAX): Question<readonly HistoryEntry[]> =>
  async (desk) => {
    const rows = await desk.db.ops.where("refused").equals(1).limit(limit).toArray();
    return (await Promise.all(rows.map((row) => openOp(desk.seal, row)))).map(entryOf);
  };

/** How many of each there are, for the dashboard; `changed`: outcomes that a restored book turned round. */
export const disputeCounts =
  (): Question<{
    readonly conflicts: number;
    readonly contested: number;
    readonly refused: number;
    readonly changed: number;
  }> =>
  async ({ db }) => {
    const [disputed, rivals, refused, { changed }] = await Promise.all([
      db.records.where("disputed").equals(1).count(),
      db.records.where("contested").equals(1).count(),
      db.ops.where("refused").equals(1).count(),
      readMeta(db),
    ]);
    return { conflicts: disputed, contested: rivals, refused, changed: changed.length };
  };
