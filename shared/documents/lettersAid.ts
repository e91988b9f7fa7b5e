import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ConsultationFacts } from "../dictionary/consultation.ts";
import {
  APPLICANT,
  aid,
  facts,
  HANDLER,
  isAssigned,
  LAL,
  type Letter,
  ON_FILE,
  ORGAN,
  PROVIDER,
  SIGNED_BY_AGENCY,
  title,
} from "./letter.ts";

const isMeansTested = ({ track }: AidFacts): boolean => track === "T1_VERIFY" || track === "T2_PLEDGE";
const proxyFacts = ({ applyingAs }: AidFacts): readonly string[] =>
  applyingAs === undefined || applyingAs === "SELF" ? [] : ["proxyName", "proxyRelation"];

/** Letters of consultation, application, decision and assignment, by form number. */
// biome-ignore format: a table is read by columns
export const LETTERS_AID = {
  "FZ-001": {
    title: title("FZ-001"), entities: ["consultation"], lane: "consultation", step: "answer", series: "咨", numbering: "record", numberFact: "no", addressee: ON_FILE,
    isDue: facts<ConsultationFacts, boolean>(({ answeredAt }) => answeredAt !== undefined),
    requires: ["agencyName", "askedAt", "channel", "gist", "answer", "answeredBy", "answeredAt", "toldRightToApply"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("23条"),
  },
  "FZ-002": {
    title: title("FZ-002"), entities: ["aidFile"], lane: "application", step: "", series: "申", numbering: "record", numberFact: "applicationNo", addressee: { zh: "法律援助机构", en: "Legal aid agency" },
    isDue: aid(({ origin, personName, matter }) => origin !== "NOTIFICATION" && personName !== undefined && matter !== undefined),
    requires: ["agencyName", "personName", "certType", "applyingAs", "aidForm", "matter", "legalStatus", "proceduralStage", "caseFacts", "request", "hasAgentAlready", "track"], requiresAlso: aid(proxyFacts),
    prints: ["personName", "matter", "caseFacts", "request"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41、43条；《法律援助条例》第17条"),
  },
  "FZ-003": {
    title: title("FZ-003"), entities: ["aidFile"], lane: "assignment", step: "assign", series: "", numbering: "none", addressee: ORGAN,
    isDue: aid(isAssigned),
    requires: ["personName", "certType", "certNo", "causeText", ...HANDLER],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: "《民事诉讼法》第62条；《办理法律援助案件程序规定》第27条",
  },
  "FZ-004": {
    title: title("FZ-004"), entities: ["aidFile"], lane: "application", step: "", series: "申", numbering: "record", numberFact: "applicationNo", addressee: { zh: "法律援助机构", en: "Legal aid agency" },
    isDue: aid(isMeansTested),
    requires: ["agencyName", "personName", "certType", "certNo", "track", "household", "perHeadWorking"],
    prints: ["personName", "household", "perHeadWorking"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41条"),
  },
  "FZ-005": {
    title: title("FZ-005"), entities: ["aidFile"], lane: "application", step: "receive", series: "申", numbering: "record", numberFact: "applicationNo", addressee: APPLICANT,
    isDue: aid(({ receivedAt }) => receivedAt !== undefined),
    requires: [...SIGNED_BY_AGENCY, "personName", "receivedAt", "receivedBy", "matter", "materials", "decisionDueText"], requiresAlso: aid(proxyFacts),
    prints: ["personName", "materials", "decisionDueText"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款"),
  },
  "FZ-006": {
    title: title("FZ-006"), entities: ["aidFile"], lane: "application", step: "askForMaterials", series: "通", numbering: "official", addressee: APPLICANT,
    isDue: aid(({ supplementServedOn }) => supplementServedOn !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "supplementItems", "supplementList", "supplementDueOn"],
    prints: ["personName", "supplementList", "supplementDueOn"],
    served: [{ step: "serveSupplement", fact: "supplementServedOn" }],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第2款"),
  },
  "FZ-008": {
    title: title("FZ-008"), entities: ["aidFile"], lane: "application", step: "propose", series: "申", numbering: "record", numberFact: "applicationNo", addressee: ON_FILE,
    isDue: aid(({ examinedAt }) => examinedAt !== undefined),
    requires: ["agencyName", "personName", "receivedAt", "matter", "aidForm", "track", "caseFacts", "request", "competence", "scopeOk", "recusalChecked", "examinationFindings", "opinion", "opinionText", "examinerId", "examinedAt"],
    requiresAlso: aid((facts) => (isMeansTested(facts) ? ["hardshipWorking", "hardshipResult"] : facts.track === "T3_EXEMPT42" ? ["exemptCode", "exemptEvidence"] : [])),
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: LAL("41、43条"),
  },
  "FZ-009": {
    title: title("FZ-009"), entities: ["aidFile"], lane: "application", step: "grant", series: "决", numbering: "official", addressee: APPLICANT,
    isDue: aid(({ decision, emergencyAt }) => decision === "GRANT" || (decision === undefined && emergencyAt !== undefined)),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "aidForm", "decidedOnText", "assignDueText"],
    requiresAlso: aid(({ decision }) => (decision === "GRANT" ? ["reasonText", "deciderId"] : ["emergencyGround", "emergencyReason"])),
    prints: ["personName", "grantBasis"],
    served: [{ step: "serveRedecision", fact: "redecisionServedOn" }, { step: "serveDecision", fact: "decisionServedOn" }],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款、第44条"),
  },
  "FZ-010": {
    title: title("FZ-010"), entities: ["aidFile"], lane: "application", step: "deny", series: "不", numbering: "official", addressee: APPLICANT,
    isDue: aid(({ decision }) => decision === "DENY"),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "receivedAt", "matter", "decidedAt", "deciderId", "denialReasons", "reasonText", "remedyText", "objectionText"],
    prints: ["personName", "denialList", "reasonSentence", "objectionText"],
    served: [{ step: "serveDecision", fact: "decisionServedOn" }],
    needsRemedy: true, needsSeal: true, templateVersion: "1.0", source: LAL("43条第1款、第49条"),
  },
  "FZ-011": {
    title: title("FZ-011"), entities: ["aidFile"], lane: "assignment", step: "assign", series: "指", numbering: "official", addressee: PROVIDER,
    isDue: aid(isAssigned),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "causeText", "proceduralStage", "assignedAt", ...HANDLER],
    prints: ["recipientNames", "lawyer.name"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("26、36、43条")}；《办理法律援助案件程序规定》第24–27条`,
  },
  "FZ-012": {
    title: title("FZ-012"), entities: ["aidFile"], lane: "assignment", step: "signAgreement", series: "协", numbering: "official", addressee: { zh: "受援人和承办单位", en: "Recipient and unit" },
    isDue: aid(isAssigned),
    requires: ["agencyName", "personName", "certType", "certNo", "causeText", "aidForm", ...HANDLER],
    prints: ["personName", "provider.name", "scopeText"],
    needsRemedy: false, needsSeal: false, templateVersion: "1.0", source: `${LAL("2、46、47条")}；《办理法律援助案件程序规定》第27条`,
  },
  "FZ-013": {
    title: title("FZ-013"), entities: ["aidFile"], lane: "notice", step: "replyToOrgan", series: "函", numbering: "official", addressee: ORGAN,
    isDue: aid((facts) => isAssigned(facts) && (facts.noticeOrgan ?? facts.handlingOrgan) !== undefined),
    requires: [...SIGNED_BY_AGENCY, "agencyContact", "personName", "organName", "causeText", "assignedAt", ...HANDLER],
    requiresAlso: aid(({ noticeOrgan }) => (noticeOrgan === undefined ? [] : ["noticeLetterNo", "noticeReceivedAt"])),
    prints: ["organName", "recipientNames", "lawyer.name"],
    needsRemedy: false, needsSeal: true, templateVersion: "1.0", source: `${LAL("36条")}；《刑事诉讼法》第39条`,
  },
} as const satisfies Readonly<Record<string, Letter>>;
