import type { Question } from "../useAnswer.ts";
import type { Card } from "./card.ts";
import { linkedFiles } from "./onePerson.ts";
import { latest, sortedUnder } from "./records.ts";

/** Looks, newest first, and at how many files of one person they were. */
type Looks = { readonly looks: readonly Card<"look">[]; readonly files: number };

const byTime = (a: Card<"look">, b: Card<"look">): number =>
  (a.facts.lookedAt ?? "") < (b.facts.lookedAt ?? "") ? 1 : -1;

/** Every look at one record and at the other files found to be its person's, or with "" at all records; at most `limit`. */
export const looksAt =
  (id: string, limit: number): Question<Looks> =>
  async (desk) => {
    if (id === "") return { looks: await latest("look", { limit })(desk), files: 1 };
    const ids = [id, ...(await linkedFiles(desk, id))];
    const looks = await Promise.all(ids.map((each) => sortedUnder("look", each, limit)(desk)));
    return { looks: looks.flat().toSorted(byTime).slice(0, limit), files: ids.length };
  };
