import type { StepTable } from "./stepRule.ts";

const CMP = "《法律援助法》第56条；司法部令第149号";
const ACCEPTANCE = ["acceptDecidedAt", "notAcceptedReason"] as const;

/** A complaint, by the bureau, investigated outside the agency. */
// biome-ignore format: a table is read by columns
export const COMPLAINT_STEPS = {
  receiveComplaint: {
    label: { zh: "收到投诉", en: "Receive the complaint" }, lane: "complaint", from: [""], to: "received", by: ["BUREAU"],
    needs: ["channel", "complainantName", "respondentKind", "respondentName", "grounds", "statement"], owns: ["receivedAt", "receivedBy"], nowIn: "receivedAt", actorIn: "receivedBy", outcome: [],
    requires: [], checks: ["V03"], source: CMP,
  },
  askComplainant: {
    label: { zh: "一次性告知补充", en: "Ask once for what is missing" }, lane: "complaint", from: ["received"], to: "needInfo", by: ["BUREAU"],
    needs: ["missingText", "missingDueOn"], owns: ["missingText", "missingDueOn"], outcome: [], requires: [], checks: ["askedOnce"], source: CMP,
  },
  completeComplaint: {
    label: { zh: "投诉材料已补充", en: "The complaint was completed" }, lane: "complaint", from: ["needInfo"], to: "received", by: ["BUREAU"],
    needs: [], owns: [], outcome: [], requires: [], checks: [], source: CMP,
  },
  mergeComplaint: {
    label: { zh: "同一事项并案处理", en: "Merge: the same matter" }, lane: "complaint", from: ["received"], to: "merged", by: ["BUREAU"],
    needs: ["mergedInto"], owns: ["mergedInto"], outcome: ["mergedInto"], requires: [], checks: ["mergeable"], source: CMP,
  },
  acceptComplaint: {
    label: { zh: "受理投诉", en: "Accept" }, lane: "complaint", from: ["received"], to: "accepted", by: ["BUREAU"],
    needs: [], owns: ["acceptDecidedAt"], nowIn: "acceptDecidedAt", outcome: [], requires: [], checks: ["V03"], source: CMP,
  },
  declineComplaint: {
    label: { zh: "不予受理", en: "Do not accept" }, lane: "complaint", from: ["received", "needInfo"], to: "notAccepted", by: ["BUREAU"],
    needs: ["notAcceptedReason"], owns: ACCEPTANCE, nowIn: "acceptDecidedAt", outcome: [], requires: [], checks: ["V03"], source: CMP,
  },
  investigateComplaint: {
    label: { zh: "开展调查", en: "Investigate" }, lane: "complaint", from: ["accepted"], to: "investigating", by: ["BUREAU"],
    needs: [], owns: ["investigatorId"], actorIn: "investigatorId", outcome: ["investigatorId"], requires: [], checks: ["investigatorApart"], source: CMP,
  },
  extendComplaint: {
    label: { zh: "延长办理期限", en: "Extend the period" }, lane: "complaint", from: ["investigating"], to: "investigating", by: ["BUREAU"],
    needs: ["extensionReason", "extendedToOn"], owns: ["extensionReason", "extendedToOn"], apart: ["investigatorId"], outcome: [], requires: [], checks: [], source: CMP,
  },
  decideComplaint: {
    label: { zh: "作出处理决定", en: "Decide" }, lane: "complaint", from: ["investigating"], to: "decided", by: ["BUREAU"],
    needs: ["findings", "disposition", "dispositionText"], owns: ["findings", "disposition", "dispositionText", "decidedAt", "deciderId"], nowIn: "decidedAt", actorIn: "deciderId", outcome: ["disposition"],
    requires: [], checks: ["V03", "investigatorApart"], source: "《法律援助法》第61条至第63条",
  },
  replyComplaint: {
    label: { zh: "答复投诉人", en: "Reply" }, lane: "complaint", from: ["decided", "notAccepted"], to: "replied", by: ["BUREAU"],
    needs: ["repliedOn", "replyText"], owns: ["repliedOn", "replyText"], outcome: [], requires: [], checks: ["V03"], source: CMP,
  },
  closeComplaint: {
    label: { zh: "投诉办结", en: "Close" }, lane: "complaint", from: ["replied"], to: "closed", by: ["BUREAU"],
    needs: [], owns: [], outcome: [], requires: [], checks: [], source: CMP,
  },
} as const satisfies StepTable;

/** A quality review (法律援助法第五十七、五十九条). */
// biome-ignore format: a table is read by columns
export const QUALITY_STEPS = {
  openReview: {
    label: { zh: "开始质量评查", en: "Open the review" }, lane: "quality", from: [""], to: "opened", by: ["QC"],
    needs: ["fileId", "method"], owns: ["openedAt", "reviewerId"], nowIn: "openedAt", actorIn: "reviewerId", outcome: [],
    requires: [], checks: ["V03", "independentQuality"], source: "《法律援助法》第59条",
  },
  gradeCase: {
    label: { zh: "评定等次", en: "Grade the case" }, lane: "quality", from: ["opened"], to: "graded", by: ["QC"],
    needs: ["grade"], owns: ["total", "grade", "improvement", "gradedAt"], nowIn: "gradedAt", outcome: ["grade"],
    requires: [], checks: ["V03", "independentQuality", "scoresAdd"], source: "《法律援助法》第57条、第59条",
  },
  publishReview: {
    label: { zh: "公布评查结果", en: "Publish the result" }, lane: "quality", from: ["graded"], to: "published", by: ["QC", "HEAD"],
    needs: ["publishedOn"], owns: ["publishedOn"], outcome: [], requires: [], checks: ["V03"], source: "《法律援助法》第58条",
  },
} as const satisfies StepTable;
