import type { TakenNumber } from "../../../shared/commands/issueLetter.ts";
import type { Letter } from "../../../shared/documents/letter.ts";
import type { LetterNumber } from "../../../shared/documents/letterScene.ts";
import { PROVISIONAL_NUMBER } from "../../../shared/law/letterChecks.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import type { Desk } from "../../data/desk.ts";
import { nextNumber } from "../../data/numbers.ts";

/** The number a letter is made with, and the block it is taken from when it is issued; neither where it carries none. */
export type Numbered = { readonly shown: LetterNumber | null; readonly taken?: TakenNumber };

const NONE: Numbered = { shown: null };

/**
 * Official letters take the next number of their series. A record's number is taken once, by the first letter that shows
 * it; without a block it stays to come, for it is no official number of the letter (V29).
 */
export const numberFor = async (desk: Desk, letter: Letter, { facts }: RecordView): Promise<Numbered> => {
  const isKnown = letter.numberFact !== undefined && facts[letter.numberFact] !== undefined;
  if (letter.numbering === "none" || isKnown) return NONE;
  const taken = await nextNumber(desk, letter.series);
  const isProvisional = taken.text.startsWith(PROVISIONAL_NUMBER);
  if (isProvisional) return letter.numbering === "official" ? { shown: { text: taken.text } } : NONE;
  return { shown: { text: taken.text }, taken };
};
