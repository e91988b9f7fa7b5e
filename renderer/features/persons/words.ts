import type { Label } from "../../../shared/dictionary/field.ts";

// biome-ignore format: a table is read by columns
export const PERSON_WORDS = {
  title:      { zh: "同一人对照", en: "Two files side by side" },
  note:       { zh: "逐项核对两份卷宗，写明理由后认定。认定不改动任何一份卷宗，两个编号都保留，随时可以撤销。", en: "Compare the two files, then say why. Neither file changes, both numbers stay, and it can be taken back." },
  loading:    { zh: "正在打开…", en: "Opening…" },
  notFound:   { zh: "没有找到这两份卷宗", en: "These two files were not found" },
  compared:   { zh: "对照", en: "Side by side" },
  item:       { zh: "事项", en: "Item" },
  file:       { zh: "卷宗 {n}", en: "File {n}" },
  open:       { zh: "打开卷宗", en: "Open the file" },
  verdict:    { zh: "证件号码", en: "Certificate numbers" },
  numberSame: { zh: "相同（十五位旧号码按十八位比对）", en: "the same (an old number of 15 digits is compared as 18)" },
  numberOther:{ zh: "不同：不能认定为同一人；有误的先更正", en: "different: not one person; correct a wrong number first" },
  numberHalf: { zh: "至少一份没有填写", en: "not stated in at least one" },
  differs:    { zh: "不同", en: "differs" },
  standing:   { zh: "认定", en: "Finding" },
  none:       { zh: "尚未认定", en: "Nothing found yet" },
  why:        { zh: "认定理由", en: "Why" },
  whyHint:    { zh: "例如：核对身份证原件，系重复登记", en: "For example: compared the identity cards; registered twice" },
  confirmLink:{ zh: "认定这两份卷宗是同一人？", en: "Find these two files to be one person's?" },
  confirmText:{ zh: "名单、检索、查阅记录、本人导出、利益冲突检索和重复申请提示将把两份卷宗视为同一人。两份卷宗的内容都不改动。", en: "Lists, looks, the person's export, the conflict search and the duplicate check will treat both files as one person's. Neither file changes." },
  contested:  { zh: "两个工位的认定不一致，由负责人在“冲突与争议”中选定。", en: "Two desks found different things; the head decides under “Conflicts”." },
  toDisputes: { zh: "到“冲突与争议”", en: "To conflicts" },
} as const satisfies Record<string, Label>;
