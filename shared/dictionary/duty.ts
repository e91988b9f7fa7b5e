import { DOCUMENT_FORMS } from "./codes/documentForms.ts";
import { DUTY_HELP_KINDS } from "./codes/dutyHelpKinds.ts";
import { NOTIFIED_GROUNDS } from "./codes/notifiedGrounds.ts";
import { PROCEDURAL_STAGES } from "./codes/proceduralStages.ts";
import { ADOPTIONS, DUTY_CONVERSIONS, DUTY_MODES, DUTY_PLACES, DUTY_REASONS } from "./codes/yearCodes.ts";
import { code, codes, day, type FactsOf, flag, instant, longText, ref, text, whole } from "./field.ts";
import { ISSUED_FIELDS } from "./issued.ts";

const LAL = (article: string): string => `《法律援助法》第${article}`;
const open = { open: true } as const;

/** 值班律师工作站 (法律援助法第十四条). */
export const DUTY_STATION = {
  name: text("工作站名称", "Station", { max: 80, ...open }),
  place: code(DUTY_PLACES)("设置场所", "Place", { source: LAL("14条") }),
  mode: code(DUTY_MODES)("值班方式", "Mode"),
  organId: ref("所在机关", "Organ"),
  address: text("地址", "Address", { max: 120, ...open }),
  phone: text("电话", "Phone", { max: 30, ...open }),
  isActive: flag("启用", "In use"),
  ...ISSUED_FIELDS,
} as const;

/** 值班班次: one lawyer at one station on one day. Two half days make a working day (SUB). */
export const DUTY_SHIFT = {
  stationId: ref("工作站", "Station"),
  lawyerId: ref("值班律师", "Duty lawyer"),
  providerId: ref("所属单位", "Unit"),
  startsAt: instant("开始时间", "Starts at", open),
  endsAt: instant("结束时间", "Ends at", open),
  halfDays: whole("半个工作日数", "Half working days", { max: 2, ...open }),
  swapOf: ref("调换的班次", "Instead of shift"),
  publishedAt: instant("公布时间", "Published at", open),
  checkInAt: instant("签到时间", "Checked in at", open),
  checkOutAt: instant("签退时间", "Checked out at", open),
  absenceReason: longText("缺勤原因", "Why absent", { max: 1000 }),
  swapReason: longText("调换原因", "Why swapped", { max: 1000 }),
} as const;

/** The person helped, as request and service both name them. */
const HELPED = {
  stationId: ref("工作站", "Station"),
  personName: text("姓名", "Name", { max: 50 }),
  certNo: text("证件号码", "Certificate number", { max: 30 }),
  organ: text("办案机关", "Organ", { max: 80 }),
  suspectedCharge: text("涉嫌罪名", "Suspected charge", { max: 80 }),
  custodyPlace: text("羁押或者居住场所", "Place of custody or residence", { max: 80 }),
  proceduralStage: code(PROCEDURAL_STAGES)("所处阶段", "Procedural stage"),
  hasDefender: flag("已有辩护人或者已指派律师", "Has a defender", { source: LAL("30条") }),
  protectedGrounds: codes(NOTIFIED_GROUNDS)("应当通知辩护的情形", "Grounds of mandatory defence", {
    source: LAL("25条"),
  }),
} as const;

/** 法律帮助申请 (FZ-023–027): somebody without defender asks for a duty lawyer. */
export const DUTY_REQUEST = {
  ...HELPED,
  reason: code(DUTY_REASONS)("申请原因", "Reason"),
  helpWanted: longText("希望得到的帮助", "Help wanted", { max: 1000 }),
  lawyerId: ref("被通知的值班律师", "Duty lawyer notified"),
  form: code(DOCUMENT_FORMS)("文书", "Form"),
  requestedAt: instant("提出时间", "Requested at", {
    ...open,
    source: "《公安机关办理刑事案件程序规定》第49条",
  }),
  notifiedAt: instant("通知值班律师时间", "Duty lawyer notified at", open),
  notifiedBy: text("通知人", "Notified by", { max: 80 }),
  endReason: longText("拒绝或者撤回的记载", "Refused or withdrawn", { max: 1000 }),
  ...ISSUED_FIELDS,
} as const;

/** 法律帮助 (FZ-028, ledger FZ-029): what a duty lawyer did for one person. */
export const DUTY_SERVICE = {
  ...HELPED,
  no: text("登记编号", "Number", { max: 60, ...open }),
  requestId: ref("法律帮助申请", "Request"),
  shiftId: ref("值班班次", "Shift"),
  lawyerId: ref("值班律师", "Duty lawyer"),
  servedAt: instant("提供帮助时间", "Helped at", open),
  kinds: codes(DUTY_HELP_KINDS)("帮助内容", "Kinds of help", { source: LAL("30条") }),
  hasReadFile: flag("已阅卷", "File read", { source: "《人民检察院刑事诉讼规则》第269条" }),
  hasMet: flag("已会见", "Met", { source: LAL("37条") }),
  opinionText: longText("法律意见", "Opinion", { max: 4000 }),
  opinionAdopted: code(ADOPTIONS)("意见采纳情况", "Adoption"),
  notAdoptedReason: longText("未采纳的说明", "Why not adopted", {
    max: 1000,
    source: "《人民检察院刑事诉讼规则》第269条",
  }),
  pleaSignedAt: instant("具结书签署时间", "Plea statement signed at", {
    ...open,
    source: "《刑事诉讼法》第174条",
  }),
  pleaContested: flag(
    "未成年人的法定代理人或者辩护人对认罪认罚有异议",
    "A minor's guardian or defender objects to the guilty plea",
    { source: "《刑事诉讼法》第174条第2款第2项" },
  ),
  warningsAnswer: longText("提示与说明", "Answer to the warnings", { max: 2000 }),
  conversion: code(DUTY_CONVERSIONS)("后续", "What it led to"),
  transferId: ref("转交的申请", "Application forwarded"),
  closedOn: day("办结日", "Closed on", open),
  ...ISSUED_FIELDS,
} as const;

export type DutyShiftFacts = FactsOf<typeof DUTY_SHIFT>;
export type DutyRequestFacts = FactsOf<typeof DUTY_REQUEST>;
export type DutyServiceFacts = FactsOf<typeof DUTY_SERVICE>;
