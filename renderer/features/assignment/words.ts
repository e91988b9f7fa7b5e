import type { Label } from "../../../shared/dictionary/field.ts";

/** What the assignment picker says beside the rules themselves. */
// biome-ignore format: a table is read by columns
export const ASSIGNMENT_WORDS = {
  title:     { zh: "指派", en: "Assignment" },
  back:      { zh: "案件页", en: "Case page" },
  notFound:  { zh: "没有找到这份卷宗", en: "This file was not found" },
  searching: { zh: "正在检索利益冲突…", en: "Searching for conflicts of interest…" },
  pick:      { zh: "选择承办人员", en: "Choose who will act" },
  pickNote:  { zh: "按得分排列；每一分都写明理由。已检索近{years}年{parties}名当事人（Q16）。", en: "By score, with the reason for every point. Searched {parties} parties of the last {years} years (Q16)." },
  noOne:     { zh: "名册中没有可以指派的人员", en: "Nobody on the register can be assigned" },
  points:    { zh: "{n}分", en: "{n} points" },
  open:      { zh: "在办{n}件", en: "{n} open" },
  last:      { zh: "上次指派 {on}", en: "last assigned {on}" },
  never:     { zh: "尚未指派过", en: "never assigned" },
  blocked:   { zh: "不能指派的人员（{n}）及原因", en: "Not assignable ({n}), and why" },
  warning:   { zh: "提示", en: "Warning" },
  note:      { zh: "说明", en: "Note" },
  unit:      { zh: "未登记单位", en: "no unit on record" },
  decide:    { zh: "指派决定", en: "Assign" },
  answer:    { zh: "所选人员有提示事项，须逐项说明。", en: "There are warnings about this person: answer them in writing." },
  confirm:   { zh: "确认指派：{name}", en: "Assign {name}" },
  noUnit:    { zh: "该人员没有登记所属单位，请先在名册中补充。", en: "This person has no unit on the register; add it first." },
} as const satisfies Record<string, Label>;
