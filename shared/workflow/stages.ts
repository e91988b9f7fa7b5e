import type { Label } from "../dictionary/field.ts";
import type { StageTable } from "./stepRule.ts";

/** Every stage of every lane with its labels. "" is a lane not begun; lanes that need no name for it leave it out. */
// biome-ignore format: a table is read by columns
export const STAGES = {
  application: {
    "":              { zh: "登记中", en: "Draft" },
    received:        { zh: "已收申请", en: "Received" },
    supplementing:   { zh: "待补充材料", en: "Awaiting materials" },
    verifying:       { zh: "核查中", en: "Verifying" },
    proposed:        { zh: "待审批", en: "Awaiting decision" },
    granted:         { zh: "已给予", en: "Granted" },
    denied:          { zh: "已不予", en: "Refused" },
    referred:        { zh: "已移送", en: "Referred" },
    withdrawn:       { zh: "已撤回", en: "Withdrawn" },
    withdrawnDeemed: { zh: "视为撤回", en: "Deemed withdrawn" },
  },
  destruction: { destroyed: { zh: "已依法销毁", en: "Destroyed by law" } },
  service:   { served: { zh: "已送达", en: "Served" } },
  emergency: {
    emergency:   { zh: "先行提供", en: "Emergency aid" },
    regularised: { zh: "已补办", en: "Regularised" },
    terminated:  { zh: "先行提供已终止", en: "Emergency aid ended" },
    lapsed:      { zh: "先行提供已失效", en: "Emergency aid lapsed" },
  },
  notice: {
    noticeReceived:     { zh: "已收来函", en: "Letter received" },
    noticeChecked:      { zh: "已核对", en: "Letter checked" },
    returnedIncomplete: { zh: "待机关补正", en: "Returned as incomplete" },
    withdrawnByOrgan:   { zh: "机关撤回", en: "Withdrawn by organ" },
    forwarded: { zh: "已转送有管辖权的机构", en: "Forwarded" },
    replied:            { zh: "已复函", en: "Replied" },
    closed:             { zh: "来函办结", en: "Letter closed" },
  },
  assignment: {
    assigned: { zh: "已指派", en: "Assigned" },
    accepted: { zh: "已接受指派", en: "Accepted" },
    refused:  { zh: "不接受指派", en: "Assignment refused" },
    retained: { zh: "已签协议", en: "Agreement signed" },
  },
  handling: {
    handling:       { zh: "办理中", en: "In progress" },
    suspended:      { zh: "已中止", en: "Suspended" },
    resultReceived: { zh: "已收结案文书", en: "Result received" },
  },
  organChange: { noted: { zh: "有变更通知", en: "Change noted" } },
  refusal: {
    refused:    { zh: "拒绝指派律师", en: "Lawyer refused" },
    permitted:  { zh: "已准许拒绝", en: "Refusal permitted" },
    continued:  { zh: "不准许，继续辩护", en: "Not permitted, defence goes on" },
    ownCounsel: { zh: "已自行委托", en: "Own counsel" },
    noCounsel:  { zh: "未另行委托", en: "No own counsel" },
    renotified: { zh: "待另行指派", en: "To be assigned anew" },
    answered:   { zh: "已另行指派并复函", en: "Assigned anew and answered" },
  },
  replacement: {
    requested: { zh: "申请更换", en: "Replacement asked" },
    reviewing: { zh: "更换待决定", en: "Replacement under review" },
    approved:  { zh: "已决定更换", en: "Replacement approved" },
    rejected:  { zh: "不予更换", en: "Replacement refused" },
    handover:  { zh: "移交中", en: "Handing over" },
    done:      { zh: "更换办结", en: "Replaced" },
  },
  termination: {
    reported:  { zh: "已报告终止情形", en: "Ground reported" },
    verifying: { zh: "终止核查中", en: "Verifying the ground" },
    dismissed: { zh: "不予终止", en: "Not terminated" },
    decided:   { zh: "已决定终止", en: "Termination decided" },
    served:    { zh: "终止已送达", en: "Termination served" },
    effective: { zh: "已终止", en: "Terminated" },
    revoked:   { zh: "终止已撤销", en: "Termination revoked" },
  },
  closing: {
    submitted: { zh: "已提交结案", en: "Closing file submitted" },
    fixing:    { zh: "结案补正中", en: "Closing file to be corrected" },
    passed:    { zh: "结案合格", en: "Closed in order" },
    failed:    { zh: "结案不合格", en: "Closed, not in order" },
    archived:  { zh: "已归档", en: "Archived" },
  },
  penalty: {
    opened:  { zh: "线索已登记", en: "Lead opened" },
    decided: { zh: "已处理", en: "Decided" },
    dropped: { zh: "不予处理", en: "Dropped" },
    paid:    { zh: "已缴纳", en: "Paid" },
  },
  objection: {
    filed:      { zh: "已收异议", en: "Filed" },
    reviewing:  { zh: "审查中", en: "Under review" },
    maintained: { zh: "维持", en: "Maintained" },
    corrected:  { zh: "责令改正", en: "Ordered to correct" },
    withdrawn:  { zh: "已撤回", en: "Withdrawn" },
    closed:     { zh: "异议办结", en: "Closed" },
  },
  objectionService: { served: { zh: "异议决定已送达", en: "Result served" } },
  remedy: {
    reconsideration: { zh: "已申请复议", en: "Reconsideration asked" },
    admitted:        { zh: "复议已受理", en: "Reconsideration admitted" },
    reconsidered:    { zh: "复议已决定", en: "Reconsidered" },
    litigation:      { zh: "行政诉讼中", en: "In litigation" },
    litigated:       { zh: "诉讼终结", en: "Suit ended" },
    overturned: { zh: "维持决定被撤销", en: "Set aside" },
  },
  transfer: {
    received:  { zh: "已收转交", en: "Received" },
    opened:    { zh: "已转为申请", en: "Made an application" },
    passedOn:  { zh: "已转送", en: "Passed on" },
    sent:      { zh: "已转交", en: "Sent" },
    confirmed: { zh: "对方已收到", en: "Receipt confirmed" },
  },
  cooperation: {
    sent:     { zh: "已发出", en: "Sent" },
    received: { zh: "已收到", en: "Received" },
    answered: { zh: "已答复", en: "Answered" },
    ended:    { zh: "已终止", en: "Ended" },
  },
  verification: {
    sent:     { zh: "核查中", en: "Sent" },
    answered: { zh: "已回复", en: "Answered" },
    ended:    { zh: "未获回复", en: "No answer" },
  },
  shift: {
    planned:   { zh: "已排班", en: "Planned" },
    published: { zh: "已公布", en: "Published" },
    served:    { zh: "已值班", en: "Served" },
    absent:    { zh: "缺勤", en: "Absent" },
    swapped:   { zh: "已调班", en: "Swapped" },
  },
  dutyRequest: {
    requested: { zh: "已申请", en: "Requested" },
    notified:  { zh: "已通知值班律师", en: "Duty lawyer notified" },
    answered:  { zh: "已提供帮助", en: "Help given" },
    ended:     { zh: "已终结", en: "Ended" },
  },
  dutyService: {
    recorded: { zh: "已登记", en: "Recorded" },
    closed:   { zh: "已办结", en: "Closed" },
  },
  complaint: {
    received:      { zh: "已收投诉", en: "Received" },
    needInfo:      { zh: "待补充", en: "To be completed" },
    merged:        { zh: "已并案", en: "Merged" },
    accepted:      { zh: "已受理", en: "Accepted" },
    notAccepted:   { zh: "不予受理", en: "Not accepted" },
    investigating: { zh: "调查中", en: "Investigating" },
    decided:       { zh: "已处理", en: "Decided" },
    replied:       { zh: "已答复", en: "Replied" },
    closed:        { zh: "投诉办结", en: "Closed" },
  },
  quality: {
    opened:    { zh: "评查中", en: "Under review" },
    graded:    { zh: "已评定", en: "Graded" },
    published: { zh: "已公布", en: "Published" },
  },
  subsidy: {
    submitted: { zh: "待批准", en: "Submitted" },
    returned:  { zh: "已退回", en: "Returned" },
    approved:  { zh: "已批准", en: "Approved" },
    paid:      { zh: "已支付", en: "Paid" },
    reversed:  { zh: "已冲销", en: "Reversed" },
  },
  ledger: {
    entered: { zh: "待复核", en: "Entered" },
    posted:  { zh: "已入账", en: "Posted" },
    void:    { zh: "已作废", en: "Void" },
  },
  donation: {
    registered: { zh: "已登记", en: "Registered" },
    published:  { zh: "已公开", en: "Published" },
  },
  template: { adopted: { zh: "已启用", en: "Adopted" } },
  archive: {
    filed:       { zh: "已立卷", en: "Filed" },
    transferred: { zh: "已移交", en: "Transferred" },
    appraised:   { zh: "已鉴定", en: "Appraised" },
    extended:    { zh: "延长保管", en: "Kept longer" },
    destroyed:   { zh: "已销毁", en: "Destroyed" },
  },
  look:   { noted: { zh: "已记录", en: "Noted" } },
  export: {
    requested: { zh: "待批准", en: "Asked for" },
    approved:  { zh: "已批准", en: "Approved" },
    refused:   { zh: "不批准", en: "Refused" },
    revoked:   { zh: "已撤销", en: "Withdrawn" },
  },
  agency: { center: { zh: "已转为中心", en: "Center" } },
  samePerson: {
    linked:    { zh: "已认定为同一人", en: "One person" },
    apart:     { zh: "已认定不是同一人", en: "Two persons" },
    withdrawn: { zh: "认定已撤销", en: "Finding withdrawn" },
  },
  statistics: {
    prepared:  { zh: "待负责人提交", en: "Awaiting the head" },
    returned:  { zh: "已退回", en: "Returned" },
    submitted: { zh: "已提交、已锁定", en: "Submitted and locked" },
  },
  numberVoid: { void: { zh: "已作废", en: "Void" } },
  consultation: {
    "":        { zh: "登记中", en: "Open" },
    appointed: { zh: "已预约", en: "Appointed" },
    answered:  { zh: "已解答", en: "Answered" },
    closed:    { zh: "已办结", en: "Closed" },
    converted: { zh: "已转申请", en: "Made an application" },
  },
} as const satisfies StageTable;

