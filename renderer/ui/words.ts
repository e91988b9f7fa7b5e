import type { Label } from "../../shared/dictionary/field.ts";

/** What the kit itself says. Labels of fields, codes, stages and refusals live in shared. */
// biome-ignore format: a table is read by columns
export const UI_WORDS = {
  saved:        { zh: "已保存", en: "Saved" },
  saving:       { zh: "正在保存…", en: "Saving…" },
  notSaved:     { zh: "未保存", en: "Not saved" },
  unverified:   { zh: "未核实", en: "Unverified" },
  unverifiedWhy:{ zh: "该项依据尚未核对正式文本", en: "The source of this item has not been checked against the official text" },
  provisional:  { zh: "暂定", en: "Provisional" },
  provisionalWhy:{ zh: "放假安排尚未公布或未录入，日期为暂定", en: "The holiday table for these days is not loaded; the date is provisional" },
  choose:       { zh: "请选择", en: "Choose" },
  yes:          { zh: "是", en: "Yes" },
  no:           { zh: "否", en: "No" },
  yuan:         { zh: "元", en: "yuan" },
  dayHint:      { zh: "年-月-日，如 2026-03-09", en: "Year-month-day, e.g. 2026-03-09" },
  instantHint:  { zh: "年-月-日 时:分，如 2026-03-09 14:30", en: "Year-month-day hour:minute, e.g. 2026-03-09 14:30" },
  openCalendar: { zh: "打开日历", en: "Open calendar" },
  now:          { zh: "现在", en: "Now" },
  inConflict:   { zh: "此项有两人分别填写，待处理后才能修改", en: "Two people wrote different values; resolve the conflict first" },
  add:          { zh: "增加", en: "Add" },
  addRow:       { zh: "增加一行", en: "Add a row" },
  edit:         { zh: "修改", en: "Edit" },
  remove:       { zh: "删除", en: "Remove" },
  done:         { zh: "完成", en: "Done" },
  cancel:       { zh: "取消", en: "Cancel" },
  confirm:      { zh: "确定", en: "Confirm" },
  close:        { zh: "关闭", en: "Close" },
  noRows:       { zh: "暂无内容", en: "Nothing here yet" },
  reveal:       { zh: "显示全部", en: "Show in full" },
  hide:         { zh: "隐藏", en: "Hide" },
  revealWhy:    { zh: "查看目的（将记入审计日志）", en: "Why you need it (recorded in the audit log)" },
  target:       { zh: "应办", en: "Do by" },
  hard:         { zh: "期满", en: "Period ends" },
  legal:        { zh: "法定", en: "Legal limit" },
  met:          { zh: "已办", en: "Done" },
  paused:       { zh: "中止计算", en: "Paused" },
  daysLate:     { zh: "已逾期 {n} 天", en: "{n} days late" },
  dueToday:     { zh: "今天到期", en: "Due today" },
  daysLeft:     { zh: "还有 {n} 天", en: "{n} days left" },
  doneOn:       { zh: "已于 {day} 办理", en: "Done on {day}" },
  lateHard:     { zh: "超过期满日", en: "After the period" },
  lateLegal:    { zh: "超过法定期限", en: "After the legal limit" },
  why:          { zh: "如何计算", en: "How it is reckoned" },
  source:       { zh: "依据", en: "Source" },
  basis:        { zh: "依据：{source}", en: "Under {source}" },
  aboutItem:    { zh: "事项：{name}", en: "About: {name}" },
  rowOf:        { zh: "第 {n} 行", en: "Row {n}" },
} as const satisfies Record<string, Label>;

/** Fills `{name}` in a text with what is given. */
export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (slot, name: string) => String(values[name] ?? slot));
