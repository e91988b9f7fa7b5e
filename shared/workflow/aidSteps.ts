import type { StepTable } from "./stepRule.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;

/** Everything that can lawfully be done on an aid file, in four lanes. To change the procedure, change this table. */
// biome-ignore format: a table is read by columns
export const AID_STEPS = {
  // ── application: from the counter to the decision ─────────────────────────────────────────────
  receive: {
    label: { zh: "接收申请", en: "Receive the application" }, lane: "application", from: [""], to: "received", by: ["CLERK"],
    needs: ["personName", "certType", "applyingAs", "source", "aidForm", "matter", "legalStatus", "proceduralStage", "caseFacts", "request", "hasAgentAlready", "track", "consentSignedOn", "materials"],
    owns: ["receivedAt", "receivedBy"], nowIn: "receivedAt", actorIn: "receivedBy", outcome: [],
    requires: [], checks: ["notSecret", "V01", "V02", "V03", "V23", "V28"], source: LAL("43条第1款"),
  },
  refer: {
    label: { zh: "告知、移送有管辖权的机构", en: "Refer to the competent agency" }, lane: "application", from: ["received"], to: "referred", by: ["CLERK", "EXAMINER"],
    needs: ["referredTo"], owns: ["referredTo", "withdrawnAt"], nowIn: "withdrawnAt", outcome: ["referredTo"],
    requires: [], checks: [], source: LAL("38条"),
  },
  forwardSupplement: {
    label: { zh: "向接收机构补送材料", en: "Send a supplement after it" }, lane: "application", from: ["referred"], to: "referred", by: ["CLERK", "EXAMINER"],
    needs: ["forwardedWhat"], owns: ["forwardedWhat", "forwardedAt"], nowIn: "forwardedAt", outcome: [],
    requires: [], checks: [], source: LAL("38条"),
  },
  askForMaterials: {
    label: { zh: "一次性告知补充材料", en: "Ask once for missing materials" }, lane: "application", from: ["received", "verifying"], to: "supplementing", by: ["EXAMINER"],
    needs: ["supplementItems", "supplementServedOn", "supplementDueOn"],
    owns: ["supplementItems", "supplementExplain", "supplementServedOn", "supplementDueOn", "supplementNewFacts", "supplementEarlier"],
    sets: { supplementInOn: null }, keeps: { into: "supplementEarlier", of: ["supplementServedOn", "supplementInOn"] }, outcome: [],
    requires: [], checks: ["V09"], source: LAL("43条第2款"),
  },
  serveSupplement: {
    label: { zh: "送达补充通知", en: "Serve the notice to supplement" }, lane: "application", from: ["supplementing"], to: "supplementing", by: ["CLERK", "EXAMINER"],
    needs: ["supplementServedOn"], owns: ["supplementServedOn"], outcome: [],
    requires: [], checks: ["V03"], source: LAL("43条第2款"),
  },
  receiveSupplement: {
    label: { zh: "收到补充材料", en: "Receive the supplement" }, lane: "application", from: ["supplementing"], to: "received", by: ["CLERK", "EXAMINER"],
    needs: ["supplementInOn"], owns: ["supplementInOn"], outcome: [],
    requires: [], checks: ["V03"], source: LAL("43条第2款"),
  },
  deemWithdrawn: {
    label: { zh: "视为撤回申请", en: "Record as deemed withdrawn" }, lane: "application", from: ["supplementing"], to: "withdrawnDeemed", by: ["HEAD"],
    needs: ["withdrawalReason"], owns: ["withdrawnAt", "withdrawalReason"], nowIn: "withdrawnAt", outcome: [],
    requires: [], checks: ["supplementOver"], source: LAL("43条第2款"),
  },
  verify: {
    label: { zh: "开展信息核查", en: "Start verification" }, lane: "application", from: ["received"], to: "verifying", by: ["EXAMINER"],
    needs: ["track"], owns: [], outcome: [], requires: [], checks: ["noMeansTest"], source: LAL("41条第2款"),
  },
  propose: {
    label: { zh: "提出审查意见", en: "Propose a decision" }, lane: "application", from: ["received", "verifying"], to: "proposed", by: ["EXAMINER"],
    needs: ["track", "competence", "scopeOk", "recusalChecked", "examinationFindings", "opinion", "opinionText"],
    owns: ["examinerId", "examinedAt", "recusalChecked", "scopeOk", "hardshipWorking", "hardshipResult", "examinationFindings", "opinion", "opinionText"],
    nowIn: "examinedAt", actorIn: "examinerId", outcome: ["opinion"],
    requires: [], checks: ["recusal", "competence", "V06", "V07", "V08"], source: LAL("43条"),
  },
  returnProposal: {
    label: { zh: "退回重新审查", en: "Return for further examination" }, lane: "application", from: ["proposed"], to: "received", by: ["HEAD"],
    needs: ["returnReason"], owns: ["returnReason"], outcome: [], requires: [], checks: ["V05"], source: LAL("43条"),
  },
  grant: {
    label: { zh: "决定给予法律援助", en: "Grant legal aid" }, lane: "application", from: ["proposed"], to: "granted", by: ["HEAD"],
    needs: ["reasonText"], owns: ["decision", "decidedAt", "deciderId", "reasonText"], nowIn: "decidedAt", actorIn: "deciderId",
    sets: { decision: "GRANT" }, outcome: ["decision"], requires: [], checks: ["V03", "V05", "V06", "V07", "V28", "trackProved"], along: "regularise", source: LAL("43条第1款"),
  },
  deny: {
    label: { zh: "决定不予法律援助", en: "Refuse legal aid" }, lane: "application", from: ["proposed"], to: "denied", by: ["HEAD"],
    needs: ["denialReasons", "reasonText", "remedyText"], owns: ["decision", "decidedAt", "deciderId", "denialReasons", "reasonText", "remedyText"],
    nowIn: "decidedAt", actorIn: "deciderId", sets: { decision: "DENY" }, outcome: ["decision"],
    requires: [], checks: ["V03", "V04", "V05", "V08"], source: LAL("43条、第49条"),
  },
  withdraw: {
    label: { zh: "申请人撤回申请", en: "The applicant withdraws" }, lane: "application", from: ["received", "supplementing", "verifying", "proposed"], to: "withdrawn", by: ["CLERK", "EXAMINER"],
    needs: ["withdrawalReason"], owns: ["withdrawnAt", "withdrawalReason"], nowIn: "withdrawnAt", outcome: [],
    requires: [], checks: [], source: "《北京市法律援助条例》第23条（全国性规定未核实）",
  },
  serveDecision: {
    label: { zh: "送达决定", en: "Serve the decision" }, lane: "service", from: [""], to: "served", by: ["CLERK", "EXAMINER"],
    needs: ["decisionServedOn"], owns: ["decisionServedOn"], outcome: [],
    requires: [["application", ["granted", "denied"]]], checks: ["V03"], source: LAL("43条"),
  },
  // ── emergency aid, beside the examination ─────────────────────────────────────────────────────
  giveEmergencyAid: {
    label: { zh: "决定先行提供法律援助", en: "Give emergency aid first" }, lane: "emergency", from: [""], to: "emergency", by: ["HEAD"],
    needs: ["emergencyGround", "emergencyReason"], owns: ["emergencyGround", "emergencyReason", "emergencyAt", "emergencyDeciderId"],
    nowIn: "emergencyAt", actorIn: "emergencyDeciderId", outcome: ["emergencyGround"],
    requires: [["application", ["received", "supplementing", "verifying", "proposed"]]], checks: ["V03", "urgent"], source: LAL("44条第1款"),
  },
  regularise: {
    label: { zh: "补办手续完成", en: "Formalities completed" }, lane: "emergency", from: ["emergency"], to: "regularised", by: ["HEAD"],
    needs: [], owns: ["emergencyEndedAt"], nowIn: "emergencyEndedAt", outcome: [],
    requires: [["application", ["granted"]]], checks: [], source: LAL("44条第2款"),
  },
  endEmergencyAid: {
    label: { zh: "先行提供终止", en: "End emergency aid" }, lane: "emergency", from: ["emergency"], to: "terminated", by: ["HEAD"],
    needs: ["withdrawalReason"], owns: ["emergencyEndedAt", "withdrawalReason"], nowIn: "emergencyEndedAt", outcome: [],
    requires: [["application", ["denied", "withdrawn", "withdrawnDeemed", "referred"]]], checks: [], source: LAL("44条第2款"),
  },
  // ── organ's letter: notified defence and representation ───────────────────────────────────────
  receiveNotice: {
    label: { zh: "收到办案机关来函", en: "Receive the organ's letter" }, lane: "notice", from: [""], to: "noticeReceived", by: ["CLERK"],
    needs: ["personName", "noticeOrgan", "noticeOrganType", "noticeLetterNo", "noticeLetterOn", "noticeKind", "noticeGround", "suspectedCharge", "contactName", "contactPhone", "noDefenderConfirmed"],
    owns: ["noticeReceivedAt", "receivedBy"], nowIn: "noticeReceivedAt", actorIn: "receivedBy", outcome: [],
    requires: [], checks: ["notSecret", "V01", "V03", "noDefender"], source: LAL("36条"),
  },
  checkNotice: {
    label: { zh: "核对来函", en: "Check the letter" }, lane: "notice", from: ["noticeReceived"], to: "noticeChecked", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["noticeGround"], owns: ["noticeCheckedAt"], nowIn: "noticeCheckedAt", outcome: [],
    requires: [], checks: ["V28"], source: LAL("25条、第28条"),
  },
  returnNotice: {
    label: { zh: "来函不完整，告知补正", en: "Return an incomplete letter" }, lane: "notice", from: ["noticeReceived"], to: "returnedIncomplete", by: ["CLERK", "EXAMINER"],
    needs: ["missingFromNotice"], owns: ["missingFromNotice"], outcome: [], requires: [], checks: [], source: "《最高法刑诉解释》第49条",
  },
  resumeNotice: {
    label: { zh: "来函已补正", en: "The letter was completed" }, lane: "notice", from: ["returnedIncomplete"], to: "noticeChecked", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["noticeGround"], owns: ["noticeCheckedAt"], nowIn: "noticeCheckedAt", outcome: [], requires: [], checks: ["V28"], source: LAL("36条"),
  },
  forwardNotice: {
    label: { zh: "转送有管辖权的机构", en: "Forward to the competent agency" }, lane: "notice", from: ["noticeReceived", "noticeChecked", "returnedIncomplete"], to: "forwarded", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["referredTo", "noticeEndReason"], owns: ["referredTo", "noticeEndReason", "withdrawnAt"], nowIn: "withdrawnAt", outcome: ["referredTo"], requires: [], checks: ["nobodyAssigned"], source: LAL("38条"),
  },
  withdrawNotice: {
    label: { zh: "办案机关撤回来函", en: "The organ withdraws its letter" }, lane: "notice", from: ["noticeReceived", "noticeChecked", "returnedIncomplete"], to: "withdrawnByOrgan", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["noticeEndReason"], owns: ["noticeEndReason"], outcome: [], requires: [], checks: [], source: LAL("27条"),
  },
  replyToOrgan: {
    label: { zh: "函复办案机关", en: "Reply to the organ" }, lane: "notice", from: ["noticeChecked"], to: "replied", by: ["HEAD", "CLERK"],
    needs: [], owns: ["organNotifiedAt"], nowIn: "organNotifiedAt", outcome: [],
    requires: [["assignment", ["assigned", "accepted", "retained"]]], checks: ["V03"], source: LAL("36条"),
  },
  closeNotice: {
    label: { zh: "来函办结", en: "Close the letter" }, lane: "notice", from: ["replied"], to: "closed", by: ["CLERK", "HEAD"],
    needs: [], owns: ["noticeEndReason"], outcome: [], requires: [], checks: [], source: LAL("36条"),
  },
  // ── assignment and retainer ───────────────────────────────────────────────────────────────────
  assign: {
    label: { zh: "指派", en: "Assign" }, lane: "assignment", from: ["", "refused"], to: "assigned", by: ["HEAD"],
    needs: ["lawyerId", "providerId", "assignReason"], owns: ["lawyerId", "providerId", "assignedAt", "assignerId", "assignReason", "assignWarnings", "notSignedEarlier"], keeps: { into: "notSignedEarlier", of: ["notSignedReason"] },
    nowIn: "assignedAt", actorIn: "assignerId", outcome: ["lawyerId"],
    requires: [["application", ["granted"]], ["emergency", ["emergency", "regularised"]], ["notice", ["noticeChecked"]]],
    checks: ["V03", "notTerminated", "stillAided", "successor", "qualified"], source: LAL("36条、第43条"),
  },
  accept: {
    label: { zh: "接受指派", en: "The assignment is accepted" }, lane: "assignment", from: ["assigned"], to: "accepted", by: ["CLERK", "HEAD"],
    needs: [], owns: ["acceptedAt"], nowIn: "acceptedAt", outcome: [], requires: [], checks: ["V03"], source: LAL("46条"),
  },
  refuseAssignment: {
    label: { zh: "不接受指派", en: "The assignment is refused" }, lane: "assignment", from: ["assigned"], to: "refused", by: ["CLERK", "HEAD"],
    needs: ["refusalReason"], owns: ["refusalReason", "assignedEarlier"], keeps: { into: "assignedEarlier", of: ["assignedAt", "reassignedAt"] }, sets: { assignedAt: null, acceptedAt: null }, outcome: [], requires: [], checks: [], source: LAL("46条"),
  },
  signAgreement: {
    label: { zh: "签订委托协议", en: "The agreement is signed" }, lane: "assignment", from: ["assigned", "accepted"], to: "retained", by: ["CLERK"],
    needs: ["agreementSignedOn"], owns: ["agreementSignedOn", "poaSignedOn", "agreementScope"], outcome: [],
    requires: [], checks: ["V03"], source: "《办理法律援助案件程序规定》第27条",
  },
} as const satisfies StepTable;
