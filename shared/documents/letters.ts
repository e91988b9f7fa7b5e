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

/** One kind of letter: when it is due, what it must be able to state, and which template writes it. */
export type Letter = {
  readonly title: Label;
  readonly entity: Extract<EntityType, "aidFile" | "consultation">;
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
  readonly isDue: (facts: AidFacts) => boolean;
  /** Dictionary names (`lawyer.name` for another register) and derived slots that must be known: otherwise a refusal. */
  readonly requires: readonly string[];
  readonly requiresAlso?: (facts: AidFacts) => readonly string[];
  readonly needsRemedy: boolean;
  readonly needsSeal: boolean;
  readonly templateVersion: string;
  readonly source: string;
};

const title = (form: keyof typeof DOCUMENT_FORMS): Label => ({
  zh: DOCUMENT_FORMS[form].zh,
  en: DOCUMENT_FORMS[form].en,
});
const LAL = (articles: string): string => `《法律援助法》第${articles}`;
const APPLICANT: Label = { zh: "申请人", en: "Applicant" };
const FILE: Label = { zh: "存卷", en: "For the file" };
const PROVIDER: Label = { zh: "承办单位", en: "Unit assigned" };
const ORGAN: Label = { zh: "办案机关", en: "Organ" };

const isMeansTested = ({ track }: AidFacts): boolean => track === "T1_VERIFY" || track === "T2_PLEDGE";
const proxyFacts = ({ applyingAs }: AidFacts): readonly string[] =>
  applyingAs === undefined || applyingAs === "SELF" ? [] : ["proxyName", "proxyRelation"];
const isAssigned = ({ assignedAt, lawyerId, refusalReason }: AidFacts): boolean =>
  assignedAt !== undefined && lawyerId !== undefined && refusalReason === undefined;

const AGENCY = ["agencyName", "sealName"] as const;
const SIGNED_BY_AGENCY = [...AGENCY, "designationText"] as const;
const HANDLER = ["lawyer.name", "lawyer.type", "lawyer.licenceNo", "lawyer.phone", "provider.name"] as const;

/**
 * The letters of the main line, by form number (法律援助文书格式, titles unverified but for 16 and 17). Wording and
 * layout of the templates are this product's own; the official layout was not read (docs/questions.md Q-11).
 */
