import type { Label } from "../../../shared/dictionary/field.ts";

/** The words of the register of official numbers. */
// biome-ignore format: a table is read by columns
export const NUMBER_TEXTS = {
  title:    { zh: "编号登记", en: "Register of numbers" },
  note:     { zh: "每个编号不是已用、就是作废或者未用；编号不重复使用，作废须写明原因", en: "Every number is used, void or unused; none is used twice, and a void one has its reason" },
  print:    { zh: "打印（A4）", en: "Print (A4)" },
  year:     { zh: "{year} 年度", en: "{year}" },
  series:   { zh: "字号", en: "Series" },
  comma:    { zh: "、", en: ", " },
  granted:  { zh: "已领", en: "Granted" },
  used:     { zh: "已用", en: "Used" },
  voided:   { zh: "作废", en: "Void" },
  unused:   { zh: "未用（起止）", en: "Unused (from–to)" },
  missing:  { zh: "本机未收到的编号段", en: "Blocks not yet on this computer" },
  none:     { zh: "还没有领到正式编号。联网同步后，省级中心发给编号段。", en: "No official numbers yet. The province grants blocks with the next sync." },
  voids:    { zh: "作废编号", en: "Voided numbers" },
  noVoids:  { zh: "没有作废的编号。", en: "No number was voided." },
  form:     { zh: "作废编号（不能撤回）", en: "Void numbers (cannot be undone)" },
  formNote: { zh: "文书打印错误、遗失等，或者年终时未用的编号。", en: "A letter misprinted or lost, or numbers left over at the end of the year." },
  take:     { zh: "确认作废", en: "Void them" },
  yearEnd:  { zh: "年终作废未用编号", en: "Void the unused at year's end" },
  yearEndWhy: { zh: "{year} 年度终了，未使用", en: "Unused when {year} ended" },
  reason:   { zh: "原因", en: "Reason" },
  numbers:  { zh: "编号", en: "Numbers" },
  loading:  { zh: "正在读取…", en: "Reading…" },
} as const satisfies Record<string, Label>;
