import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const DASHBOARD_TEXTS = {
  title:      { zh: "工作台", en: "Dashboard" },
  due:        { zh: "待办与期限", en: "What is due" },
  dueNote:    { zh: "最急在前；在押、未成年人案件置顶", en: "Worst first; custody and minors on top" },
  grave:      { zh: "在押、未成年人", en: "Custody or minor" },
  others:     { zh: "其他案件", en: "Other files" },
  records:    { zh: "异议、转交、协作、值班、投诉、补贴等", en: "Objections, transfers, cooperation, duty, complaints, claims" },
  nothingDue: { zh: "现在没有在计期限的案件。", en: "No file has a running period." },
  begin:      { zh: "登记一次咨询或申请后，法定期限会自动出现在这里。", en: "Register a consultation or an application; its statutory periods then appear here." },
  stages:     { zh: "各阶段案件", en: "Files by stage" },
  noFiles:    { zh: "还没有案件", en: "No files yet" },
  onlyHere:   { zh: "仅存于本机", en: "Only on this computer" },
  onlyHereN:  { zh: "{n} 条记录还没有送到省级中心，最早一条写于 {at}。", en: "{n} entries have not reached the province; the oldest is of {at}." },
  stale:      { zh: "很久没有送到省级中心：请联网同步，以免三日内须办的事项无人看见。", en: "Not with the province for long: connect and sync, lest a three-day duty goes unseen." },
  allSent:    { zh: "没有。", en: "None." },
  disputes:   { zh: "需要专人处理", en: "For a person to resolve" },
  conflictsN: { zh: "填写冲突 {n} 件", en: "{n} with conflicting entries" },
  changedN:   { zh: "中心恢复后结果有变 {n} 件", en: "{n} outcomes changed when the province was restored" },
  supplementsN: { zh: "移来卷宗的补送待核对 {n} 件", en: "{n} supplements to referred files to be gone through" },
  lateN:      { zh: "移送后又写入内容的卷宗 {n} 件", en: "{n} written on after they had gone" },
  contestedN: { zh: "步骤争议 {n} 件", en: "{n} contested" },
  numbersN:   { zh: "一个编号两份卷宗 {n} 件", en: "{n} numbers held by two files" },
  tornN:      { zh: "互相矛盾的同一人认定 {n} 件", en: "{n} findings that contradict one another" },
  duplicatesN: { zh: "可能重复登记 {n} 件", en: "{n} persons perhaps registered twice" },
  refusedN:   { zh: "被退回 {n} 条", en: "{n} entries sent back" },
  silence:    { zh: "办案日志久无记录", en: "Silent work logs" },
  silentFor:  { zh: "自 {since} 起 {n} 日没有记录", en: "nothing since {since}, {n} days" },
  remind:     { zh: "请催办", en: "remind the handler" },
  quality:    { zh: "应转质量检查", en: "for quality review" },
  more:       { zh: "另有 {n} 件未列出，请用“查找”或案件列表。", en: "{n} more; use the search or the list of files." },
  unnamed:    { zh: "（未填写姓名）", en: "(no name yet)" },
  noNumber:   { zh: "未编号", en: "no number yet" },
  loading:    { zh: "正在读取…", en: "Reading…" },
  calendar:   { zh: "放假安排已录入至 {day}", en: "Holiday table loaded until {day}" },
  noCalendar: { zh: "本年放假安排未录入，所有日期为暂定", en: "This year's holiday table is not loaded: every date is provisional" },
  moreClocks: { zh: "还有 {n} 个期限", en: "Further periods: {n}" },
} as const satisfies Record<string, Label>;

/** The stages that are counted, in the order in which a file passes through them. */
export const COUNTED_STAGES = [
  ["application", "received"],
  ["application", "supplementing"],
  ["application", "verifying"],
  ["application", "proposed"],
  ["application", "granted"],
  ["application", "denied"],
  ["emergency", "emergency"],
  ["notice", "noticeReceived"],
  ["notice", "noticeChecked"],
  ["notice", "replied"],
  ["assignment", "assigned"],
  ["assignment", "accepted"],
  ["assignment", "retained"],
] as const;

/** The days of the week from Monday, with blanks between. */
export const WEEKDAYS: Label = {
  zh: "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
  en: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
};
