import { PROVISIONAL_NUMBER } from "../law/letterChecks.ts";
import type { RecordView } from "../ops/view.ts";
import type { Letter } from "./letter.ts";
import { isIssuedFrom, LETTER_FORMS, type LetterForm, letterOf } from "./letters.ts";

/** Where the number is kept on the record: the record's own number, or one entry for each kind of letter. */
export const numberFactOf = (form: LetterForm, letter: Letter): string =>
  letter.numberFact ?? `number${form.replace("-", "")}`;

/** Every fact in which an aid file holds an official number: its own two, and one for each kind of letter. */
export const FILE_NUMBERS: readonly string[] = [
  ...new Set([
    "applicationNo",
    "caseNo",
    ...LETTER_FORMS.filter(
      (form) => isIssuedFrom(form, "aidFile") && letterOf(form).numbering !== "none",
    ).map((form) => numberFactOf(form, letterOf(form))),
  ]),
];

/** The official numbers a file holds, by fact, as they compare; a provisional number is none. */
export const numbersHeld = ({ facts }: Pick<RecordView, "facts">): readonly (readonly [string, string])[] =>
  FILE_NUMBERS.flatMap((f): [string, string][] => {
    const text = facts[f];
    if (typeof text !== "string" || text.startsWith(PROVISIONAL_NUMBER)) return [];
    const plain = text.normalize("NFKC").replaceAll(/\s/g, "");
    return plain === "" ? [] : [[f, plain]];
  });
