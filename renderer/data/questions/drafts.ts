import type { Question } from "../useAnswer.ts";
import { cardsOf } from "./card.ts";
import type { FileCard } from "./files.ts";

/** Files of one origin whose procedure has not begun: registered, not yet received. They have no begin, so the index lists them first. */
export const draftFiles =
  (origin: "APPLICATION" | "NOTIFICATION", limit = 100): Question<readonly FileCard[]> =>
  async (desk) => {
    const range = desk.db.records.where("[t+kind+on]").equals(["aidFile", origin, ""]);
    const cards = await cardsOf<"aidFile">(desk, await range.limit(limit).toArray());
    return cards.filter(({ stages }) => Object.keys(stages).length === 0).toReversed();
  };
