import type { CodeList } from "../codeList.ts";

const DESIGN = "设计";

/** What a decision on replacing the handler settles (FZ-017 offers two ways). */
// biome-ignore format: a table is read by columns
export const REPLACEMENT_RESULTS = {
  CHANGE_PERSON:   { zh: "原单位更换承办人员", en: "The same unit changes the person", source: "法律援助文书格式十七（摘录）", verified: false },
  CHANGE_PROVIDER: { zh: "更换承办单位", en: "Another unit takes over", source: "法律援助文书格式十七（摘录）", verified: false },
  REFUSE:          { zh: "不予更换", en: "No replacement", source: "《法律援助法》第55条", verified: true },
} as const satisfies CodeList;

/** Who asks for another handler. */
// biome-ignore format: a table is read by columns
export const REPLACEMENT_INITIATORS = {
  RECIPIENT: { zh: "受援人", en: "Recipient", source: "《法律援助法》第55条", verified: true },
  HANDLER:   { zh: "承办人员", en: "Handler", source: "法律援助文书格式十六说明", verified: false },
  ORGAN:     { zh: "办案机关", en: "Case-handling organ", source: "《最高法刑诉解释》第50条", verified: true },
  AGENCY:    { zh: "法律援助机构", en: "The agency", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** What closed the proceedings: each kind has its own time to appeal or to sue. */
// biome-ignore format: a table is read by columns
export const RESULT_KINDS = {
  CRIM_JUDGMENT:  { zh: "刑事判决", en: "Criminal judgment", source: "《刑事诉讼法》第230条", verified: true },
  CRIM_RULING:    { zh: "刑事裁定", en: "Criminal ruling", source: "《刑事诉讼法》第230条", verified: true },
  CIVIL_JUDGMENT: { zh: "民事判决", en: "Civil judgment", source: "《民事诉讼法》第171条第1款", verified: true },
  CIVIL_RULING:   { zh: "民事裁定", en: "Civil ruling", source: "《民事诉讼法》第171条第2款", verified: true },
  ADMIN_JUDGMENT: { zh: "行政判决", en: "Administrative judgment", source: "《行政诉讼法》第85条", verified: true },
  ADMIN_RULING:   { zh: "行政裁定", en: "Administrative ruling", source: "《行政诉讼法》第85条", verified: true },
  LABOUR_AWARD:   { zh: "劳动仲裁裁决", en: "Labour award", source: "《劳动争议调解仲裁法》第48条、第50条", verified: true },
  SETTLED:        { zh: "调解书或者和解协议", en: "Mediation or settlement", source: DESIGN, verified: false },
  NO_PROSECUTION: { zh: "不起诉或者撤销案件决定", en: "Not prosecuted, or case withdrawn", source: DESIGN, verified: false },
  OTHER:          { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** What the agency says of a closing file (FZ-021). */
// biome-ignore format: a table is read by columns
export const CLOSING_RESULTS = {
  PASS: { zh: "合格", en: "In order", source: DESIGN, verified: false },
  FIX:  { zh: "需补正", en: "To be corrected", source: DESIGN, verified: false },
  FAIL: { zh: "不合格", en: "Not in order", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Which decision an objection attacks (LAL 49). */
// biome-ignore format: a table is read by columns
export const OBJECTION_TARGETS = {
  DENIAL:      { zh: "不予法律援助决定", en: "Refusal of aid", source: "《法律援助法》第49条第1款", verified: true },
  TERMINATION: { zh: "终止法律援助决定", en: "Termination of aid", source: "《法律援助法》第49条第1款", verified: true },
} as const satisfies CodeList;

/** What the reviewing bureau decides (LAL 49 para. 2). */
// biome-ignore format: a table is read by columns
export const OBJECTION_RESULTS = {
  MAINTAINED: { zh: "维持", en: "Maintained", source: "《法律援助法》第49条第2款", verified: true },
  CORRECTED:  { zh: "责令改正", en: "Ordered to correct", source: "《法律援助法》第49条第2款", verified: true },
} as const satisfies CodeList;

/** Whether a paper leaves this agency or reaches it. */
// biome-ignore format: a table is read by columns
export const DIRECTIONS = {
  IN:  { zh: "收", en: "Incoming", source: DESIGN, verified: false },
  OUT: { zh: "发", en: "Outgoing", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Who forwards an application (LAL 39). */
// biome-ignore format: a table is read by columns
export const TRANSFER_VIAS = {
  ORGAN:      { zh: "办案机关", en: "Case-handling organ", source: "《法律援助法》第39条第1款", verified: true },
  CUSTODY:    { zh: "看守所、监狱、戒毒所等", en: "Place of custody", source: "《法律援助法》第39条第1款", verified: true },
  DUTYLAWYER: { zh: "值班律师", en: "Duty lawyer", source: "《法律援助法》第39条第2款", verified: true },
  AGENCY:     { zh: "其他法律援助机构", en: "Another agency", source: "《法律援助法》第38条", verified: true },
} as const satisfies CodeList;

/** What one agency asks of another (FZ-007). */
// biome-ignore format: a table is read by columns
export const COOPERATION_KINDS = {
  VERIFY:      { zh: "核查", en: "Verify", source: "《办理法律援助案件程序规定（2012）》（转述）", verified: false },
  INVESTIGATE: { zh: "调查取证", en: "Collect evidence", source: "《办理法律援助案件程序规定（2012）》（转述）", verified: false },
  SERVE:       { zh: "代为送达", en: "Serve", source: DESIGN, verified: false },
  OTHER:       { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Who is asked to verify (LAL 41 para. 3). */
// biome-ignore format: a table is read by columns
export const VERIFIERS = {
  CIVIL:   { zh: "民政部门", en: "Civil affairs", source: "《社会救助暂行办法》第58条", verified: true },
  HRSS:    { zh: "人力资源社会保障部门", en: "Human resources and social security", source: "《法律援助法》第41条第3款", verified: true },
  TAX:     { zh: "税务部门", en: "Tax", source: "《法律援助法》第41条第3款", verified: true },
  VILLAGE: { zh: "村（居）民委员会", en: "Village or residents' committee", source: "《法律援助法》第41条第3款", verified: true },
  AGENCY:  { zh: "异地法律援助机构", en: "Agency elsewhere", source: DESIGN, verified: false },
  OTHER:   { zh: "其他单位或者个人", en: "Other", source: "《法律援助法》第41条第3款", verified: true },
} as const satisfies CodeList;

/** What a verification request is about: only means are barred on tracks T3–T5. */
// biome-ignore format: a table is read by columns
export const VERIFICATION_PURPOSES = {
  MEANS:    { zh: "经济状况", en: "Means", source: "《法律援助法》第41条", verified: true },
  IDENTITY: { zh: "身份", en: "Identity", source: DESIGN, verified: false },
  FACTS:    { zh: "案件事实", en: "Facts of the case", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Where duty lawyers sit (LAL 14; CPL 36). */
// biome-ignore format: a table is read by columns
export const DUTY_PLACES = {
  COURT:     { zh: "人民法院", en: "Court", source: "《法律援助法》第14条", verified: true },
  PROC:      { zh: "人民检察院", en: "Procuratorate", source: "《法律援助法》第14条", verified: true },
  DETENTION: { zh: "看守所", en: "Detention centre", source: "《法律援助法》第14条", verified: true },
  OTHER:     { zh: "其他场所", en: "Other", source: "《法律援助法》第14条", verified: true },
} as const satisfies CodeList;

/** How a duty station works; the four modes were not read in a text in force. */
// biome-ignore format: a table is read by columns
export const DUTY_MODES = {
  RESIDENT: { zh: "现场值班", en: "Resident", source: "一般知识，未核实", verified: false },
  ONCALL:   { zh: "预约值班", en: "On call", source: "一般知识，未核实", verified: false },
  PHONE:    { zh: "电话值班", en: "By telephone", source: "一般知识，未核实", verified: false },
  NETWORK:  { zh: "网络值班", en: "Online", source: "一般知识，未核实", verified: false },
} as const satisfies CodeList;

/** Why a duty lawyer is asked for. */
// biome-ignore format: a table is read by columns
export const DUTY_REASONS = {
  REQUEST: { zh: "本人要求", en: "The person asks", source: "《公安机关办理刑事案件程序规定》第49条", verified: true },
  PLEA:    { zh: "认罪认罚", en: "Plea case", source: "《人民检察院刑事诉讼规则》第267条", verified: true },
  OTHER:   { zh: "其他", en: "Other", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Whether the organ followed the duty lawyer's opinion (SPP 269). */
// biome-ignore format: a table is read by columns
export const ADOPTIONS = {
  YES:    { zh: "采纳", en: "Adopted", source: "《人民检察院刑事诉讼规则》第269条", verified: true },
  PARTLY: { zh: "部分采纳", en: "Partly", source: "《人民检察院刑事诉讼规则》第269条", verified: true },
  NO:     { zh: "未采纳", en: "Not adopted", source: "《人民检察院刑事诉讼规则》第269条", verified: true },
} as const satisfies CodeList;

/** What duty help led to. */
// biome-ignore format: a table is read by columns
export const DUTY_CONVERSIONS = {
  NONE:      { zh: "无", en: "None", source: DESIGN, verified: false },
  FORWARDED: { zh: "转交法律援助申请", en: "Application forwarded", source: "《法律援助法》第39条第2款", verified: true },
  NOTIFIED:  { zh: "办案机关通知辩护", en: "Notified defence", source: "《法律援助法》第25条", verified: true },
} as const satisfies CodeList;

/** Against whom a complaint is made (Order 149 art. 3). */
// biome-ignore format: a table is read by columns
export const RESPONDENTS = {
  AGENCY:   { zh: "法律援助机构及其工作人员", en: "The agency and its staff", source: "《法律援助投诉处理办法》第3条（摘录）", verified: false },
  PROVIDER: { zh: "律师事务所、基层法律服务所等", en: "Firm or office", source: "《法律援助投诉处理办法》第3条（摘录）", verified: false },
  HANDLER:  { zh: "法律援助人员", en: "Handler", source: "《法律援助投诉处理办法》第3条（摘录）", verified: false },
} as const satisfies CodeList;

/** How a complaint ends. */
// biome-ignore format: a table is read by columns
export const DISPOSITIONS = {
  UNFOUNDED:           { zh: "投诉不实", en: "Unfounded", source: DESIGN, verified: false },
  CRITICISM:           { zh: "批评教育", en: "Criticism and education", source: DESIGN, verified: false },
  ORDER_CORRECT:       { zh: "责令改正", en: "Ordered to correct", source: "《法律援助法》第62、63条", verified: true },
  PENALTY:             { zh: "移送行政处罚", en: "Transferred for penalty", source: "《法律援助法》第63条", verified: true },
  TRANSFER_BAR:        { zh: "移送律师协会", en: "Transferred to the bar association", source: DESIGN, verified: false },
  TRANSFER_DISCIPLINE: { zh: "移送纪检监察", en: "Transferred to discipline inspection", source: "《法律援助法》第61条", verified: true },
} as const satisfies CodeList;

/** By which money an entry is paid. */
// biome-ignore format: a table is read by columns
export const FUNDS = {
  BUDGET:   { zh: "财政预算", en: "Budget", source: "《法律援助法》第4条", verified: true },
  TRANSFER: { zh: "转移支付", en: "Transfer payment", source: "一般知识，未核实", verified: false },
  DONATION: { zh: "社会捐赠", en: "Donations", source: "《法律援助法》第9条", verified: true },
} as const satisfies CodeList;

/** Per what a subsidy is counted (SUB). */
// biome-ignore format: a table is read by columns
export const SUBSIDY_UNITS = {
  CASE:     { zh: "件", en: "Case", source: "司发通〔2019〕27号（转述）", verified: false },
  WORKDAY:  { zh: "工作日", en: "Working day", source: "司发通〔2019〕27号（转述）", verified: false },
  HALF_DAY: { zh: "半个工作日", en: "Half a working day", source: "司发通〔2019〕27号（转述）", verified: false },
  ITEM:     { zh: "份", en: "Item", source: "设计", verified: false },
} as const satisfies CodeList;

/** Which of the three national standards a row sets (SUB), and consultation or drafting where local rules pay them. */
// biome-ignore format: a table is read by columns
export const SUBSIDY_TYPES = {
  CASE:    { zh: "办案补贴", en: "Case", source: "司发通〔2019〕27号（转述）", verified: false },
  DUTY:    { zh: "值班律师补贴", en: "Duty lawyer", source: "司发通〔2019〕27号（转述）", verified: false },
  CONSULT: { zh: "法律咨询补贴", en: "Consultation", source: "司发通〔2019〕27号（转述）", verified: false },
} as const satisfies CodeList;

/** Whether an entry adds to a fund or takes from it. */
// biome-ignore format: a table is read by columns
export const FLOWS = {
  IN:  { zh: "收入", en: "Income", source: DESIGN, verified: false },
  OUT: { zh: "支出", en: "Expenditure", source: DESIGN, verified: false },
} as const satisfies CodeList;

/** Papers a closing file is made of; composed from excerpts, so every row is unverified. */
// biome-ignore format: a table is read by columns
export const CLOSING_ITEMS = {
  CI_ENTRY:     { zh: "申请表或者办案机关通知", en: "Application or organ's notice", source: "SF/T 0032—2023 附录标题", verified: false },
  CI_IDENTITY:  { zh: "身份及代理权证明", en: "Identity and proxy proof", source: "地方归档规定摘录", verified: false },
  CI_MEANS:     { zh: "经济困难说明或者免予核查证明", en: "Hardship or exemption papers", source: "《法律援助法》第41、42条", verified: false },
  CI_EXAM:      { zh: "审查表", en: "Examination form", source: "法律援助文书格式八（名称）", verified: false },
  CI_DECISION:  { zh: "决定书", en: "Decision", source: "《法律援助法》第43条", verified: false },
  CI_ASSIGN:    { zh: "指派通知书", en: "Assignment notice", source: "法律援助文书格式十一（名称）", verified: false },
  CI_AGREEMENT: { zh: "委托协议、授权委托书", en: "Agreement and power of attorney", source: "《办理法律援助案件程序规定》第27条", verified: false },
  CI_ORGAN:     { zh: "致办案机关公函", en: "Letter to the organ", source: "《法律援助法》第36条", verified: false },
  CI_MEETING:   { zh: "会见或者约见笔录", en: "Record of meeting", source: "《办理法律援助案件程序规定》第五章（转述）", verified: false },
  CI_READING:   { zh: "阅卷笔录", en: "File-reading notes", source: "《刑事诉讼法》第40条", verified: false },
  CI_OPINION:   { zh: "辩护、代理意见", en: "Written opinion", source: "《办理法律援助案件程序规定》（转述）", verified: false },
  CI_RESULT:    { zh: "裁判、裁决、调解等法律文书", en: "Award, judgment or settlement", source: "《法律援助法》第50条", verified: false },
  CI_LOG:       { zh: "办案日志", en: "Work log", source: "法律援助文书格式十四（名称）", verified: false },
  CI_REPORT:    { zh: "结案报告", en: "Closing report", source: "《法律援助法》第50条", verified: false },
  CI_VISIT:     { zh: "受援人回访记录", en: "Recipient follow-up", source: "《法律援助法》第59条", verified: false },
} as const satisfies CodeList;
