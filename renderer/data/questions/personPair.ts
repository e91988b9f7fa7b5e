import type { EntityType } from "../../../shared/dictionary/entities.ts";
import { pairIdOf } from "../../../shared/law/onePerson.ts";
import type { Question } from "../useAnswer.ts";
import type { Card } from "./card.ts";
import { type FileCard, fileById } from "./files.ts";
import { recordById } from "./records.ts";

/** Two files to be compared, and what was found about them; `finding` null: nothing yet. */
export type PersonPair = {
  readonly pairId: string;
  readonly files: readonly [FileCard, FileCard];
  readonly finding: Card<EntityType> | null;
};

/** The pair by its two files, or by the id of its finding alone (`otherId` ""); null where there is none. */
export const personPair =
  (id: string, otherId: string): Question<PersonPair | null> =>
  async (desk) => {
    const known = otherId === "" ? await recordById("samePerson", id)(desk) : null;
    const one = known?.facts.fileId ?? id;
    const other = known?.facts.otherFileId ?? otherId;
    const pairId = pairIdOf(one, other);
    const [a, b, finding] = await Promise.all([
      fileById(one)(desk),
      fileById(other)(desk),
      recordById<EntityType>("samePerson", pairId)(desk),
    ]);
    return a === null || b === null || one === other ? null : { pairId, files: [a, b], finding };
  };
