import type { RecordView } from "../ops/view.ts";
import { type Letter, type LetterEntity, ON_FILE } from "./letter.ts";
import { LETTERS_AID } from "./lettersAid.ts";
import { LETTERS_COURSE } from "./lettersCourse.ts";
import { LETTERS_RECORDS } from "./lettersRecords.ts";

/**
 * Every letter by form number (法律援助文书格式, titles unverified but for 16 and 17) and the
 * further outputs (LA-…). Wording and layout of the templates are this product's own; the official layout was not read
 * (docs/questions.md Q-11).
 */
export const LETTERS = {
  ...LETTERS_AID,
  ...LETTERS_COURSE,
  ...LETTERS_RECORDS,
} as const satisfies Readonly<Record<string, Letter>>;

/** A form this version can write. */
export type LetterForm = keyof typeof LETTERS;

/** Every form this version can write, by number. */
export const LETTER_FORMS = (Object.keys(LETTERS) as LetterForm[]).toSorted() as readonly LetterForm[];

/** The row of a form, with the general shape. */
export const letterOf = (form: LetterForm): Letter => LETTERS[form];

/** True for the code of a form this version can write. */
export const isLetterForm = (form: string): form is LetterForm => Object.hasOwn(LETTERS, form);

/** True where letters of this form are issued from records of kind `t`. */
export const isIssuedFrom = (form: LetterForm, t: string): t is LetterEntity =>
  letterOf(form).entities.some((entity) => entity === t);

/** One issued copy of a letter, as the record keeps it. */
export type IssuedCopy = {
  readonly form?: string;
  readonly number?: string;
  readonly templateVersion?: string;
  readonly templateHash?: string;
  readonly pdfHash?: string;
  readonly docxHash?: string;
  readonly issuedAt?: string;
};

/** One record of serving an issued copy. */
export type ServedCopy = {
  readonly pdfHash?: string;
  readonly form?: string;
  readonly servedOn?: string;
  readonly method?: string;
  readonly receiver?: string;
  readonly relation?: string;
  readonly place?: string;
  readonly isRefused?: boolean;
  readonly witness?: string;
  readonly note?: string;
};

/** The copies issued from a record, oldest first. */
export const issuedCopies = ({ facts }: Pick<RecordView, "facts">): readonly IssuedCopy[] =>
  (facts.letters ?? []) as readonly IssuedCopy[];

/** The services recorded on a record, in the order in which they were recorded. */
export const servedCopies = ({ facts }: Pick<RecordView, "facts">): readonly ServedCopy[] =>
  (facts.services ?? []) as readonly ServedCopy[];

/** True for letters that go to somebody: what stays in the file is not served. */
export const isServedToSomebody = ({ addressee }: Letter, t: string): boolean =>
  isIssuedFrom("FZ-022", t) && addressee !== ON_FILE;

/** One letter that a record has brought about, and whether it was issued before (then reprint those bytes). */
export type DueLetter = { readonly form: LetterForm; readonly letter: Letter; readonly timesIssued: number };

/**
 * The letters due on a record as it stands or issued before, in the order of their numbers; what they still lack is `letterData`'s to say.
 * The proof of service is no letter by itself: it is offered beside each issued copy.
 */
export const lettersFor = (view: RecordView): readonly DueLetter[] =>
  LETTER_FORMS.filter(
    (form) =>
      isIssuedFrom(form, view.t) &&
      letterOf(form).about !== "copy" &&
      (letterOf(form).isDue(view.facts) || issuedCopies(view).some((copy) => copy.form === form)),
  ).map((form) => ({
    form,
    letter: letterOf(form),
    timesIssued: issuedCopies(view).filter((entry) => entry.form === form).length,
  }));

/** Which letter an address means: the form, the kind of record it is issued from, and which month or copy. */
export type LetterAddress = { readonly form: LetterForm; readonly t: LetterEntity; readonly about: string };

/** The part of an address that names a letter: `FZ-009`, or `FZ-022.objection.0` where the form alone does not say it. */
export const letterPart = ({ form, t, about }: LetterAddress): string =>
  letterOf(form).entities.length === 1 && about === "" ? form : `${form}.${t}.${about}`;

/** Reads that part; undefined for anything that is no letter of this version. */
export const letterAddress = (part: string): LetterAddress | undefined => {
  const [form = "", t, about = ""] = part.split(".");
  if (!isLetterForm(form)) return undefined;
  const entity = t ?? (letterOf(form).entities[0] as LetterEntity);
  return isIssuedFrom(form, entity) ? { form, t: entity, about } : undefined;
};
