import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { choicesFor } from "../data/questions/choices.ts";
import { useAnswer } from "../data/useAnswer.ts";

/** What the references among the fields `names` of a kind of record may point to; nothing while loading. */
export const useChoices = (
  t: string,
  names: readonly string[],
  facts: { readonly [f: string]: Json | undefined },
) => {
  const refs = names.filter((f) => fieldOf(t, f)?.kind === "ref");
  const known = refs.map((f) => facts[f]).join();
  return useAnswer(choicesFor(refs, facts), [t, refs.join(), known]) ?? {};
};
