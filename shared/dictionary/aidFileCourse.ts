import { CLOSING_MODES } from "./codes/closingModes.ts";
import { REPLACEMENT_REASONS } from "./codes/replacementReasons.ts";
import { TERMINATION_REASONS } from "./codes/terminationReasons.ts";
import {
  ADOPTIONS,
  CLOSING_ITEMS,
  CLOSING_RESULTS,
  REPLACEMENT_INITIATORS,
  REPLACEMENT_RESULTS,
} from "./codes/yearCodes.ts";
import { code, codes, day, fen, flag, instant, longText, ref, text, whole } from "./field.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const open = { open: true } as const;

/** The course of a case after its assignment: handling, replacement, termination, closing. */
export const COURSE_FIELDS = {
  // re-decision after an objection, and emergency aid whose formalities never came
  redecidedAt: instant("改正后重新决定时间", "Decided again at", { ...open, source: LAL("49条第2款") }),
  redeciderId: ref("重新决定人", "Decided again by"),
  redecisionReason: longText("重新决定的理由", "Reason of the new decision", { max: 4000 }),
  redecisionServedOn: day("重新决定送达日", "New decision served on", open),
  objectionId: ref("责令改正的异议", "Objection that ordered the correction"),
  emergencyLapseReason: longText("先行提供失效说明", "Why emergency aid lapsed", { max: 1000 }),
  // handling
  suspendedOn: day("程序中止日", "Proceedings suspended on", open),
  suspendReason: longText("中止原因", "Why suspended", { max: 1000 }),
  resumedOn: day("程序恢复日", "Proceedings resumed on", open),
  resultDocument: text("结案法律文书", "Closing legal document", { max: 120, source: LAL("50条") }),
  // replacement
  reassignedAt: instant("重新指派时间", "Assigned anew at", open),
  arrangedAt: instant("承办单位安排人员时间", "Unit arranged the person at", {
    ...open,
    source: "《办理法律援助案件程序规定》第25条第2款",
  }),
  replacementRequestedAt: instant("申请更换时间", "Replacement asked at", { ...open, source: LAL("55条") }),
  replacementInitiator: code(REPLACEMENT_INITIATORS)("更换申请人", "Who asks for replacement"),
  replacementReasons: codes(REPLACEMENT_REASONS)("更换原因", "Reasons of replacement", {
    source: LAL("55条"),
  }),
  replacementStatement: longText("更换事由与证据", "Statement and evidence", { max: 4000 }),
  replacementVerified: longText("履职情况核实", "What the verification found", { max: 4000 }),
  replacementOpinion: code(REPLACEMENT_RESULTS)("更换审核意见", "Opinion on replacement"),
  replacementReviewerId: ref("更换审核人", "Replacement reviewed by"),
  replacementReviewedAt: instant("更换审核时间", "Replacement reviewed at", open),
  replacementResult: code(REPLACEMENT_RESULTS)("更换决定", "Decision on replacement"),
  replacementReasonText: longText("更换决定理由", "Reason of the decision on replacement", { max: 2000 }),
  replacementDecidedAt: instant("更换决定时间", "Replacement decided at", open),
  replacementDeciderId: ref("更换决定人", "Replacement decided by"),
  replacementWarnings: longText("更换提示与说明", "Warnings on replacement and the answer to them", {
    max: 2000,
  }),
  changeDays: whole("更换期限（日）", "Days to change the person", { max: 90, ...open }),
  informDays: whole("告知期限（日）", "Days to inform the recipient", { max: 90, ...open }),
  replacedLawyerId: ref("被更换人员", "Person replaced"),
  handedOverOn: day("移交日", "Handed over on", open),
  handoverNote: longText("移交情况", "What was handed over", { max: 2000 }),
  changeCount: whole("本审级已更换辩护人次数", "Changes of defender in this instance", {
    max: 20,
    ...open,
    source: "《最高法刑诉解释》第311条",
  }),
  refusedInCourt: flag("当庭拒绝辩护", "Refused in court", { source: "《最高法刑诉解释》第311条" }),
  // termination
  terminationReason: code(TERMINATION_REASONS)("终止情形", "Ground of termination", { source: LAL("48条") }),
  terminationReport: longText("报告内容", "What was reported", { max: 4000, source: LAL("48条第2款") }),
  terminationReportedAt: instant("报告终止情形时间", "Ground reported at", {
    ...open,
    source: LAL("48条第2款"),
  }),
  terminationEvidence: longText("查证情况", "Evidence of the ground", { max: 4000 }),
  terminationDocument: text("终止依据文书", "Document of the ground", { max: 200 }),
  recipientHeardOn: day("听取受援人意见日", "Recipient heard on", open),
  recipientStatement: longText("受援人意见", "What the recipient said", { max: 4000 }),
  terminationVerifierId: ref("终止核查人", "Ground verified by"),
  terminationVerifiedAt: instant("终止核查时间", "Ground verified at", open),
  terminationText: longText("终止理由说明", "Reasons of termination", { max: 4000 }),
  terminationRemedy: longText("终止决定的救济途径", "Remedy against termination", {
    max: 1000,
    source: LAL("49条"),
  }),
  terminatedAt: instant("终止决定时间", "Terminated at", { ...open, source: LAL("48条") }),
  terminatorId: ref("终止决定人", "Terminated by"),
  terminationServedOn: day("终止决定送达日", "Termination served on", open),
  terminationEffectiveOn: day("终止生效日", "Termination effective on", open),
  terminationEndReason: longText("不予终止或者撤销终止的说明", "Why it was not or no longer terminated", {
    max: 1000,
  }),
  // closing
  closingItems: codes(CLOSING_ITEMS)("卷内材料", "Papers in the file"),
  closingMode: code(CLOSING_MODES)("结案方式", "Mode of closing", { source: LAL("50条") }),
  closingReport: longText("结案报告", "Closing report", { source: LAL("50条") }),
  claimedFen: fen("请求金额", "Amount claimed"),
  awardedFen: fen("裁判或者调解金额", "Amount awarded"),
  recoveredFen: fen("取得利益或者挽回损失", "Benefit gained or loss averted"),
  opinionAdoption: code(ADOPTIONS)("意见采纳情况", "Adoption of the opinion"),
  isGroupEvent: flag("群体性事项", "Group matter"),
  isProbation: flag("宣告缓刑", "Probation was granted", { source: "《刑法》第72条" }),
  recipientOpinion: longText("受援人意见（结案）", "The recipient's view at closing", { max: 2000 }),
  closingReviewedAt: instant("结案审查时间", "Closing file reviewed at", open),
  closingEarlier: text("以前各次提交与退回", "Earlier filings and returns", { max: 400 }),
  closingReviewerId: ref("结案审查人", "Closing file reviewed by"),
  closingResult: code(CLOSING_RESULTS)("结案审查结论", "Result of the review"),
  closingRemarks: longText("结案审查意见", "Remarks on the closing file", { max: 4000 }),
  archiveNo: text("档号", "Archive number", { max: 60, open: true, source: "《档案法》第14条" }),
  archivedAt: instant("归档时间", "Archived at", open),
} as const;
