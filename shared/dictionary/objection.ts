import { APPLYING_AS } from "./codes/ours.ts";
import { OBJECTION_RESULTS, OBJECTION_TARGETS } from "./codes/yearCodes.ts";
import { code, day, type FactsOf, instant, longText, ref, text } from "./field.ts";
import { ISSUED_FIELDS, letterNumber } from "./issued.ts";

const LAL_49 = "《法律援助法》第49条";
const open = { open: true } as const;

/** 异议 (FZ-020): against a refusal or a termination, decided by the bureau within five days (法律援助法第四十九条). */
export const OBJECTION = {
  no: text("异议编号", "Objection number", { max: 60, ...open }),
  fileId: ref("相关卷宗", "Aid file"),
  against: code(OBJECTION_TARGETS)("异议对象", "Against", { source: LAL_49 }),
  objectorName: text("异议人", "Objector", { max: 50 }),
  objectorAs: code(APPLYING_AS)("异议人身份", "Objects as"),
  objectorPhone: text("联系电话", "Phone", { max: 30 }),
  decisionServedOn: day("原决定送达日", "Decision served on", open),
  receivedAt: instant("收到异议时间", "Objection received at", { ...open, source: LAL_49 }),
  receivedBy: ref("接收人", "Received by"),
  grounds: longText("异议理由", "Grounds", { max: 4000 }),
  evidence: longText("证据", "Evidence", { max: 2000 }),
  lateNote: longText("较晚提出的说明", "Why it came late", { max: 1000 }),
  reviewerId: ref("异议审查人", "Reviewer"),
  reviewBegunAt: instant("开始审查时间", "Review begun at", open),
  result: code(OBJECTION_RESULTS)("审查结论", "Result", { source: LAL_49 }),
  reasonText: longText("理由", "Reasons", { max: 4000 }),
  orderText: longText("责令改正的内容", "What is ordered", { max: 2000 }),
  remedyText: longText("救济途径", "Remedy", { max: 1000, source: LAL_49 }),
  decidedAt: instant("审查决定时间", "Decided at", { ...open, source: LAL_49 }),
  deciderId: ref("审查决定人", "Decided by"),
  servedOn: day("送达日", "Served on", open),
  withdrawnAt: instant("撤回时间", "Withdrawn at", open),
  withdrawalReason: longText("撤回说明", "Why it was withdrawn", { max: 1000 }),
  arOrgan: text("复议机关", "Reconsideration organ", { max: 80 }),
  arFiledOn: day("申请行政复议日", "Reconsideration asked on", { ...open, source: "《行政复议法》第20条" }),
  arAdmittedOn: day("复议受理日", "Reconsideration admitted on", {
    ...open,
    source: "《行政复议法》第30条",
  }),
  arReceivedOn: day("复议决定收到日", "Reconsideration decision received on", open),
  arOutcome: longText("复议结果", "Outcome of reconsideration", { max: 1000 }),
  suedOn: day("起诉日", "Suit filed on", { ...open, source: "《行政诉讼法》第45、46条" }),
  courtCaseNo: text("法院案号", "Court's case number", { max: 60, ...open }),
  overturnedOn: day("维持决定被撤销日", "Decision set aside on", {
    ...open,
    source: "《法律援助法》第49条第3款",
  }),
  suitOutcome: longText("诉讼结果", "Outcome of the suit", { max: 1000 }),
  numberFZ020: letterNumber("FZ-020"),
  ...ISSUED_FIELDS,
} as const;

/** Everything known about an objection. */
export type ObjectionFacts = FactsOf<typeof OBJECTION>;
