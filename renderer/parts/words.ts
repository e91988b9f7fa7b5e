import type { Label } from "../../shared/dictionary/field.ts";

/** What the parts of a record's page say beside the labels of dictionary, stages and refusals. */
// biome-ignore format: a table is read by columns
export const PART_WORDS = {
  clocks:       { zh: "期限", en: "Deadlines" },
  noClocks:     { zh: "尚无正在计算的期限", en: "No period is running yet" },
  next:         { zh: "下一步可以办理", en: "What may be done next" },
  nothingNext:  { zh: "您的岗位现在没有可办理的步骤", en: "There is no step for your role at this moment" },
  closed:       { zh: "暂不能办理的步骤（{n}）及原因", en: "Steps not possible now ({n}), and why" },
  newFacts:     { zh: "有新情况", en: "There are new facts" },
  others:       { zh: "现在由他人办理：", en: "Now for somebody else: " },
  missing:      { zh: "还缺：", en: "Still missing: " },
  take:         { zh: "确认办理", en: "Confirm" },
  cancel:       { zh: "取消", en: "Cancel" },
  history:      { zh: "办理记录", en: "History" },
  historyNote:  { zh: "谁、何时、在哪个工位、做了什么", en: "Who did what, when and at which desk" },
  allHistory:   { zh: "显示全部 {n} 条", en: "Show all {n}" },
  booked:       { zh: "省级已入账 第{n}号", en: "In the province's book, no. {n}" },
  delivered:    { zh: "省级已收到", en: "Received by the province" },
  local:        { zh: "仅在本机", en: "Only on this computer" },
  withoutEffect:{ zh: "已留存但未生效：{why}", en: "Kept without effect: {why}" },
  unreadable:   { zh: "由较新版本写入，已留存", en: "Written by a newer version; kept" },
  recorded:     { zh: "记载：", en: "Recorded: " },
  cleared:      { zh: "（清空）", en: "(cleared)" },
  added:        { zh: "增加", en: "added" },
  dropped:      { zh: "删除一行", en: "one row removed" },
  resolved:     { zh: "处理冲突", en: "conflict resolved" },
  numbered:     { zh: "编号", en: "number" },
  laterLane:    { zh: "{lane}（可办理 {n} 项）", en: "{lane} ({n} possible)" },
  unnamed:      { zh: "（未填）", en: "(not filled in)" },
} as const satisfies Record<string, Label>;
