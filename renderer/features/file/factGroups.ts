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
  { id: "person", title: { zh: "当事人", en: "Person" }, names: ["personName", "formerName", "certType", "certNo", "sex", "birthOn", "phone", "alternativeContact", "categories", "disabilityType", "languageNeed", "guardianName", "guardianConsent", "isSpeciallyHandled", "residence", "mailingAddress", "occupation", "employer", "applyingAs", "proxyName", "proxyRelation", "proxyPhone", "proxyProof", "coApplicants"] },
  { id: "notice", title: { zh: "来函", en: "Organ's letter" }, names: ["noticeOrgan", "noticeOrganType", "noticeLetterNo", "noticeLetterOn", "noticeReceivedAt", "noticeKind", "noticeGround", "suspectedCharge", "custodyPlace", "coerciveMeasure", "organDiscoveredOn", "noDefenderConfirmed", "contactName", "contactPhone", "hearingAt", "hearingPlace", "procedure", "attachments", "noticeCheckedAt", "missingFromNotice", "organNotifiedAt", "noticeEndReason"] },
  { id: "matter", title: { zh: "事项", en: "Matter" }, names: ["receivedAt", "source", "transferId", "matter", "secondaryMatter", "aidForm", "legalStatus", "proceduralStage", "causeOfAction", "handlingOrgan", "organCaseNo", "competence", "caseFacts", "request", "amountFen", "limitationOn", "employmentEndedOn", "hasAgentAlready", "opposingParties", "relatedPersons", "priorApplication", "previousFileId"] },
  { id: "means", title: { zh: "经济状况核查", en: "Means" }, names: ["track", "exemptCode", "exemptEvidence", "hardshipSituation", "household", "housing", "vehicle", "savingsFen", "majorExpenses", "queryResult", "pledgeSignedOn", "otherReason", "materials", "consentSignedOn"] },
  { id: "examination", title: { zh: "审查与决定", en: "Examination and decision" }, names: ["supplementItems", "supplementExplain", "supplementServedOn", "supplementDueOn", "supplementInOn", "examinedAt", "examinerId", "examinationFindings", "hardshipWorking", "hardshipResult", "opinion", "opinionText", "returnReason", "decision", "decidedAt", "deciderId", "denialReasons", "reasonText", "remedyText", "decisionServedOn", "emergencyGround", "emergencyReason", "emergencyAt", "emergencyEndedAt", "referredTo", "forwardedWhat", "forwardedAt", "withdrawalReason", "withdrawnAt"] },
  { id: "assignment", title: { zh: "指派与协议", en: "Assignment and agreement" }, names: ["lawyerId", "providerId", "assignedAt", "assignReason", "assignWarnings", "acceptedAt", "refusalReason", "assignedEarlier", "agreementSignedOn", "poaSignedOn", "agreementScope", "notSignedReason", "notSignedEarlier"] },
  { id: "handling", title: { zh: "办理", en: "Handling" }, names: ["papersFiledOn", "meetingAskedAt", "meetingHeldAt", "preservationOn", "awardReceivedOn", "suspendedOn", "suspendReason", "resumedOn", "arbitrationAcceptedOn", "arbitrationExtended", "preservationAskedAt", "preservationRuledAt", "resultReceivedOn", "resultDocument", "resultKind", "appealedOn", "suedOn", "noAppealOn", "lateReason", "emergencyLapseReason", "redecidedAt", "redeciderId", "redecisionReason", "redecisionServedOn", "objectionId"] },
  { id: "organ", title: { zh: "办案机关告知、送达与变更", en: "What the organ told, served and changed" }, names: ["prosecutionReceivedOn", "courtAcceptedOn", "rightsToldOn", "indictmentServedOn", "hearingNoticeOn", "organChangeOn", "organChangeText", "recusalAskedOn", "recusalDecidedOn"] },
  { id: "refusal", title: { zh: "拒绝辩护与另行指派", en: "Refusal and new assignment" }, names: ["refusedOn", "refusedEarlier", "refusalGround", "refusalPermittedOn", "refusalEndText", "ownCounselOn", "organInformedOn", "noOwnCounselOn", "renotifiedAt", "renoticeNo", "renoticeRepliedAt", "adjournedOn", "prepEndedOn", "changeCount", "refusedInCourt"] },
  { id: "replacement", title: { zh: "更换承办人员", en: "Another handler" }, names: ["replacementRequestedAt", "replacementInitiator", "replacementReasons", "replacementStatement", "replacedLawyerId", "replacementVerified", "replacementOpinion", "replacementReviewerId", "replacementReviewedAt", "replacementResult", "replacementReasonText", "replacementDecidedAt", "replacementDeciderId", "replacementWarnings", "changeDays", "informDays", "reassignedAt", "arrangedAt", "handedOverOn", "handoverNote"] },
  { id: "termination", title: { zh: "终止", en: "Termination" }, names: ["terminationReason", "terminationReport", "terminationReportedAt", "terminationEvidence", "terminationDocument", "recipientHeardOn", "recipientStatement", "terminationVerifierId", "terminationVerifiedAt", "terminationText", "terminationRemedy", "terminatedAt", "terminatorId", "terminationServedOn", "terminationEffectiveOn", "terminationEndReason"] },
  { id: "closing", title: { zh: "结案", en: "Closing" }, names: ["closingFiledOn", "closingMode", "closingReport", "closingItems", "claimedFen", "awardedFen", "recoveredFen", "opinionAdoption", "isGroupEvent", "isProbation", "recipientOpinion", "closingResult", "closingRemarks", "closingReviewerId", "closingReviewedAt", "archiveNo", "archivedAt"] },
];

