import { COMPLAINT_GROUNDS } from "./codes/complaintGrounds.ts";
import { CHANNELS } from "./codes/ours.ts";
import { QUALITY_GRADES } from "./codes/qualityGrades.ts";
import { QUALITY_METHODS } from "./codes/qualityMethods.ts";
import { DISPOSITIONS, RESPONDENTS } from "./codes/yearCodes.ts";
import { code, codes, day, type FactsOf, instant, list, longText, ref, text, whole } from "./field.ts";
import { ISSUED_FIELDS, letterNumber } from "./issued.ts";

const CMP = "《法律援助投诉处理办法》（司法部令第149号，摘录）";
const open = { open: true } as const;

/** 投诉. The periods of Order 149 were not read: they are placeholders and carry their mark. */
export const COMPLAINT = {
  no: text("投诉编号", "Complaint number", { max: 60, ...open }),
  channel: code(CHANNELS)("投诉方式", "Channel", { source: CMP }),
  complainantName: text("投诉人", "Complainant", { max: 50 }),
  relation: text("与案件的关系", "Relation to the case", { max: 60 }),
  phone: text("联系电话", "Phone", { max: 30 }),
  respondentKind: code(RESPONDENTS)("被投诉对象类别", "Kind of respondent", { source: CMP }),
  respondentName: text("被投诉单位或者人员", "Respondent", { max: 80 }),
  respondentId: ref("被投诉人员", "Respondent in the register"),
  fileId: ref("相关卷宗", "Aid file"),
  grounds: codes(COMPLAINT_GROUNDS)("投诉事由", "Grounds", { source: CMP }),
  statement: longText("投诉内容", "Statement", { max: 4000 }),
  request: longText("投诉请求", "Request", { max: 2000 }),
  evidence: longText("证据", "Evidence", { max: 2000 }),
  receivedAt: instant("收到投诉时间", "Received at", open),
  receivedBy: ref("接收人", "Received by"),
  missingText: longText("需补充的内容", "What is missing", { max: 1000 }),
  missingDueOn: day("补充期限", "Due on", open),
  acceptDecidedAt: instant("受理决定时间", "Decision on acceptance at", open),
  notAcceptedReason: longText("不予受理的理由", "Why not accepted", { max: 1000 }),
  investigatorId: ref("调查人", "Investigator"),
  findings: longText("调查情况", "Findings", { max: 8000 }),
  disposition: code(DISPOSITIONS)("处理意见", "Disposition"),
  dispositionText: longText("处理决定", "Decision in words", { max: 4000 }),
  decidedAt: instant("处理决定时间", "Decided at", open),
  deciderId: ref("决定人", "Decided by"),
  extensionReason: longText("延期理由", "Why extended", { max: 1000 }),
  extendedToOn: day("延期至", "Extended to", open),
  repliedOn: day("答复日", "Replied on", open),
  replyText: longText("答复内容", "Reply", { max: 4000 }),
  mergedInto: ref("并入的投诉", "Merged into"),
  numberLAREPLY: letterNumber("LA-REPLY"),
  ...ISSUED_FIELDS,
} as const;

/** One line of a score sheet. */
const SCORE = {
  item: text("项目", "Item", { max: 80 }),
  max: whole("满分", "Most points", { max: 1000 }),
  score: whole("得分", "Points", { max: 1000 }),
  remark: text("说明", "Remark", { max: 200 }),
} as const;

/** 质量评查 (法律援助法第五十七、五十九条): by somebody who neither handled the case nor sits in the same firm. */
export const QUALITY = {
  fileId: ref("相关卷宗", "Aid file"),
  complaintId: ref("相关投诉", "Complaint"),
  method: code(QUALITY_METHODS)("评查方式", "Method", { source: "《法律援助法》第59条" }),
  batch: text("抽查批次", "Batch", { max: 60, ...open }),
  reason: longText("评查原因", "Why", { max: 1000 }),
  reviewerLawyerId: ref("同行评查人", "Peer reviewer"),
  reviewerProviderId: ref("评查人所属单位", "Peer's unit"),
  scores: list(SCORE)("评分项目", "Scores"),
  openedAt: instant("开始评查时间", "Opened at", open),
  reviewerId: ref("评查人", "Reviewer"),
  total: whole("总分", "Total", { max: 1000, ...open }),
  grade: code(QUALITY_GRADES)("等次", "Grade"),
  improvement: longText("改进意见", "What to improve", { max: 4000 }),
  gradedAt: instant("评定时间", "Graded at", open),
  publishedOn: day("公布日", "Published on", { ...open, source: "《法律援助法》第58条" }),
  // hearing observed (FZ-030), organ asked (FZ-031), recipient visited (FZ-032)
  court: text("开庭法院或者仲裁机构", "Court or tribunal", { max: 80 }),
  observedAt: instant("旁听时间", "Hearing observed at", open),
  observation: longText("旁听情况", "What was observed", { max: 4000 }),
  organ: text("被征询机关", "Organ asked", { max: 80 }),
  organQuestions: longText("征询事项", "Questions to the organ", { max: 2000 }),
  organOpinion: longText("机关意见", "The organ's opinion", { max: 4000 }),
  visitedOn: day("回访日", "Visited on", open),
  visitChannel: code(CHANNELS)("回访方式", "How the recipient was reached"),
  satisfaction: whole("满意度（1–5）", "Satisfaction (1–5)", { max: 5, open: true }),
  visitEvaluation: longText("受援人评价", "The recipient's evaluation", { max: 4000 }),
  visitSuggestions: longText("受援人意见和建议", "The recipient's suggestions", { max: 2000 }),
  numberFZ031: letterNumber("FZ-031"),
  ...ISSUED_FIELDS,
} as const;

export type ComplaintFacts = FactsOf<typeof COMPLAINT>;
export type QualityFacts = FactsOf<typeof QUALITY>;
