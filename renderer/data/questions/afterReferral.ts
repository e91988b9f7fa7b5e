import { writtenAfterReferral } from "../../../shared/workflow/afterReferral.ts";
import { openRecordRow, shownState } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";
import { cardsOf } from "./card.ts";
import type { FileCard } from "./files.ts";

/** A county refers a few files a month: these are years of them, the newest first. */
const MAX = 100;

/** A file that went to another agency, and the fields written here since. */
export type LateWriting = { readonly card: FileCard; readonly fields: readonly string[] };

/** Files on which something was written after they had gone to another agency: each is a task (F80). */
export const lateWritings = (): Question<readonly LateWriting[]> => async (desk) => {
  const rows = await desk.db.records
    .where("stages")
    .startsWith("aidFile/application/referred/")
    .reverse()
    .limit(MAX)
    .toArray();
  const late = new Map<string, readonly string[]>();
  for (const row of rows) {
    const fields = writtenAfterReferral(shownState(await openRecordRow(desk.seal, row)));
    if (fields.length > 0) late.set(row.id, fields);
  }
  const cards: readonly FileCard[] = await cardsOf(
    desk,
    rows.filter(({ id }) => late.has(id)),
  );
  return cards.map((card) => ({ card, fields: late.get(card.id) ?? [] }));
};
