import { COURSE_FIELDS } from "./aidFileCourse.ts";
import { EVENT_FIELDS } from "./aidFileEvents.ts";
import { ACTIVITY_TYPES } from "./codes/activityTypes.ts";
import { AID_FORMS } from "./codes/aidForms.ts";
import { CASE_MATTERS } from "./codes/caseMatters.ts";
import { CASE_SOURCES } from "./codes/caseSources.ts";
import { DENIAL_REASONS } from "./codes/denialReasons.ts";
import { EMERGENCY_GROUNDS } from "./codes/emergencyGrounds.ts";
import { HARDSHIP_SITUATIONS } from "./codes/hardshipSituations.ts";
import { LEGAL_STATUS } from "./codes/legalStatus.ts";
import { MEANS_TEST_EXEMPTIONS } from "./codes/meansTestExemptions.ts";
import { MEANS_TEST_TRACKS } from "./codes/meansTestTracks.ts";
import { NOTIFIED_GROUNDS } from "./codes/notifiedGrounds.ts";
import { ORGAN_TYPES } from "./codes/organTypes.ts";
import {
  APPLYING_AS,
  COERCIVE_MEASURES,
  COMPETENCE,
  DECISIONS,
  MATERIAL_KINDS,
  NOTICE_KINDS,
  ORIGINS,
  PROCEDURES,
  RELATIONS,
  SENSITIVITIES,
} from "./codes/ours.ts";
import { PROCEDURAL_STAGES } from "./codes/proceduralStages.ts";
import {
  code,
  codes,
  day,
  type FactsOf,
  fen,
  flag,
  instant,
  list,
  log,
  longText,
  ref,
  text,
  whole,
} from "./field.ts";
import { ISSUED_FIELDS, letterNumber } from "./issued.ts";
import { CO_APPLICANT, OPPOSING_PARTY, PERSON_FIELDS, RELATED_PERSON } from "./person.ts";
import { SCAN } from "./scan.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const open = { open: true } as const;

/** One household member in the hardship statement (FZ-004). Amounts are per month. */
const HOUSEHOLD_MEMBER = {
  name: text("姓名", "Name", { max: 50 }),
  relation: code(RELATIONS)("与申请人关系", "Relation"),
  age: whole("年龄", "Age", { max: 150 }),
  occupation: text("职业", "Occupation", { max: 50 }),
  incomeFen: fen("月收入", "Monthly income"),
} as const;

/** Somebody whom the head lets read a private case beside those who handle it. */
const CONFIDANT = {
  staffId: ref("人员", "Person"),
  reason: text("理由", "Why", { max: 100 }),
} as const;

/** One item handed in, as the receipt FZ-005 lists it. */
const MATERIAL = {
  kind: code(MATERIAL_KINDS)("类别", "Kind"),
  title: text("名称", "Title", { max: 80 }),
  copies: whole("份数", "Copies", { max: 999 }),
  pages: whole("页数", "Pages", { max: 9999 }),
  isOriginal: flag("原件", "Original"),
} as const;

/** One entry of the work log 办案日志 (FZ-014). */
const ACTIVITY = {
  at: instant("时间", "When", open),
  type: code(ACTIVITY_TYPES)("活动", "Activity"),
  summary: longText("内容", "What was done", { max: 4000 }),
} as const;

/**
 * 法律援助卷宗: one application or organ's notification and everything done on it, until it is archived.
 * Types, checks, forms, Dexie indexes, letters and the printed dictionary all read this object.
 */
