import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const SETTINGS_TEXTS = {
  title:      { zh: "设置", en: "Settings" },
  own:        { zh: "我的账号", en: "My account" },
  staff:      { zh: "工作人员", en: "Staff" },
  bureau:     { zh: "单位信息", en: "Bureau" },
  parameters: { zh: "地方参数", en: "Local parameters" },
  calendar:   { zh: "工作日历", en: "Calendar" },
  backup:     { zh: "备份", en: "Backup" },
  parts:      { zh: "设置分类", en: "Parts of the settings" },
  password:   { zh: "修改密码", en: "Change the password" },
  oldPassword:{ zh: "原密码", en: "Old password" },
  newPassword:{ zh: "新密码", en: "New password" },
  change:     { zh: "修改", en: "Change" },
  changed:    { zh: "密码已修改。", en: "The password is changed." },
  lockTitle:  { zh: "自动锁定", en: "Automatic lock" },
  lockAfter:  { zh: "无操作几分钟后锁定（1–30）", en: "Lock after how many idle minutes (1–30)" },
  saved:      { zh: "已保存", en: "Saved" },
  noStaff:    { zh: "还没有工作人员。", en: "No staff yet." },
  addStaff:   { zh: "增加工作人员", en: "Add a member of staff" },
  initial:    { zh: "初始密码", en: "First password" },
  initialHint:{ zh: "至少 12 位，或 8 位含三类字符；请本人首次登录后修改", en: "12 characters, or 8 of three kinds; to be changed by its owner" },
  create:     { zh: "建立账号", en: "Create the account" },
  created:    { zh: "账号已建立：{login}", en: "Account created: {login}" },
  hasAccount: { zh: "本机可登录", en: "May sign in here" },
  noAccount:  { zh: "本机无账号", en: "No account here" },
  giveAccount:{ zh: "在本机建立账号", en: "Create an account here" },
  editStaff:  { zh: "修改 {name}", en: "Edit {name}" },
  inactive:   { zh: "不在岗", en: "Not in post" },
  you:        { zh: "（您本人）", en: "(you)" },
  onlyAdmin:  { zh: "只有系统管理员可以修改。", en: "Only the administrator may change this." },
  separation: { zh: "同一案件的审查人与决定人必须是不同的人；请至少设审查员和负责人各一名。", en: "Examiner and decider of one file must differ: there must be at least one of each." },
  parameterNote: { zh: "法律没有写明、或正式文本尚未核对的数值，由本单位按省级规定设定，从生效日起计算期限。", en: "What the law leaves open, or what was not checked in the official text; set by the bureau, with its effective day." },
  name:       { zh: "参数", en: "Parameter" },
  value:      { zh: "现行值", en: "In force" },
  isDefault:  { zh: "默认", en: "default" },
  since:      { zh: "自 {day}", en: "since {day}" },
  mark:       { zh: "核实", en: "Checked" },
  source:     { zh: "依据", en: "Source" },
  edit:       { zh: "修改", en: "Edit" },
  setValue:   { zh: "设定", en: "Set" },
  newValue:   { zh: "新值", en: "New value" },
  from:       { zh: "生效日", en: "Effective from" },
  standards:  { zh: "经济困难标准", en: "Hardship standards" },
  standardsNote: { zh: "《法律援助法》第34条：由省级人民政府规定。未录入时，系统不作判断，由审查员人工认定。", en: "Set by the province (Legal Aid Law art. 34). Without one the product does not judge; the examiner does." },
  noStandard: { zh: "尚未录入标准。", en: "No standard entered." },
  addStandard:{ zh: "录入新标准", en: "Enter a standard" },
  limit:      { zh: "每人每月上限 {yuan} 元", en: "Ceiling {yuan} yuan per person and month" },
  coverage:   { zh: "已录入的放假安排", en: "Holiday tables loaded" },
  until:      { zh: "{year} 年，至 {day}", en: "{year}, until {day}" },
  restDays:   { zh: "放假", en: "Rest" },
  workDays:   { zh: "调休上班", en: "Adjusted working days" },
  beyond:     { zh: "{day} 以后的日期按周末和固定节日推算，均标注“暂定”。", en: "Dates after {day} use weekends and fixed holidays only and are marked provisional." },
  backupNote: { zh: "把日志、账号和附件写成一份加密备份。请存到另一块磁盘，恢复时需要密码或恢复密钥。", en: "Writes journal, accounts and enclosures as one encrypted copy. Keep it on another disk; restoring needs a password or the recovery key." },
  backUp:     { zh: "立即备份", en: "Back up now" },
  backedUp:   { zh: "已备份 {n} 条记录：{path}", en: "Backed up {n} entries: {path}" },
} as const satisfies Record<string, Label>;

/** Labels of code parameters' values. */
// biome-ignore format: a table is read by columns
export const PARAMETER_CHOICES: Readonly<Record<string, Label>> = {
  licence:         { zh: "执业证颁发", en: "the licence" },
  criminalDefence: { zh: "开始从事刑事辩护", en: "the first criminal defence" },
  stage:           { zh: "按诉讼阶段", en: "each stage" },
  matter:          { zh: "按事项", en: "each matter" },
  none:            { zh: "不追收", en: "none" },
  recover:         { zh: "追收", en: "recovered" },
};

/** Units of parameters and periods. */
// biome-ignore format: a table is read by columns
export const UNITS: Readonly<Record<string, Label>> = {
  flag: { zh: "", en: "" }, code: { zh: "", en: "" }, count: { zh: "", en: "" },
  day: { zh: "日", en: "days" }, workday: { zh: "个工作日", en: "working days" }, hour: { zh: "小时", en: "hours" },
  month: { zh: "个月", en: "months" }, year: { zh: "年", en: "years" }, percent: { zh: "%", en: "%" },
};
