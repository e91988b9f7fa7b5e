import { APPLICANT_CATEGORIES } from "./codes/applicantCategories.ts";
import { CASE_MATTERS } from "./codes/caseMatters.ts";
import { CHANNELS, FOLLOW_UPS } from "./codes/ours.ts";
import { PROCEDURAL_STAGES } from "./codes/proceduralStages.ts";
import { code, codes, type FactsOf, flag, instant, longText, ref, text, whole } from "./field.ts";
import { ISSUED_FIELDS } from "./issued.ts";

const LAL_23 = "《法律援助法》第23条";

/** 咨询 (FZ-001): one question put to the desk, with or without a name. */
export const CONSULTATION = {
  no: text("咨询编号", "Consultation number", { max: 60, open: true }),
  askedAt: instant("咨询时间", "Asked at", { open: true, source: LAL_23 }),
  channel: code(CHANNELS)("咨询方式", "Channel", { source: LAL_23 }),
  isAnonymous: flag("匿名咨询", "Anonymous"),
  personName: text("咨询人姓名", "Name", { max: 50 }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  phone: text("联系电话", "Phone", { max: 30 }),
  categories: codes(APPLICANT_CATEGORIES)("人群类别", "Categories"),
  gist: longText("咨询内容", "What was asked", { max: 4000 }),
  matter: code(CASE_MATTERS)("事项", "Matter"),
  proceduralStage: code(PROCEDURAL_STAGES)("所处阶段", "Procedural stage"),
  opposingParty: text("对方当事人", "Opposing party", { max: 80 }),
  answer: longText("解答意见", "Answer", { max: 8000 }),
  answeredBy: ref("解答人", "Answered by"),
  answeredAt: instant("解答时间", "Answered at", { open: true }),
  minutes: whole("用时（分钟）", "Minutes", { max: 1440, open: true }),
  toldRightToApply: flag(
    "已告知申请法律援助的权利、条件和程序",
    "Told of the right to apply, conditions and procedure",
    { source: LAL_23 },
  ),
  toldAt: instant("告知时间", "Told at", { open: true, source: LAL_23 }),
  followUp: code(FOLLOW_UPS)("后续处理", "Follow-up", { source: "《法律援助条例》第25条" }),
  appointmentAt: instant("预约时间", "Appointment at", { open: true }),
  satisfaction: whole("满意度（1–5）", "Satisfaction (1–5)", { max: 5, open: true }),
  fileId: ref("转为的申请", "Application made of it"),
  ...ISSUED_FIELDS,
} as const;

/** Everything known about a consultation. */
export type ConsultationFacts = FactsOf<typeof CONSULTATION>;
