import type { Label } from "../../../shared/dictionary/field.ts";

/** The words of the clock cards. */
// biome-ignore format: a table is read by columns
export const CLOCK_TEXTS = {
  title:    { zh: "期限卡", en: "Clock card" },
  note:     { zh: "每一日期从哪里起算、依据哪一条、跳过哪些日子、逾期怎么办", en: "Where each date starts, under which article, which days are skipped, what follows when it is missed" },
  print:    { zh: "打印（A4）", en: "Print (A4)" },
  back:     { zh: "返回该记录", en: "Back to the record" },
  all:      { zh: "显示该记录的全部期限（{n}）", en: "All periods of the record ({n})" },
  none:     { zh: "该记录没有期限在计算", en: "No period runs on this record" },
  missing:  { zh: "没有这条记录", en: "There is no such record" },
  printedOn:{ zh: "打印日 {day}；日期按本机载入的放假安排推算，更改事实后重新计算。", en: "Printed {day}; reckoned with the holiday table on this computer, and anew when a fact changes." },
  loading:  { zh: "正在读取…", en: "Reading…" },
} as const satisfies Record<string, Label>;
