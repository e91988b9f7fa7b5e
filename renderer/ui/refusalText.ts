import { codeLabel } from "../../shared/dictionary/codeList.ts";
import { CLOSING_ITEMS } from "../../shared/dictionary/codes/yearCodes.ts";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import { REFUSALS, type Refusal, type RefusalCode } from "../../shared/kernel/refusals.ts";
import type { Language } from "./language.tsx";
import { filled, UI_WORDS } from "./words.ts";

/** Refusals that name a paper of the closing file. */
const ABOUT_PAPER: ReadonlySet<string> = new Set<RefusalCode>(["closing-incomplete"]);

/** What a refusal is about in the words of the screen; a rule number or unknown name as it is, "" where it names nothing. */
export const refusedItem = ({ code, detail = "" }: Refusal, language: Language, t?: string): string => {
  if (ABOUT_PAPER.has(code) && Object.hasOwn(CLOSING_ITEMS, detail))
    return codeLabel(CLOSING_ITEMS, detail, language);
  return (t === undefined ? undefined : fieldOf(t, detail))?.label[language] ?? detail;
};

/** A refusal as sentences for the clerk: what, about which item, and under which article. */
export const refusalText = (refusal: Refusal, language: Language, t?: string): string => {
  const { code, source } = refusal;
  const name = refusedItem(refusal, language, t);
  const item = name === "" ? "" : filled(UI_WORDS.aboutItem[language], { name });
  const basis = source === undefined ? "" : filled(UI_WORDS.basis[language], { source });
  const more = [item, basis].filter((part) => part !== "").join(language === "zh" ? "；" : "; ");
  if (more === "") return REFUSALS[code][language];
  return language === "zh" ? `${REFUSALS[code].zh}（${more}）` : `${REFUSALS[code].en} (${more})`;
};
