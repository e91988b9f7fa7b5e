import type { AidFacts } from "../dictionary/aidFile.ts";
import { DOCUMENT_FORMS } from "../dictionary/codes/documentForms.ts";
import type { EntityType } from "../dictionary/entities.ts";
import type { Label } from "../dictionary/field.ts";
import type { RecordView } from "../ops/view.ts";

/**
 * How a letter is numbered. `official`: takes the next number of its series and is refused without a final one (V29).
 * `record`: shows the number of its application or consultation, which may still be to come. `none`: carries none.
 */
export type Numbering = "official" | "record" | "none";

/** Kinds of record from which letters are issued; each keeps `letters` and `services`. */
export type LetterEntity = Extract<
  EntityType,
  | "aidFile"
  | "consultation"
  | "objection"
  | "cooperation"
  | "dutyStation"
  | "dutyRequest"
  | "dutyService"
  | "quality"
  | "complaint"
  | "penaltyLead"
  | "archiveFile"
>;

/** Which one of several is meant: a month of a station's ledger, or an issued copy of which service is proved. */
export type About = "month" | "copy";

type Facts = RecordView["facts"];

/** One kind of letter: when it is due, what it must be able to state, and which template writes it. */
export type Letter = {
  readonly title: Label;
  /** The kinds of record it is issued from; all but the proof of service have one. */
  readonly entities: readonly LetterEntity[];
  readonly about?: About;
  readonly lane: string;
  /** The step that brings the letter about; "" for a form filled in before any step. */
  readonly step: string;
  /** The kind of number (字) in `（{year}）{shortName}援{series}字第{n}号`; "" where there is none. */
  readonly series: string;
  readonly numbering: Numbering;
  /** The fact in which a `record` number is kept; whoever issues the first such letter takes a number for it. */
  readonly numberFact?: string;
  /** To whom it is addressed. */
  readonly addressee: Label;
  readonly isDue: (facts: Facts) => boolean;
  /** Free facts that only this letter needs; they are entered on its own screen. */
  readonly fills?: readonly string[];
  /** Dictionary names (`lawyer.name` for another register) and derived slots that must be known: otherwise a refusal. */
  readonly requires: readonly string[];
  readonly requiresAlso?: (facts: Facts) => readonly string[];
  /** Slots that a template of the bureau's own may not leave out, beside number, seal and date. */
  readonly prints?: readonly string[];
  /** The step by which its service is recorded, and the fact in which the law's period starts. */
  readonly served?: readonly { readonly step: string; readonly fact: string }[];
  readonly needsRemedy: boolean;
  readonly needsSeal: boolean;
  readonly templateVersion: string;
  readonly source: string;
};

/** A question to the facts of one kind of record; the row's `entities` say which. */
export const facts =
  <F extends object, T>(ask: (known: F) => T) =>
  (known: Facts): T =>
    ask(known as unknown as F);

/** The same of an aid file. */
export const aid = <T>(ask: (known: AidFacts) => T): ((known: Facts) => T) => facts<AidFacts, T>(ask);

/** The name of a form, as the list of forms has it. */
export const title = (form: keyof typeof DOCUMENT_FORMS): Label => ({
  zh: DOCUMENT_FORMS[form].zh,
  en: DOCUMENT_FORMS[form].en,
});

/** Articles of the Legal Aid Law as the table cites them. */
export const LAL = (articles: string): string => `《法律援助法》第${articles}`;

export const APPLICANT: Label = { zh: "申请人", en: "Applicant" };
export const RECIPIENT: Label = { zh: "受援人", en: "Recipient" };
export const ON_FILE: Label = { zh: "存卷", en: "For the file" };
export const PROVIDER: Label = { zh: "承办单位", en: "Unit assigned" };
export const ORGAN: Label = { zh: "办案机关", en: "Organ" };

/** True while somebody is assigned: a refusal takes the assignment back, the reason of an earlier one stays on record. */
export const isAssigned = ({ assignedAt, lawyerId }: AidFacts): boolean =>
  assignedAt !== undefined && lawyerId !== undefined;

/** Who speaks, under which seal and designation. */
export const SIGNED_BY_AGENCY = ["agencyName", "sealName", "designationText"] as const;
/** Who acts, as every letter on an assignment names them. */
export const HANDLER = [
  "lawyer.name",
  "lawyer.type",
  "lawyer.licenceNo",
  "lawyer.phone",
  "provider.name",
] as const;
