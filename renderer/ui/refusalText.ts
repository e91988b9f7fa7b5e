import { CLOSING_ITEMS } from "../../shared/dictionary/codes/yearCodes.ts";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Label } from "../../shared/dictionary/field.ts";
import { REFUSALS, type Refusal, type RefusalCode } from "../../shared/kernel/refusals.ts";
import { citedIn } from "../../shared/law/citedIn.ts";
import { QUESTIONS } from "../../shared/law/questions.ts";
import type { Language } from "./language.tsx";
import { filled, UI_WORDS } from "./words.ts";

type Words = { readonly [name: string]: Label };

/** What the detail of a refusal names, where it is no field of the record. */
const ABOUT: { readonly [code in RefusalCode]?: Words } = {
  "closing-incomplete": CLOSING_ITEMS,
  "means-test-forbidden": QUESTIONS,
};

/** What a refusal is about in the words of the screen; a rule number or unknown name as it is, "" where it names nothing. */
export const refusedItem = ({ code, detail = "" }: Refusal, language: Language, t?: string): string => {
  const words = ABOUT[code as RefusalCode] ?? {};
  if (Object.hasOwn(words, detail)) return words[detail]?.[language] ?? detail;
  return (t === undefined ? undefined : fieldOf(t, detail))?.label[language] ?? detail;
};

/** A refusal as sentences for the clerk: what, about which item, and under which article. */
export const refusalText = (refusal: Refusal, language: Language, t?: string): string => {
  const { code, source } = refusal;
  const name = refusedItem(refusal, language, t);
  const item = name === "" ? "" : filled(UI_WORDS.aboutItem[language], { name });
  const basis =
    source === undefined ? "" : filled(UI_WORDS.basis[language], { source: citedIn(language, source) });
  const more = [item, basis].filter((part) => part !== "").join(language === "zh" ? "；" : "; ");
  if (more === "") return REFUSALS[code][language];
  return language === "zh" ? `${REFUSALS[code].zh}（${more}）` : `${REFUSALS[code].en} (${more})`;
};