export const AID_FILE = {
  // how it began
  origin: code(ORIGINS)("来源方式", "Origin"),
  source: code(CASE_SOURCES)("申请渠道", "Source"),
  consultationId: ref("关联咨询", "Consultation"),
  transferId: ref("移送、转交记录", "Forwarded to us as", { source: LAL("38条") }),
  sensitivity: code(SENSITIVITIES)("保密类别", "Sensitivity", { source: LAL("21条") }),
  confidants: list(CONFIDANT)("指定可以查看的人员", "May read by name", { source: LAL("21条") }),
  isOral: flag("口头申请（工作人员代录）", "Oral application, recorded by staff", {
    source: "《法律援助条例》第17条第2款",
  }),
  receivedAt: instant("收到申请时间", "Application received at", { ...open, source: LAL("43条第1款") }),
  receivedBy: ref("接收人", "Received by"),
  applicationNo: text("申请编号", "Application number", { max: 60, open: true }),
  caseNo: text("案件编号", "Case number", { max: 60, open: true }),
  // person
  ...PERSON_FIELDS,
  applyingAs: code(APPLYING_AS)("申请身份", "Applying as", { source: LAL("40条") }),
  proxyName: text("代理申请人姓名", "Proxy's name", { max: 50, group: "proxy" }),
  proxyRelation: code(RELATIONS)("代理申请人与申请人关系", "Proxy's relation", {
    group: "proxy",
    source: LAL("40条"),
  }),
  proxyCertNo: text("代理申请人证件号码", "Proxy's certificate number", { max: 30, group: "proxy" }),
  proxyPhone: text("代理申请人电话", "Proxy's phone", { max: 30 }),
  proxyProof: text("代理权证明", "Proof of the right to apply", { max: 100 }),
  coApplicants: list(CO_APPLICANT)("共同受援人", "Further recipients"),
  opposingParties: list(OPPOSING_PARTY)("对方当事人", "Opposing parties"),
  relatedPersons: list(RELATED_PERSON)("其他相关人员", "Other persons concerned"),
  // matter
  aidForm: code(AID_FORMS)("援助形式", "Form of aid", { source: LAL("22条") }),
  matter: code(CASE_MATTERS)("申请事项", "Matter", { source: LAL("31、32条") }),
  secondaryMatter: code(CASE_MATTERS)("其他事项", "Secondary matter"),
  legalStatus: code(LEGAL_STATUS)("诉讼地位", "Legal status"),
  proceduralStage: code(PROCEDURAL_STAGES)("所处阶段", "Procedural stage"),
  handlingOrgan: text("办案机关", "Handling organ", { max: 80, group: "organ" }),
  organType: code(ORGAN_TYPES)("机关类别", "Kind of organ", { group: "organ" }),
  organCaseNo: text("办案机关案号", "Organ's case number", { max: 60 }),
  causeOfAction: text("案由", "Cause of action", { max: 80 }),
  competence: code(COMPETENCE)("管辖依据", "Competence", { source: LAL("38条") }),
  caseFacts: longText("事实与理由", "Facts and reasons"),
  request: longText("请求", "Request", { max: 4000 }),
  amountFen: fen("争议金额", "Amount in dispute"),
  hasAgentAlready: flag("已委托辩护人或代理人", "Already has a defender or agent"),
  limitationOn: day("时效或期限届满日", "Limitation or period ends on", {
    ...open,
    source: LAL("44条第1款第1项"),
  }),
  employmentEndedOn: day("劳动关系终止日", "Employment ended on", { source: "《劳动争议调解仲裁法》第27条" }),
  previousFileId: ref("前一阶段案件", "Case of the stage before", {
    source: "内部工作规则：案件按诉讼阶段分别立案（全国性规定未核实）",
  }),
  priorApplication: longText("此前申请情况", "Earlier application", { max: 1000 }),
  isViolentOrSexual: flag("性侵害或家庭暴力", "Sexual or domestic violence"),
  // means
  track: code(MEANS_TEST_TRACKS)("经济状况核查方式", "Means-test track", { source: LAL("41、42条") }),
  hardshipSituation: code(HARDSHIP_SITUATIONS)("经济困难情形", "Hardship situation"),
  household: list(HOUSEHOLD_MEMBER)("家庭成员及收入", "Household and income"),
  housing: text("住房", "Housing", { max: 200 }),
  vehicle: text("车辆", "Vehicle", { max: 200 }),
  savingsFen: fen("存款及有价证券", "Savings and securities"),
  majorExpenses: longText("重大支出", "Major expenses", { max: 1000 }),
  queryResult: longText("信息查询结果", "Result of the data query", { max: 1000, source: LAL("41条第2款") }),
  pledgeSignedOn: day("诚信承诺签署日", "Pledge signed on", { ...open, source: LAL("41条第2款") }),
  exemptCode: code(MEANS_TEST_EXEMPTIONS)("免予核查情形", "Exemption", { source: LAL("42条") }),
  exemptEvidence: text("免予核查证明材料", "Evidence for the exemption", { max: 200, source: LAL("42条") }),
  otherReason: longText("没有委托辩护人的其他原因", "Other reason for having no defender", {
    max: 1000,
    source: LAL("24条"),
  }),
  consentSignedOn: day("个人信息告知签署日", "Information notice signed on", {
    ...open,
    source: "《个人信息保护法》第17、35条",
  }),
  materials: list(MATERIAL)("申请材料", "Materials", { source: LAL("43条") }),
  scans: list(SCAN)("材料扫描件", "Scans of materials", { source: LAL("43条") }),
  // supplement
  supplementItems: longText("需补充的材料", "Materials to supply", { max: 2000, source: LAL("43条第2款") }),
  supplementExplain: longText("需说明的事项", "Points to explain", { max: 2000 }),
  supplementServedOn: day("补充通知送达日", "Supplement notice served on", open),
  supplementDueOn: day("补充期限", "Supplement due on", open),
  supplementInOn: day("补充材料收到日", "Supplement received on", open),
  supplementEarlier: text("以前的补充期间", "Earlier supplement periods", { max: 400 }),
  supplementNewFacts: longText("再次通知的新情况", "New facts that justify another notice", { max: 1000 }),
  // examination
  examinerId: ref("审查人", "Examiner"),
  examinedAt: instant("审查时间", "Examined at", open),
  recusalChecked: flag("已核对无须回避", "Recusal checked"),
  scopeOk: flag("属于援助范围", "Within scope"),
  hardshipWorking: longText("经济困难计算", "Hardship calculation", { max: 4000 }),
  hardshipResult: text("经济困难结论", "Hardship result", { max: 20 }),
  examinationFindings: longText("审查情况", "Findings", { max: 4000 }),
  opinion: code(DECISIONS)("审查意见", "Opinion"),
  opinionText: longText("审查意见说明", "Opinion in words", { max: 2000 }),
  returnReason: longText("退回理由", "Reason for returning", { max: 1000 }),
  // decision
  decision: code(DECISIONS)("决定", "Decision", { source: LAL("43条第1款") }),
  denialReasons: codes(DENIAL_REASONS)("不予援助的理由", "Grounds of refusal"),
  reasonText: longText("理由说明", "Reasons in words", { max: 4000, source: LAL("43条第1款") }),
  remedyText: longText("救济途径", "Remedy", { max: 1000, source: LAL("49条") }),
  deciderId: ref("决定人", "Decided by"),
  decidedAt: instant("决定时间", "Decided at", { ...open, source: LAL("43条第1款") }),
  decisionServedOn: day("决定送达日", "Decision served on", open),
  withdrawalReason: longText("撤回或终结说明", "Why it ended", { max: 1000 }),
  withdrawnAt: instant("撤回时间", "Withdrawn at", open),
  referredTo: text("移送机构", "Referred to", { max: 80, source: LAL("38条") }),
  forwardedWhat: longText("补送的内容", "What followed it", { max: 2000, source: LAL("38条") }),
  forwardedAt: instant("补送时间", "Followed it at", { ...open, source: LAL("38条") }),
  // emergency aid
  emergencyGround: code(EMERGENCY_GROUNDS)("先行提供情形", "Ground of emergency aid", {
    source: LAL("44条"),
  }),
  emergencyReason: longText("先行提供理由", "Reason for emergency aid", { max: 1000 }),
  emergencyAt: instant("先行提供决定时间", "Emergency aid decided at", { ...open, source: LAL("44条") }),
  emergencyDeciderId: ref("先行提供决定人", "Emergency aid decided by"),
  emergencyEndedAt: instant("补办或终止时间", "Regularised or ended at", open),
  // organ's letter
  noticeOrgan: text("来函机关", "Organ", { max: 80, group: "notice" }),
  noticeOrganType: code(ORGAN_TYPES)("来函机关类别", "Kind of organ", { group: "notice" }),
  noticeLetterNo: text("来函文号", "Letter number", { max: 60, group: "notice" }),
  noticeLetterOn: day("来函日期", "Date of the letter", open),
  noticeReceivedAt: instant("来函收到时间", "Letter received at", { ...open, source: LAL("36条") }),
  noticeKind: code(NOTICE_KINDS)("通知种类", "Kind of notice", { source: LAL("25、28条") }),
  noticeGround: code(NOTIFIED_GROUNDS)("通知情形", "Ground", { source: LAL("25条") }),
  organDiscoveredOn: day("办案机关发现之日", "Organ discovered on", { ...open, source: LAL("36条") }),
  noDefenderConfirmed: flag("确认没有委托辩护人", "No defender confirmed", { source: LAL("27条") }),
  custodyPlace: text("羁押场所", "Place of custody", { max: 80 }),
  coerciveMeasure: code(COERCIVE_MEASURES)("强制措施", "Coercive measure"),
  suspectedCharge: text("涉嫌罪名", "Suspected charge", { max: 80 }),
  contactName: text("联系人", "Contact", { max: 50 }),
  contactPhone: text("联系电话（机关）", "Contact phone", { max: 30 }),
  hearingAt: instant("开庭时间", "Hearing at", open),
  hearingPlace: text("开庭地点", "Hearing place", { max: 80 }),
  procedure: code(PROCEDURES)("审理程序", "Procedure"),
  attachments: text("随函材料", "Enclosures", { max: 200 }),
  noticeCheckedAt: instant("核对时间", "Checked at", open),
  missingFromNotice: longText("来函缺少的内容", "What the letter lacks", { max: 1000 }),
  organNotifiedAt: instant("复函时间", "Organ notified at", { ...open, source: LAL("36条") }),
  noticeEndReason: longText("来函办结说明", "Why the letter was closed", { max: 1000 }),
  // assignment
  lawyerId: ref("承办人员", "Person assigned"),
  providerId: ref("承办单位", "Unit assigned"),
  assignedAt: instant("指派时间", "Assigned at", { ...open, source: LAL("43条、第36条") }),
  assignerId: ref("指派人", "Assigned by"),
  assignReason: longText("指派理由", "Reason for the choice", {
    max: 1000,
    source: "《办理法律援助案件程序规定》第25条",
  }),
  assignWarnings: longText("指派提示与说明", "Warnings and the answer to them", { max: 2000 }),
  assignedEarlier: text("此前的指派时间", "Earlier assignments", { max: 400 }),
  acceptedAt: instant("接受指派时间", "Accepted at", open),
  refusalReason: longText("不接受指派的理由", "Reason for refusing the assignment", {
    max: 1000,
    source: LAL("46条"),
  }),
  agreementSignedOn: day("协议签订日", "Agreement signed on", {
    ...open,
    source: "《办理法律援助案件程序规定》第27条",
  }),
  poaSignedOn: day("授权委托书签订日", "Power of attorney signed on", open),
  notSignedReason: longText("未签订的原因", "Why not signed", { max: 1000 }),
  notSignedEarlier: longText("此前承办人员未签订的原因", "Why an earlier handler had not signed", {
    max: 4000,
  }),
  agreementScope: longText("代理权限", "Scope of authority", { max: 1000, source: "《民事诉讼法》第62条" }),
  // handling: dates that start statutory clocks
  papersFiledOn: day("向法院提交手续日", "Papers filed with the court on", open),
  meetingAskedAt: instant("申请会见时间", "Meeting asked at", { ...open, source: "《刑事诉讼法》第39条" }),
  meetingHeldAt: instant("会见时间", "Meeting held at", open),
  awardReceivedOn: day("仲裁裁决收到日", "Award received on", open),
  preservationOn: day("保全措施采取日", "Preservation measure taken on", open),
  resultReceivedOn: day("结案法律文书收到日", "Closing legal document received on", open),
  suedOn: day("起诉或申请仲裁日", "Suit or arbitration filed on", open),
  closingFiledOn: day("结案材料提交日", "Closing file submitted on", { ...open, source: LAL("50条") }),
  lateReason: longText("逾期办理的原因", "Why it was done late", { max: 1000 }),
  // letter of introduction (FZ-015): the last one asked for
  introductionTo: text("介绍信送达单位", "Introduced to", { max: 80 }),
  introductionPurpose: longText("介绍事由", "Purpose of the introduction", { max: 500 }),
  introductionValidUntilOn: day("介绍信有效期至", "Introduction valid until", open),
  ...COURSE_FIELDS,
  ...EVENT_FIELDS,
  // official numbers of letters, the latest of each form; every issued letter keeps its own in `letters`
  numberFZ006: letterNumber("FZ-006"),
  numberFZ009: letterNumber("FZ-009"),
  numberFZ010: letterNumber("FZ-010"),
  numberFZ011: letterNumber("FZ-011"),
  numberFZ012: letterNumber("FZ-012"),
  numberFZ013: letterNumber("FZ-013"),
  numberFZ015: letterNumber("FZ-015"),
  numberFZ017: letterNumber("FZ-017"),
  numberFZ018: letterNumber("FZ-018"),
  numberFZ019: letterNumber("FZ-019"),
  numberFZ021: letterNumber("FZ-021"),
  activities: log(ACTIVITY)("办案日志", "Work log", { source: LAL("46条") }),
  ...ISSUED_FIELDS,
} as const;

/** Everything known about a file. Every fact may still be unknown. */
export type AidFacts = FactsOf<typeof AID_FILE>;
/** A dictionary name of the aid file. */
export type AidFactName = keyof typeof AID_FILE & string;
