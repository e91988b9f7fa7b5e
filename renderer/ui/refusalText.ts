import { fieldOf } from "../../shared/dictionary/entities.ts";
import { REFUSALS, type Refusal } from "../../shared/kernel/refusals.ts";
import type { Language } from "./language.tsx";
import { filled, UI_WORDS } from "./words.ts";

/** A dictionary name in the words of the screen; a rule number or unknown name as it is. */
const nameOf = (detail: string, t: string | undefined, language: Language): string =>
  (t === undefined ? undefined : fieldOf(t, detail))?.label[language] ?? detail;

/** A refusal as sentences for the clerk: what, about which item, and under which article. */
export const refusalText = ({ code, detail, source }: Refusal, language: Language, t?: string): string => {
  const item =
    detail === undefined ? "" : filled(UI_WORDS.aboutItem[language], { name: nameOf(detail, t, language) });
  const basis = source === undefined ? "" : filled(UI_WORDS.basis[language], { source });
  const more = [item, basis].filter((part) => part !== "").join(language === "zh" ? "；" : "; ");
  if (more === "") return REFUSALS[code][language];
  return language === "zh" ? `${REFUSALS[code].zh}（${more}）` : `${REFUSALS[code].en} (${more})`;
};
