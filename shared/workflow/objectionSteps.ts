import type { StepTable } from "./stepRule.ts";

const LAL_49 = "《法律援助法》第49条";
const ENDING = ["result", "reasonText", "orderText", "remedyText", "decidedAt", "deciderId"] as const;
const DECIDED = [["objection", ["maintained", "corrected"]]] as const;
/** An objection that was closed after its service may still be followed by the remedies of its last paragraph. */
const MAINTAINED = [["objection", ["maintained", "closed"]]] as const;

/** An objection from its filing to the remedies after it. The reviewer is no one who examined or decided. */
// biome-ignore format: a table is read by columns
export const OBJECTION_STEPS = {
  fileObjection: {
    label: { zh: "收到异议", en: "File the objection" }, lane: "objection", from: [""], to: "filed", by: ["BUREAU", "CLERK"],
    needs: ["fileId", "against", "objectorName", "grounds", "decisionServedOn"], owns: ["receivedAt", "receivedBy"], nowIn: "receivedAt", actorIn: "receivedBy", outcome: [],
    requires: [], checks: ["V03", "objectable", "objectionTime"], source: LAL_49,
  },
  beginReview: {
    label: { zh: "开始审查异议", en: "Begin the review" }, lane: "objection", from: ["filed"], to: "reviewing", by: ["BUREAU"],
    needs: [], owns: ["reviewerId", "reviewBegunAt"], nowIn: "reviewBegunAt", actorIn: "reviewerId", outcome: ["reviewerId"],
    requires: [], checks: ["V03", "independentReviewer"], source: LAL_49,
  },
  maintain: {
    label: { zh: "维持原决定", en: "Maintain the decision" }, lane: "objection", from: ["reviewing"], to: "maintained", by: ["BUREAU"],
    needs: ["reasonText", "remedyText"], owns: ENDING, nowIn: "decidedAt", actorIn: "deciderId", sets: { result: "MAINTAINED" }, outcome: ["result"],
    requires: [], checks: ["V03", "independentReviewer"], source: `${LAL_49}第2款`,
  },
  correct: {
    label: { zh: "责令改正", en: "Order the correction" }, lane: "objection", from: ["reviewing"], to: "corrected", by: ["BUREAU"],
    needs: ["reasonText", "orderText"], owns: ENDING, nowIn: "decidedAt", actorIn: "deciderId", sets: { result: "CORRECTED" }, outcome: ["result"],
    requires: [], checks: ["V03", "independentReviewer"], source: `${LAL_49}第2款`,
  },
  withdrawObjection: {
    label: { zh: "撤回异议", en: "Withdraw the objection" }, lane: "objection", from: ["filed", "reviewing"], to: "withdrawn", by: ["BUREAU", "CLERK"],
    needs: ["withdrawalReason"], owns: ["withdrawnAt", "withdrawalReason"], nowIn: "withdrawnAt", outcome: [], requires: [], checks: [], source: "内部工作规则（法律未作规定）",
  },
  serveObjection: {
    label: { zh: "送达异议审查决定", en: "Serve the result" }, lane: "objectionService", from: [""], to: "served", by: ["BUREAU", "CLERK"],
    needs: ["servedOn"], owns: ["servedOn"], outcome: [], requires: DECIDED, checks: ["V03"], source: LAL_49,
  },
  closeObjection: {
    label: { zh: "异议办结", en: "Close the objection" }, lane: "objection", from: ["maintained", "corrected"], to: "closed", by: ["BUREAU"],
    needs: [], owns: [], outcome: [], requires: [["objectionService", ["served"]]], checks: [], source: LAL_49,
  },
  askReconsideration: {
    label: { zh: "申请人申请行政复议", en: "Reconsideration is asked" }, lane: "remedy", from: [""], to: "reconsideration", by: ["BUREAU"],
    needs: ["arOrgan", "arFiledOn"], owns: ["arOrgan", "arFiledOn"], outcome: [], requires: MAINTAINED, checks: ["V03", "wasMaintained"], source: "《行政复议法》第20条",
  },
  admitReconsideration: {
    label: { zh: "复议机关受理", en: "Reconsideration is admitted" }, lane: "remedy", from: ["reconsideration"], to: "admitted", by: ["BUREAU"],
    needs: ["arAdmittedOn"], owns: ["arAdmittedOn"], outcome: [], requires: [], checks: ["V03"], source: "《行政复议法》第30条",
  },
  receiveReconsideration: {
    label: { zh: "收到复议决定", en: "The reconsideration decision arrived" }, lane: "remedy", from: ["reconsideration", "admitted"], to: "reconsidered", by: ["BUREAU"],
    needs: ["arReceivedOn", "arOutcome"], owns: ["arReceivedOn", "arOutcome"], outcome: [], requires: [], checks: ["V03"], source: LAL_49,
  },
  sue: {
    label: { zh: "申请人提起行政诉讼", en: "A suit is filed" }, lane: "remedy", from: ["", "reconsidered"], to: "litigation", by: ["BUREAU"],
    needs: ["suedOn"], owns: ["suedOn", "courtCaseNo"], outcome: [], requires: MAINTAINED, checks: ["V03", "wasMaintained"], source: "《行政诉讼法》第45条、第46条",
  },
  endSuit: {
    label: { zh: "诉讼终结", en: "The suit ended" }, lane: "remedy", from: ["litigation"], to: "litigated", by: ["BUREAU"],
    needs: ["suitOutcome"], owns: ["suitOutcome"], outcome: [], requires: [], checks: [], source: LAL_49,
  },
  overturn: {
    label: { zh: "维持决定被撤销，须重新作出决定", en: "The decision was set aside: it must be made again" }, lane: "remedy", from: ["reconsidered", "litigated"], to: "overturned", by: ["BUREAU"],
    needs: ["overturnedOn", "orderText"], owns: ["overturnedOn", "orderText"], outcome: ["overturnedOn"], requires: MAINTAINED, checks: ["V03", "wasMaintained"], source: `${LAL_49}第3款`,
  },
} as const satisfies StepTable;