// biome-ignore format: a table is read by columns
export const LETTERS = {
  "FZ-001": {
    title: title("FZ-001"), entity: "consultation", lane: "consultation", step: "answer", series: "咨", numbering: "record", numberFact: "no", addressee: FILE,
    isDue: (facts) => (facts as { readonly answeredAt?: string }).answeredAt !== undefined,
    requires: ["agencyName", "askedAt", "channel", "gist", "answer", "answeredBy", "answeredAt", "toldRightToApply"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("23条"),
  },
  "FZ-002": {
    title: title("FZ-002"), entity: "aidFile", lane: "application", step: "", series: "申", numbering: "record", numberFact: "applicationNo", addressee: { zh: "法律援助机构", en: "Legal aid agency" },
    isDue: ({ origin, personName, matter }) => origin !== "NOTIFICATION" && personName !== undefined && matter !== undefined,
    requires: ["agencyName", "personName", "certType", "applyingAs", "aidForm", "matter", "legalStatus", "proceduralStage", "caseFacts", "request", "hasAgentAlready", "track"], requiresAlso: proxyFacts,
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41、43条；《法律援助条例》第17条"),
  },
  "FZ-003": {
    title: title("FZ-003"), entity: "aidFile", lane: "assignment", step: "assign", series: "", numbering: "none", addressee: ORGAN,
    isDue: isAssigned,
    requires: ["personName", "certType", "certNo", "causeText", ...HANDLER],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《民事诉讼法》第62条；《办理法律援助案件程序规定》第27条",
  },
  "FZ-004": {
    title: title("FZ-004"), entity: "aidFile", lane: "application", step: "", series: "申", numbering: "record", numberFact: "applicationNo", addressee: { zh: "法律援助机构", en: "Legal aid agency" },
    isDue: isMeansTested,
    requires: ["agencyName", "personName", "certType", "certNo", "track", "household", "perHeadWorking"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41条"),
  },
  "FZ-005": {
    title: title("FZ-005"), entity: "aidFile", lane: "application", step: "receive", series: "申", numbering: "record", numberFact: "applicationNo", addressee: APPLICANT,
    isDue: ({ receivedAt }) => receivedAt !== undefined,
    requires: [...SIGNED_BY_AGENCY, "personName", "receivedAt", "receivedBy", "matter", "materials", "decisionDueText"], requiresAlso: proxyFacts,
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款"),
  },
  "FZ-006": {
    title: title("FZ-006"), entity: "aidFile", lane: "application", step: "askForMaterials", series: "通", numbering: "official", addressee: APPLICANT,
    isDue: ({ supplementServedOn }) => supplementServedOn !== undefined,
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "supplementItems", "supplementList", "supplementDueOn"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第2款"),
  },
  "FZ-008": {
    title: title("FZ-008"), entity: "aidFile", lane: "application", step: "propose", series: "申", numbering: "record", numberFact: "applicationNo", addressee: FILE,
    isDue: ({ examinedAt }) => examinedAt !== undefined,
    requires: ["agencyName", "personName", "receivedAt", "matter", "aidForm", "track", "caseFacts", "request", "competence", "scopeOk", "recusalChecked", "examinationFindings", "opinion", "opinionText", "examinerId", "examinedAt"],
    requiresAlso: (facts) => (isMeansTested(facts) ? ["hardshipWorking", "hardshipResult"] : facts.track === "T3_EXEMPT42" ? ["exemptCode", "exemptEvidence"] : []),
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41、43条"),
  },
  "FZ-009": {
    title: title("FZ-009"), entity: "aidFile", lane: "application", step: "grant", series: "决", numbering: "official", addressee: APPLICANT,
    isDue: ({ decision, emergencyAt }) => decision === "GRANT" || (decision === undefined && emergencyAt !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "aidForm", "decidedOnText", "assignDueText"],
    requiresAlso: ({ decision }) => (decision === "GRANT" ? ["reasonText", "deciderId"] : ["emergencyGround", "emergencyReason"]),
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款、第44条"),
  },
  "FZ-010": {
    title: title("FZ-010"), entity: "aidFile", lane: "application", step: "deny", series: "不", numbering: "official", addressee: APPLICANT,
    isDue: ({ decision }) => decision === "DENY",
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "decidedAt", "deciderId", "denialReasons", "reasonText", "remedyText", "objectionText"],
    needsRemedy: true, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款、第49条"),
  },
  "FZ-011": {
    title: title("FZ-011"), entity: "aidFile", lane: "assignment", step: "assign", series: "指", numbering: "official", addressee: PROVIDER,
    isDue: isAssigned,
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "causeText", "proceduralStage", "assignedAt", ...HANDLER],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("26、36、43条")}；《办理法律援助案件程序规定》第24–27条`,
  },
  "FZ-012": {
    title: title("FZ-012"), entity: "aidFile", lane: "assignment", step: "signAgreement", series: "协", numbering: "official", addressee: { zh: "受援人和承办单位", en: "Recipient and unit" },
    isDue: isAssigned,
    requires: ["agencyName", "personName", "certType", "certNo", "causeText", "aidForm", ...HANDLER],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: `${LAL("2、46、47条")}；《办理法律援助案件程序规定》第27条`,
  },
  "FZ-013": {
    title: title("FZ-013"), entity: "aidFile", lane: "notice", step: "replyToOrgan", series: "函", numbering: "official", addressee: ORGAN,
    isDue: (facts) => isAssigned(facts) && (facts.noticeOrgan ?? facts.handlingOrgan) !== undefined,
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "organName", "causeText", "assignedAt", ...HANDLER],
    requiresAlso: ({ noticeOrgan }) => (noticeOrgan === undefined ? [] : ["noticeLetterNo", "noticeReceivedAt"]),
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("36条")}；《刑事诉讼法》第39条`,
  },
} as const satisfies Readonly<Partial<Record<keyof typeof DOCUMENT_FORMS, Letter>>>;

/** A form this version can write. */
export type LetterForm = keyof typeof LETTERS;

/** Every form this version can write, by number. */
export const LETTER_FORMS = Object.keys(LETTERS) as readonly LetterForm[];

/** The row of a form, with the general shape. */
export const letterOf = (form: LetterForm): Letter => LETTERS[form];

/** True for the code of a form this version can write. */
export const isLetterForm = (form: string): form is LetterForm => Object.hasOwn(LETTERS, form);

/** One letter that a record has brought about, and whether it was issued before (then reprint those bytes). */
export type DueLetter = { readonly form: LetterForm; readonly letter: Letter; readonly timesIssued: number };

/** The letters due on a record as it stands, in the order of their numbers; what they still lack is `letterData`'s to say. */
export const lettersFor = ({ t, facts }: RecordView): readonly DueLetter[] => {
  const issued = (facts as AidFacts).letters ?? [];
  return LETTER_FORMS.filter(
    (form) => letterOf(form).entity === t && letterOf(form).isDue(facts as AidFacts),
  ).map((form) => ({
    form,
    letter: letterOf(form),
    timesIssued: issued.filter((entry) => entry.form === form).length,
  }));
};
