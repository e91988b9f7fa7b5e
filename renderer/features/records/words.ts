import type { Label } from "../../../shared/dictionary/field.ts";

/** What the pages of the year's other records say beside the labels of dictionary, stages and steps. */
// biome-ignore format: a table is read by columns
export const RECORD_WORDS = {
  title:     { zh: "年度工作", en: "Other work" },
  note:      { zh: "咨询、申请和来函以外的各项工作", en: "Everything beside consultations, applications and organ letters" },
  listNote:  { zh: "最急的在前，其余最近的在前", en: "The most urgent first, then the newest" },
  due:       { zh: "临近期限", en: "Due soon" },
  count:     { zh: "{n} 条", en: "{n}" },
  start:     { zh: "登记{kind}", en: "New: {kind}" },
  none:      { zh: "还没有记录", en: "Nothing here yet" },
  unnamed:   { zh: "（未填）", en: "(not filled in)" },
  draft:     { zh: "登记中", en: "Draft" },
  loading:   { zh: "正在打开…", en: "Opening…" },
  notHere:   { zh: "没有这一类记录，或者您的岗位不能查看", en: "There is no such kind of record, or your role may not see it" },
  content:   { zh: "登记内容", en: "Entries" },
  autosave:  { zh: "每填一项即自动保存。", en: "Every entry is saved at once." },
  readOnly:  { zh: "只能查看", en: "Read only" },
  outcome:   { zh: "办理情况", en: "What was done" },
  outcomeNote: { zh: "由各步骤记载，不能单独修改", en: "Recorded by the steps; not changed by itself" },
  back:      { zh: "返回列表", en: "Back to the list" },
  makeFile:  { zh: "转为法律援助申请", en: "Make it an application" },
  catalogue: { zh: "卷内目录", en: "Catalogue" },
  catalogueNote: { zh: "按结案材料清单的顺序，由已出具的文书和已收的材料编制；页码由档案员填写", en: "In the order of the closing list, from letters issued and papers received; pages are filled in by hand" },
  makeCatalogue: { zh: "编制卷内目录", en: "Make the catalogue" },
  unsealFirst: { zh: "卷宗已封存或者涉及隐私，请先打开卷宗说明用途", en: "The file is sealed or private: open it first and state why" },
  loans:     { zh: "已借出", en: "On loan" },
  loan:      { zh: "{who}，{from} 借出，应还 {due}", en: "{who}, lent {from}, due {due}" },
  giveBack:  { zh: "归还", en: "Returned" },
  disputed:  { zh: "有事项存在冲突", en: "Facts in conflict" },
  contested: { zh: "有步骤存在争议", en: "A step is contested" },
  onlyHere:  { zh: "有内容仅在本机", en: "Not all with the province yet" },
} as const satisfies Record<string, Label>;
