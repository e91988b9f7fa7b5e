import type { StepTable } from "./stepRule.ts";

const LAL_55 = "《法律援助法》第55条";
const PRO = (article: string): string => `《办理法律援助案件程序规定》第${article}`;
const REPLACEABLE = [["assignment", ["assigned", "accepted", "retained"]]] as const;
const REVIEW = [
  "replacementVerified",
  "replacementOpinion",
  "replacementReviewerId",
  "replacementReviewedAt",
] as const;
const DECISION = [
  "replacementResult",
  "replacementReasonText",
  "replacementDecidedAt",
  "replacementDeciderId",
] as const;

/** Replacing the handler, by two signatures (FZ-016), and assigning the successor (FZ-017). */
// biome-ignore format: a table is read by columns
export const REPLACEMENT_STEPS = {
  requestReplacement: {
    label: { zh: "申请更换承办人员", en: "Ask for another handler" }, lane: "replacement", from: ["", "rejected", "done"], to: "requested", by: ["CLERK", "EXAMINER", "HEAD", "HANDLER"],
    needs: ["replacementInitiator", "replacementReasons", "replacementStatement", "replacedLawyerId"],
    owns: ["replacementRequestedAt", "replacementInitiator", "replacementReasons", "replacementStatement", "replacedLawyerId", ...REVIEW, ...DECISION],
    nowIn: "replacementRequestedAt", sets: { replacementDecidedAt: null, replacementReviewedAt: null, replacementReviewerId: null, replacementResult: null },
    outcome: ["replacedLawyerId"], requires: REPLACEABLE, checks: ["V03", "namesHandler"], source: LAL_55,
  },
  reviewReplacement: {
    label: { zh: "核实并提出更换审核意见", en: "Verify and give an opinion" }, lane: "replacement", from: ["requested"], to: "reviewing", by: ["EXAMINER"],
    needs: ["replacementVerified", "replacementOpinion"], owns: REVIEW,
    nowIn: "replacementReviewedAt", actorIn: "replacementReviewerId", outcome: ["replacementOpinion"], requires: [], checks: ["V03"], source: LAL_55,
  },
  approveReplacement: {
    label: { zh: "决定更换", en: "Decide on replacement" }, lane: "replacement", from: ["reviewing"], to: "approved", by: ["HEAD"],
    needs: ["replacementResult", "replacementReasonText", "changeDays", "informDays"], owns: [...DECISION, "replacementWarnings", "changeDays", "informDays"],
    nowIn: "replacementDecidedAt", actorIn: "replacementDeciderId", apart: ["replacementReviewerId"], outcome: ["replacementResult"],
    requires: [], checks: ["V03", "replaces", "refusalWarnings"], source: LAL_55,
  },
  rejectReplacement: {
    label: { zh: "决定不予更换", en: "Refuse the replacement" }, lane: "replacement", from: ["reviewing"], to: "rejected", by: ["HEAD"],
    needs: ["replacementReasonText"], owns: DECISION,
    nowIn: "replacementDecidedAt", actorIn: "replacementDeciderId", apart: ["replacementReviewerId"], sets: { replacementResult: "REFUSE" }, outcome: ["replacementResult"],
    requires: [], checks: ["V03"], source: LAL_55,
  },
  reassign: {
    label: { zh: "另行指派", en: "Assign the successor" }, lane: "assignment", from: ["assigned", "accepted", "retained"], to: "assigned", by: ["HEAD"],
    needs: ["lawyerId", "providerId", "assignReason"], owns: ["lawyerId", "providerId", "reassignedAt", "assignerId", "assignReason", "assignWarnings", "acceptedAt", "agreementSignedOn", "poaSignedOn", "arrangedAt", "notSignedEarlier"], keeps: { into: "notSignedEarlier", of: ["notSignedReason"] },
    nowIn: "reassignedAt", actorIn: "assignerId", sets: { acceptedAt: null, agreementSignedOn: null, poaSignedOn: null, arrangedAt: null }, outcome: ["lawyerId"],
    requires: [["replacement", ["approved"]], ["refusal", ["renotified"]]], checks: ["V03", "notTerminated", "qualified", "successor", "notTheRefused"], source: PRO("24条至第26条"),
  },
  arrangePerson: {
    label: { zh: "承办单位安排承办人员", en: "The unit arranged the person" }, lane: "assignment", from: ["assigned"], to: "assigned", by: ["CLERK", "HEAD"],
    needs: [], owns: ["arrangedAt"], nowIn: "arrangedAt", outcome: [], requires: [], checks: ["V03"], source: PRO("25条第2款"),
  },
  handOver: {
    label: { zh: "移交案件材料", en: "Hand the case over" }, lane: "replacement", from: ["approved"], to: "handover", by: ["CLERK", "HEAD", "HANDLER"],
    needs: ["handedOverOn", "handoverNote"], owns: ["handedOverOn", "handoverNote"], outcome: [],
    requires: REPLACEABLE, checks: ["V03", "successor"], source: "法律援助文书格式十七",
  },
  finishReplacement: {
    label: { zh: "更换办结", en: "Finish the replacement" }, lane: "replacement", from: ["handover"], to: "done", by: ["CLERK", "HEAD"],
    needs: [], owns: [], outcome: [], requires: REPLACEABLE, checks: [], source: "法律援助文书格式十七",
  },
} as const satisfies StepTable;
