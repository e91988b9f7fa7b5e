import type { StepTable } from "./stepRule.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const AIDED = [
  ["assignment", ["assigned", "accepted", "retained"]],
  ["application", ["granted"]],
  ["emergency", ["emergency", "regularised"]],
] as const;
const ENDED = [
  ["handling", ["resultReceived"]],
  ["termination", ["effective"]],
] as const;
/** A ground that is reported anew has not been verified, decided or served yet, whatever an earlier one was. */
const AFRESH = {
  terminationEvidence: null,
  terminationDocument: null,
  recipientHeardOn: null,
  recipientStatement: null,
  terminationVerifierId: null,
  terminationVerifiedAt: null,
  terminatedAt: null,
  terminatorId: null,
  terminationServedOn: null,
} as const;
const REVIEW = ["closingReviewedAt", "closingReviewerId", "closingResult", "closingRemarks"] as const;

/** How a case ends: termination by one of the eight grounds (法律援助法第四十八条), and the closing file (第五十条). */
// biome-ignore format: a table is read by columns
export const CLOSING_STEPS = {
  reportTermination: {
    label: { zh: "报告终止情形", en: "Report a ground of termination" }, lane: "termination", from: ["", "dismissed", "revoked"], to: "reported", by: ["HANDLER", "CLERK", "EXAMINER", "HEAD"],
    needs: ["terminationReason", "terminationReport"], owns: ["terminationReason", "terminationReport", "terminationReportedAt"],
    nowIn: "terminationReportedAt", sets: AFRESH, outcome: ["terminationReason"], requires: AIDED, checks: ["V03", "V18"], source: LAL("48条第2款"),
  },
  verifyTermination: {
    label: { zh: "核查终止情形", en: "Verify the ground" }, lane: "termination", from: ["reported", "verifying"], to: "verifying", by: ["EXAMINER"],
    needs: ["terminationEvidence"], owns: ["terminationEvidence", "terminationDocument", "recipientHeardOn", "recipientStatement", "terminationVerifierId", "terminationVerifiedAt"],
    nowIn: "terminationVerifiedAt", actorIn: "terminationVerifierId", outcome: [], requires: [], checks: ["V03", "V18"], source: LAL("48条"),
  },
  dismissTermination: {
    label: { zh: "不予终止", en: "Do not terminate" }, lane: "termination", from: ["reported", "verifying"], to: "dismissed", by: ["HEAD"],
    needs: ["terminationEndReason"], owns: ["terminationEndReason"], outcome: [], requires: [], checks: [], source: LAL("48条"),
  },
  terminate: {
    label: { zh: "决定终止法律援助", en: "Terminate legal aid" }, lane: "termination", from: ["verifying"], to: "decided", by: ["HEAD"],
    needs: ["terminationText", "terminationRemedy"], owns: ["terminationText", "terminationRemedy", "terminatedAt", "terminatorId"],
    nowIn: "terminatedAt", actorIn: "terminatorId", apart: ["terminationVerifierId"], outcome: [], requires: [], checks: ["V03", "V17", "V18"], source: LAL("48条、第49条"),
  },
  serveTermination: {
    label: { zh: "送达终止决定", en: "Serve the termination" }, lane: "termination", from: ["decided"], to: "served", by: ["CLERK", "EXAMINER"],
    needs: ["terminationServedOn"], owns: ["terminationServedOn"], outcome: [], requires: [], checks: ["V03"], source: LAL("49条"),
  },
  makeTerminationEffective: {
    label: { zh: "终止决定生效", en: "The termination takes effect" }, lane: "termination", from: ["served"], to: "effective", by: ["HEAD", "CLERK"],
    needs: ["terminationEffectiveOn"], owns: ["terminationEffectiveOn"], outcome: [], requires: [], checks: ["V03", "noOpenObjection"], source: LAL("49条"),
  },
  revokeTermination: {
    label: { zh: "依异议审查意见撤销终止", en: "Revoke the termination, as ordered" }, lane: "termination", from: ["decided", "served", "effective"], to: "revoked", by: ["HEAD"],
    needs: ["objectionId", "terminationEndReason"], owns: ["objectionId", "terminationEndReason"], sets: { terminationEffectiveOn: null }, outcome: [], requires: [], checks: ["orderedToCorrect"], source: LAL("49条第2款"),
  },
  // ── the closing file ──────────────────────────────────────────────────────────────────────────
  submitClosing: {
    label: { zh: "提交结案材料", en: "Submit the closing file" }, lane: "closing", from: ["", "fixing"], to: "submitted", by: ["HANDLER", "CLERK"],
    needs: ["closingFiledOn", "closingMode", "closingReport", "closingItems"],
    owns: ["closingFiledOn", "closingMode", "closingReport", "claimedFen", "awardedFen", "recoveredFen", "opinionAdoption", "recipientOpinion", "closingReviewedAt", "closingResult", "closingEarlier"],
    sets: { closingReviewedAt: null, closingResult: null }, keeps: { into: "closingEarlier", of: ["closingFiledOn", "closingReviewedAt"] }, outcome: ["closingMode"], requires: ENDED, checks: ["V03"], source: LAL("50条"),
  },
  passClosing: {
    label: { zh: "结案材料审查合格", en: "The closing file is in order" }, lane: "closing", from: ["submitted"], to: "passed", by: ["EXAMINER"],
    needs: [], owns: REVIEW, nowIn: "closingReviewedAt", actorIn: "closingReviewerId", sets: { closingResult: "PASS" }, outcome: ["closingResult"],
    requires: [], checks: ["V03", "V21"], source: LAL("50条"),
  },
  returnClosing: {
    label: { zh: "退回补正结案材料", en: "Return the closing file" }, lane: "closing", from: ["submitted"], to: "fixing", by: ["EXAMINER"],
    needs: ["closingRemarks"], owns: REVIEW, nowIn: "closingReviewedAt", actorIn: "closingReviewerId", sets: { closingResult: "FIX" }, outcome: ["closingResult"],
    requires: [], checks: ["V03"], source: LAL("50条"),
  },
  failClosing: {
    label: { zh: "结案材料审查不合格", en: "The closing file fails" }, lane: "closing", from: ["submitted"], to: "failed", by: ["EXAMINER"],
    needs: ["closingRemarks"], owns: REVIEW, nowIn: "closingReviewedAt", actorIn: "closingReviewerId", sets: { closingResult: "FAIL" }, outcome: ["closingResult"],
    requires: [], checks: ["V03"], source: LAL("50条"),
  },
  archive: {
    label: { zh: "归档", en: "Archive" }, lane: "closing", from: ["passed", "failed"], to: "archived", by: ["ARCHIVE"],
    needs: ["archiveNo"], owns: ["archiveNo", "archivedAt"], nowIn: "archivedAt", outcome: ["archiveNo"],
    requires: [], checks: ["V03"], source: "《档案法》第14条",
  },
} as const satisfies StepTable;
