import type { AidFactName, AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { isMinor } from "../../../shared/law/persons.ts";

/** One part of the intake page: its facts in the order in which a person is asked, and lists kept row by row. */
export type Section = {
  readonly id: string;
  readonly title: Label;
  readonly hint?: Label;
  readonly names: readonly AidFactName[];
  readonly rows?: readonly AidFactName[];
};

type Rule = Omit<Section, "names"> & { readonly names: (facts: AidFacts, on: Day) => readonly AidFactName[] };

const PROXY: readonly AidFactName[] = [
  "proxyName",
  "proxyRelation",
  "proxyCertNo",
  "proxyPhone",
  "proxyProof",
];
const LABOUR: ReadonlySet<string> = new Set(["M31_5A", "M31_5B", "M31_7A"]);
const has = (facts: AidFacts, category: "DISABLED" | "ELDERLY"): boolean =>
  facts.categories?.includes(category) === true;
const when = (holds: boolean, names: readonly AidFactName[]): readonly AidFactName[] => (holds ? names : []);

/** The page from top to bottom; a fact stands here only where the law or the letters need it of this person. */
// biome-ignore format: a table is read by columns
const RULES: readonly Rule[] = [
  { id: "person", title: { zh: "一、申请人", en: "1. The applicant" },
    hint: { zh: "填写身份证号后，出生日期和性别自动带出。", en: "The identity number fills in the date of birth and the sex." },
    names: (facts, on) => [
      "certType", "certNo", "personName", "sex", "birthOn", "phone", "categories",
      ...when(has(facts, "DISABLED"), ["disabilityType", "disabilityCertNo"]),
      ...when(has(facts, "DISABLED") || has(facts, "ELDERLY"), ["languageNeed"]),
      ...when(isMinor(facts, on), ["guardianName", "guardianConsent", "isSpeciallyHandled"]),
      "residence", "mailingAddress", "alternativeContact", "occupation", "employer",
    ] },
  { id: "applying", title: { zh: "二、谁来申请", en: "2. Who applies" },
    names: (facts) => ["applyingAs", ...when(facts.applyingAs !== undefined && facts.applyingAs !== "SELF", PROXY), "source", "isOral"],
    rows: ["coApplicants"] },
  { id: "matter", title: { zh: "三、申请事项", en: "3. The matter" },
    names: () => ["matter", "secondaryMatter", "aidForm", "legalStatus", "proceduralStage", "causeOfAction", "handlingOrgan", "organCaseNo", "competence"] },
  { id: "facts", title: { zh: "四、事实与请求", en: "4. Facts and request" },
    names: (facts) => [
      "caseFacts", "request", "amountFen", "limitationOn",
      ...when(facts.matter !== undefined && LABOUR.has(facts.matter), ["employmentEndedOn"]),
      "hasAgentAlready", "isViolentOrSexual", "priorApplication",
    ],
    rows: ["opposingParties", "relatedPersons"] },
];

/** The sections before means and materials, with the facts to ask for on a day. */
export const sectionsOf = (facts: AidFacts, on: Day): readonly Section[] =>
  RULES.map(({ names, ...rule }) => ({ ...rule, names: names(facts, on) }));
