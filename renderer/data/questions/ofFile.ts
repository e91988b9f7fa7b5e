import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { sortFactOf } from "../project.ts";
import type { Question } from "../useAnswer.ts";
import type { Card } from "./card.ts";
import { sortedUnder } from "./records.ts";

/** More of one kind than a file ever has. */
const EACH_MAX = 100;

/** Records of these kinds that belong to a file. Claims are sorted by person, so those of its handler are looked through. */
export const recordsOfFile =
  (
    file: Pick<RecordView, "id" | "facts">,
    kinds: readonly EntityType[],
  ): Question<readonly Card<EntityType>[]> =>
  async (desk) => {
    const lists = kinds.map((t) => {
      const by = sortFactOf(t);
      const value = by === "fileId" ? file.id : file.facts[by];
      return typeof value === "string" ? sortedUnder(t, value, EACH_MAX)(desk) : [];
    });
    return (await Promise.all(lists)).flat().filter(({ view }) => view.facts.fileId === file.id);
  };
