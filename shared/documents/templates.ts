import type { TemplateFacts } from "../dictionary/template.ts";
import type { Day } from "../kernel/day.ts";
import type { LetterForm } from "./letters.ts";
import { letterOf } from "./letters.ts";

/** One version that the bureau adopted: its record's id and facts. */
export type AdoptedTemplate = { readonly id: string; readonly facts: TemplateFacts };

/** Which template writes a letter: the shipped one, or the bureau's own with its bytes as base64 and their hash. */
export type TemplateChoice =
  | { readonly kind: "shipped"; readonly form: LetterForm; readonly version: string }
  | {
      readonly kind: "bureau";
      readonly form: LetterForm;
      readonly version: string;
      readonly bytes: string;
      readonly hash: string;
    };

/** The version text of a shipped template, as letters print it: `FZ-005/1.0`. */
export const shippedVersion = (form: LetterForm): string => `${form}/${letterOf(form).templateVersion}`;

/** Digits of the hash in a version: two desks that adopt offline on one day never name two files alike. */
const HASH_SHOWN = 8;

/** What the bureau's next version of a form is called: `2-3fa91c07`. */
export const nextVersion = (adopted: readonly AdoptedTemplate[], hash: string): string =>
  `${adopted.length + 1}-${hash.slice(0, HASH_SHOWN)}`;

const byBegin = (a: AdoptedTemplate, b: AdoptedTemplate): number => {
  const [one, other] = [a, b].map(({ id, facts }) => `${facts.fromOn} ${facts.adoptedAt} ${id}`) as [
    string,
    string,
  ];
  return one < other ? -1 : 1;
};

/** The versions of a form that have begun by a day, the one in force last. */
export const begunBy = (
  form: LetterForm,
  adopted: readonly AdoptedTemplate[],
  on: Day,
): readonly AdoptedTemplate[] =>
  adopted
    .filter(({ facts }) => facts.form === form && facts.fromOn !== undefined && facts.fromOn <= on)
    .toSorted(byBegin);

/** The template in force on a day: the version that began last, or the shipped one where none has or the last went back to it. */
export const templateFor = (
  form: LetterForm,
  adopted: readonly AdoptedTemplate[],
  on: Day,
): TemplateChoice => {
  const { isShipped, version, bytes, hash } = begunBy(form, adopted, on).at(-1)?.facts ?? { isShipped: true };
  return isShipped === true || bytes === undefined || hash === undefined
    ? { kind: "shipped", form, version: shippedVersion(form) }
    : { kind: "bureau", form, version: `${form}/${version}`, bytes, hash };
};
