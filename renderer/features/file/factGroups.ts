import type { AidFactName } from "../../../shared/dictionary/aidFile.ts";
import type { Label } from "../../../shared/dictionary/field.ts";

/** One block of facts on the case page. */
type FactGroup = {
  readonly id: string;
  readonly title: Label;
  readonly names: readonly AidFactName[];
};

/** The facts of a file as a person reads them, part by part. Lists and logs are shown row by row. */
// biome-ignore format: a table is read by columns
export const FACT_GROUPS: readonly FactGroup[] = [
  { id: "person", title: { zh: "当事人", en: "Person" }, names: ["personName", "formerName", "certType", "certNo", "sex", "birthOn", "phone", "alternativeContact", "categories", "disabilityType", "languageNeed", "guardianName", "guardianConsent", "residence", "mailingAddress", "occupation", "employer", "applyingAs", "proxyName", "proxyRelation", "proxyPhone", "proxyProof", "coApplicants"] },
  { id: "notice", title: { zh: "来函", en: "Organ's letter" }, names: ["noticeOrgan", "noticeOrganType", "noticeLetterNo", "noticeLetterOn", "noticeReceivedAt", "noticeKind", "noticeGround", "suspectedCharge", "custodyPlace", "coerciveMeasure", "organDiscoveredOn", "noDefenderConfirmed", "contactName", "contactPhone", "hearingAt", "hearingPlace", "procedure", "attachments", "noticeCheckedAt", "missingFromNotice", "organNotifiedAt", "noticeEndReason"] },
  { id: "matter", title: { zh: "事项", en: "Matter" }, names: ["receivedAt", "source", "matter", "secondaryMatter", "aidForm", "legalStatus", "proceduralStage", "causeOfAction", "handlingOrgan", "organCaseNo", "competence", "caseFacts", "request", "amountFen", "limitationOn", "employmentEndedOn", "hasAgentAlready", "opposingParties", "relatedPersons", "priorApplication"] },
  { id: "means", title: { zh: "经济状况核查", en: "Means" }, names: ["track", "exemptCode", "exemptEvidence", "hardshipSituation", "household", "housing", "vehicle", "savingsFen", "majorExpenses", "queryResult", "pledgeSignedOn", "otherReason", "materials", "consentSignedOn"] },
  { id: "examination", title: { zh: "审查与决定", en: "Examination and decision" }, names: ["supplementItems", "supplementExplain", "supplementServedOn", "supplementDueOn", "supplementInOn", "examinedAt", "examinerId", "examinationFindings", "hardshipWorking", "hardshipResult", "opinion", "opinionText", "returnReason", "decision", "decidedAt", "deciderId", "denialReasons", "reasonText", "remedyText", "decisionServedOn", "emergencyGround", "emergencyReason", "emergencyAt", "emergencyEndedAt", "referredTo", "withdrawalReason", "withdrawnAt"] },
  { id: "assignment", title: { zh: "指派与协议", en: "Assignment and agreement" }, names: ["lawyerId", "providerId", "assignedAt", "assignReason", "assignWarnings", "acceptedAt", "refusalReason", "agreementSignedOn", "poaSignedOn", "agreementScope", "notSignedReason"] },
];

/** Dates of handling that start or stop statutory clocks; recorded as they become known. */
export const HANDLING_FACTS: readonly AidFactName[] = [
  "meetingAskedAt",
  "meetingHeldAt",
  "papersFiledOn",
  "preservationOn",
  "awardReceivedOn",
  "resultReceivedOn",
  "lateReason",
];
