import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const SEARCH_TEXTS = {
  title:   { zh: "查找", en: "Search" },
  note:    { zh: "姓名、拼音或首字母、编号、证件号码、电话、案由；多个词用空格隔开", en: "Name, pinyin or its initials, number, certificate, phone, cause; several words with blanks" },
  box:     { zh: "查找卷宗、咨询和名册", en: "Search files, consultations and registers" },
  results: { zh: "查找结果", en: "Results" },
  found:   { zh: "找到 {n} 条", en: "{n} found" },
  first:   { zh: "只列出前 {n} 条，请再输入一些字", en: "The first {n} only; type a little more" },
  none:    { zh: "没有找到。可换姓名拼音、电话后几位或编号再试。", en: "Nothing found. Try pinyin, the end of the phone number, or the file number." },
  start:   { zh: "输入后立即显示结果。", en: "Results appear as you type." },
  unnamed: { zh: "（未填写名称）", en: "(no name yet)" },
  phone:   { zh: "电话", en: "Phone" },
} as const satisfies Record<string, Label>;