/** The label of a stage; a stage written by a newer version shows its code. */
export const stageLabel = (lane: string, stage: string): Label => {
  const table: Readonly<Record<string, Readonly<Record<string, Label>>>> = STAGES;
  const stages = Object.hasOwn(table, lane) ? table[lane] : undefined;
  return stages && Object.hasOwn(stages, stage) ? (stages[stage] as Label) : { zh: stage, en: stage };
};

/** Which lane speaks for the whole file, most advanced first: a badge shows the first of these that has begun. */
export const LANE_ORDER = [
  "closing",
  "termination",
  "handling",
  "assignment",
  "notice",
  "emergency",
  "application",
  "consultation",
] as const;

/** Endings that leave the file as it was before: they are not what people call it by. */
const PASSED_OVER: ReadonlySet<string> = new Set(["dismissed", "revoked"]);

/** The one stage by which people call the file: the most telling lane and its stage. */
export const headStage = (
  stages: Readonly<Record<string, string>>,
): { readonly lane: string; readonly stage: string } => {
  if (stages.assignment === "refused") return { lane: "assignment", stage: "refused" };
  if (stages.application === "denied") return { lane: "application", stage: "denied" };
  const own = LANE_ORDER.find((name) => stages[name] !== undefined && !PASSED_OVER.has(stages[name]));
  const isFile = LANE_ORDER.some((name) => stages[name] !== undefined);
  const lane = own ?? (isFile ? undefined : Object.keys(stages)[0]) ?? "application";
  return { lane, stage: stages[lane] ?? "" };
};
