import type { LetterEntity } from "./letter.ts";
import {
  aid,
  HANDLER,
  isAssigned,
  LAL,
  type Letter,
  ON_FILE,
  PROVIDER,
  RECIPIENT,
  SIGNED_BY_AGENCY,
  title,
} from "./letter.ts";

/** Every kind of record from which something is issued that can be served. */
const SERVED: readonly LetterEntity[] = [
  "aidFile",
  "objection",
  "cooperation",
  "quality",
  "complaint",
  "dutyRequest",
  "penaltyLead",
];

/** Letters of handling, replacement, termination, closing and service (FZ-014 to FZ-022), and the deadline slip. */
// biome-ignore format: a table is read by columns
export const LETTERS_COURSE = {
  "FZ-014": {
    title: title("FZ-014"), entities: ["aidFile"], lane: "handling", step: "", series: "", numbering: "none", addressee: { zh: "受援人、法律援助机构", en: "Recipient and agency" },
    isDue: aid((facts) => isAssigned(facts) && (facts.activities ?? []).length > 0),
    requires: ["agencyName", "personName", "causeText", "activities", "lawyer.name", "provider.name"], prints: ["recipientNames", "activities"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("46条第2款"),
  },
  "FZ-015": {
    title: title("FZ-015"), entities: ["aidFile"], lane: "handling", step: "", series: "函", numbering: "official", addressee: { zh: "被调查单位", en: "Unit visited" },
    isDue: aid(isAssigned), fills: ["introductionTo", "introductionPurpose", "introductionValidUntilOn"],
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "recipientNames", "causeText", "introductionTo", "introductionPurpose", "introductionValidUntilOn", ...HANDLER], prints: ["introductionTo", "lawyer.name", "introductionPurpose", "introductionValidUntilOn"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("6条；《律师法》第35条"),
  },
  "FZ-016": {
    title: title("FZ-016"), entities: ["aidFile"], lane: "replacement", step: "requestReplacement", series: "", numbering: "none", addressee: ON_FILE,
    isDue: aid(({ replacementRequestedAt }) => replacementRequestedAt !== undefined),
    requires: ["agencyName", "personName", "causeText", "replacementRequestedAt", "replacementInitiator", "replacementReasons", "replacementStatement", "replacedName"], prints: ["replacementReasons", "replacementStatement", "replacedName"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("55条"),
  },
  "FZ-017": {
    title: title("FZ-017"), entities: ["aidFile"], lane: "replacement", step: "approveReplacement", series: "通", numbering: "official", addressee: PROVIDER,
    isDue: aid(({ replacementDecidedAt, replacementResult }) => replacementDecidedAt !== undefined && (replacementResult === "CHANGE_PERSON" || replacementResult === "CHANGE_PROVIDER")),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "recipientNames", "causeText", "replacedName", "replacedUnit", "replacementReasonText", "replacementDecidedAt", "replacementDeciderId", "changeDays", "informDays"], prints: ["replacedUnit", "replacedName", "changeDays", "informDays"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("55条")}；法律援助文书格式十七（摘录）`,
  },
  "FZ-018": {
    title: title("FZ-018"), entities: ["aidFile"], lane: "termination", step: "terminate", series: "终", numbering: "official", addressee: RECIPIENT,
    isDue: aid(({ terminatedAt }) => terminatedAt !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "causeText", "terminationGround", "terminationText", "terminationRemedy", "terminatedAt", "terminatorId", "objectionText"], prints: ["personName", "terminationGround", "terminationText", "objectionText"],
    served: [{ step: "serveTermination", fact: "terminationServedOn" }],
    needsRemedy: true, needsSeal: true, templateVersion: "1.0", source: LAL("48条、第49条"),
  },
  "FZ-019": {
    title: title("FZ-019"), entities: ["aidFile"], lane: "termination", step: "terminate", series: "函", numbering: "official", addressee: { zh: "办案机关、承办单位", en: "Organ and unit" },
    isDue: aid(({ terminatedAt }) => terminatedAt !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "causeText", "terminationGround", "terminatedAt", "terminationAddressees", ...HANDLER], prints: ["terminationAddressees", "terminationGround"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("48条"),
  },
  "FZ-021": {
    title: title("FZ-021"), entities: ["aidFile"], lane: "closing", step: "submitClosing", series: "结", numbering: "official", addressee: ON_FILE,
    isDue: aid(({ closingFiledOn }) => closingFiledOn !== undefined),
    requires: ["agencyName", "personName", "causeText", "aidForm", "closingFiledOn", "closingMode", "closingReport", "closingBasis", ...HANDLER], prints: ["closingMode", "closingReport"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("50条"),
  },
  "FZ-022": {
    title: title("FZ-022"), entities: SERVED, about: "copy", lane: "service", step: "", series: "", numbering: "none", addressee: { zh: "受送达人", en: "Whoever is served" },
    isDue: () => true,
    requires: ["agencyName", "servedDocument", "servedTo"], prints: ["servedDocument", "servedTo"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《刑事诉讼法》第107条；《最高法刑诉解释》第204条（参照）",
  },
  "LA-CLOCKS": {
    title: title("LA-CLOCKS"), entities: ["aidFile"], lane: "application", step: "", series: "", numbering: "none", addressee: ON_FILE,
    isDue: aid(({ receivedAt, noticeReceivedAt }) => (receivedAt ?? noticeReceivedAt) !== undefined),
    requires: ["agencyName", "personName", "clockList"], prints: ["clockList"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.1", source: "内部工作规则：期限计算",
  },
} as const satisfies Readonly<Record<string, Letter>>;
