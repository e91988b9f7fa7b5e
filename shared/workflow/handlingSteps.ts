import type { StepTable } from "./stepRule.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const ASSIGNED = [["assignment", ["assigned", "accepted", "retained"]]] as const;

/**
 * Handling a case until its legal document is there, and what may follow a decision later: emergency aid
 * that lapses (法律援助法第四十四条) and a refusal decided again by order of the bureau (第四十九条).
 */
// biome-ignore format: a table is read by columns
export const HANDLING_STEPS = {
  beginHandling: {
    label: { zh: "开始办理", en: "Begin handling" }, lane: "handling", from: [""], to: "handling", by: ["HANDLER", "CLERK", "EXAMINER", "HEAD"],
    needs: [], owns: [], outcome: [], requires: ASSIGNED, checks: [], source: LAL("46条"),
  },
  filePapers: {
    label: { zh: "向法院提交法律援助手续", en: "File the papers with the court" }, lane: "handling", from: ["", "handling"], to: "handling", by: ["HANDLER", "CLERK"],
    needs: ["papersFiledOn"], owns: [], outcome: [], requires: ASSIGNED, checks: ["notAhead"], source: "《最高法刑诉解释》第52条、第66条",
  },
  askMeeting: {
    label: { zh: "申请会见", en: "Ask for a meeting" }, lane: "handling", from: ["", "handling"], to: "handling", by: ["HANDLER", "CLERK"],
    needs: ["meetingAskedAt"], owns: [], outcome: [], requires: ASSIGNED, checks: ["notAhead"], source: "《刑事诉讼法》第39条第2款",
  },
  holdMeeting: {
    label: { zh: "已会见", en: "The meeting was held" }, lane: "handling", from: ["handling"], to: "handling", by: ["HANDLER", "CLERK"],
    needs: ["meetingAskedAt", "meetingHeldAt"], owns: [], outcome: [], requires: ASSIGNED, checks: ["notAhead"], source: "《刑事诉讼法》第39条第2款",
  },
  suspend: {
    label: { zh: "办案机关中止程序", en: "The proceedings are suspended" }, lane: "handling", from: ["handling"], to: "suspended", by: ["HANDLER", "CLERK", "EXAMINER"],
    needs: ["suspendedOn", "suspendReason"], owns: ["suspendedOn", "suspendReason", "resumedOn"], sets: { resumedOn: null }, outcome: [], requires: [], checks: ["V03"], source: "内部工作规则（法律未作规定）",
  },
  resume: {
    label: { zh: "恢复办理", en: "The proceedings resume" }, lane: "handling", from: ["suspended"], to: "handling", by: ["HANDLER", "CLERK", "EXAMINER"],
    needs: ["resumedOn"], owns: ["resumedOn"], outcome: [], requires: [], checks: ["V03"], source: "内部工作规则（法律未作规定）",
  },
  receiveResult: {
    label: { zh: "收到结案法律文书", en: "The closing legal document arrived" }, lane: "handling", from: ["handling", "suspended"], to: "resultReceived", by: ["HANDLER", "CLERK"],
    needs: ["resultReceivedOn", "resultDocument"], owns: ["resultDocument", "resultKind"], outcome: [], requires: ASSIGNED, checks: ["notAhead"], source: LAL("50条"),
  },
  // ── emergency aid and the re-decision after an objection ──────────────────────────────────────
  lapseEmergencyAid: {
    label: { zh: "先行提供因未补办手续失效", en: "Emergency aid lapses: no formalities" }, lane: "emergency", from: ["emergency"], to: "lapsed", by: ["HEAD"],
    needs: ["emergencyLapseReason"], owns: ["emergencyEndedAt", "emergencyLapseReason"], nowIn: "emergencyEndedAt", outcome: [],
    requires: [], checks: ["makeUpOver"], source: LAL("44条第2款"),
  },
  redecide: {
    label: { zh: "依异议审查意见改正，决定给予", en: "Decide again and grant, as ordered" }, lane: "application", from: ["denied"], to: "granted", by: ["HEAD"],
    needs: ["objectionId", "redecisionReason"], owns: ["decision", "redecidedAt", "redeciderId", "redecisionReason", "objectionId"],
    nowIn: "redecidedAt", actorIn: "redeciderId", sets: { decision: "GRANT" }, outcome: ["decision"],
    requires: [], checks: ["V03", "V05", "orderedToCorrect"], along: "regularise", source: LAL("49条第2款"),
  },
  serveRedecision: {
    label: { zh: "送达重新作出的决定", en: "Serve the new decision" }, lane: "service", from: ["", "served"], to: "served", by: ["CLERK", "EXAMINER"],
    needs: ["redecidedAt", "redecisionServedOn"], owns: ["redecisionServedOn"], outcome: [],
    requires: [["application", ["granted"]]], checks: ["V03"], source: LAL("49条第2款"),
  },
} as const satisfies StepTable;
