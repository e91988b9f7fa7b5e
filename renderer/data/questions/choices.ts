import { targetOf } from "../../../shared/dictionary/references.ts";
import { titleOf } from "../../../shared/dictionary/titles.ts";
import type { Question } from "../useAnswer.ts";
import { latest, recordById } from "./records.ts";

/** What may be picked for a reference: those begun last. Older ones are reached from their own page. */
const CHOICES_MAX = 300;

type Choice = { readonly value: string; readonly label: string };
type Choices = Readonly<Record<string, readonly Choice[]>>;

/**
 * What the reference fields `names` may point to, by field. What a field already points to is among its choices however
 * old it is: `known` are the values there are.
 */
export const choicesFor =
  (names: readonly string[], known: Readonly<Record<string, unknown>>): Question<Choices> =>
  async (desk) => {
    const lists = names.map(async (f): Promise<readonly [string, readonly Choice[]]> => {
      const [t, id] = [targetOf(f), known[f]];
      const cards = await latest(t, { limit: CHOICES_MAX })(desk);
      const isListed = typeof id !== "string" || cards.some((card) => card.id === id);
      const own = isListed ? null : await recordById(t, id)(desk);
      const all = own === null ? cards : [own, ...cards];
      return [f, all.map(({ id: value, view }) => ({ value, label: titleOf(view) || value.slice(0, 8) }))];
    });
    return Object.fromEntries(await Promise.all(lists));
  };