/** Dates of handling that start or stop statutory clocks; recorded as they become known. */
const HANDLING_FACTS: readonly AidFactName[] = [
  "meetingAskedAt",
  "meetingHeldAt",
  "papersFiledOn",
  "resultReceivedOn",
  "lateReason",
];

/** What an organ's letter or a call may change at any time; the periods follow at once. */
const ORGAN_FACTS: readonly AidFactName[] = [
  "hearingAt",
  "hearingPlace",
  "coerciveMeasure",
  "custodyPlace",
  "prosecutionReceivedOn",
  "courtAcceptedOn",
  "rightsToldOn",
  "indictmentServedOn",
  "hearingNoticeOn",
];

/** Arbitration, preservation and suit (民事诉讼法第一百零三、一百零四条；劳动争议调解仲裁法第四十三条). */
const CIVIL_FACTS: readonly AidFactName[] = [
  "arbitrationAcceptedOn",
  "arbitrationExtended",
  "awardReceivedOn",
  "preservationAskedAt",
  "preservationRuledAt",
  "preservationOn",
  "suedOn",
];

/** What the recipient does about the result: an appeal, or a statement that there will be none. */
const RESULT_FACTS: readonly AidFactName[] = ["appealedOn", "noAppealOn"];

/** Facts that weigh in a replacement; asked once one was requested (《最高法刑诉解释》第311条). */
const REPLACEMENT_FACTS: readonly AidFactName[] = [
  "changeCount",
  "refusedInCourt",
  "adjournedOn",
  "prepEndedOn",
  "recusalAskedOn",
  "recusalDecidedOn",
];
/** What the closing file needs; asked once the case has its result or was terminated (法律援助法第五十条). */
const CLOSING_FACTS: readonly AidFactName[] = ["closingItems", "isGroupEvent"];
/** What the statistics ask of a criminal case in which a judgment was given. */
const CRIMINAL_CLOSING_FACTS: readonly AidFactName[] = ["isProbation"];

/** The dates and facts to be recorded while a case is handled, as far as it has come. */
export const courseFacts = (
  stages: Readonly<Record<string, string>>,
  { isOrganCase }: { readonly isOrganCase: boolean },
): readonly AidFactName[] => {
  const isEnding =
    stages.handling === "resultReceived" ||
    stages.termination === "effective" ||
    stages.closing !== undefined;
  return [
    ...HANDLING_FACTS,
    ...(isOrganCase ? ORGAN_FACTS : CIVIL_FACTS),
    ...(stages.handling === "resultReceived" ? RESULT_FACTS : []),
    ...(stages.replacement === undefined && stages.refusal === undefined ? [] : REPLACEMENT_FACTS),
    ...(isEnding ? CLOSING_FACTS : []),
    ...(isEnding && isOrganCase ? CRIMINAL_CLOSING_FACTS : []),
  ];
};
