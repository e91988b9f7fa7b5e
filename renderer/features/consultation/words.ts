import type { Label } from "../../../shared/dictionary/field.ts";

/** What the consultation desk says beside the labels of the dictionary. */
// biome-ignore format: a table is read by columns
export const CONSULTATION_WORDS = {
  title:     { zh: "法律咨询", en: "Consultations" },
  listNote:  { zh: "最近的在前", en: "Newest first" },
  start:     { zh: "新的咨询", en: "New consultation" },
  none:      { zh: "还没有咨询记录。有人来问，点右上角“新的咨询”。", en: "No consultation yet. When somebody asks, press “New consultation” above." },
  anonymous: { zh: "匿名", en: "Anonymous" },
  unnamed:   { zh: "（未填姓名）", en: "(no name yet)" },
  one:       { zh: "咨询", en: "Consultation" },
  autosave:  { zh: "每填一项即自动保存在本机。", en: "Every entry is saved on this computer at once." },
  over:      { zh: "本次咨询已办结或已转为申请，内容不再修改。", en: "This consultation is closed or has become an application; it is no longer changed." },
  notFound:  { zh: "没有找到这次咨询", en: "This consultation was not found" },
  loading:   { zh: "正在打开…", en: "Opening…" },
  who:       { zh: "咨询人与问题", en: "Who asks, and what" },
  whoNote:   { zh: "电话咨询可以匿名；不审查经济状况。", en: "May be anonymous; means are never asked about." },
  reply:     { zh: "解答", en: "Answer" },
  replyNote: { zh: "须告知申请法律援助的权利、条件和程序（《法律援助法》第23条）。", en: "The person must be told of the right to apply, its conditions and procedure (Legal Aid Law art. 23)." },
  after:     { zh: "后续", en: "What follows" },
  convertNote: { zh: "已填的内容自动带入申请，不再重复询问。", en: "What was entered is carried over; nothing is asked twice." },
  toFile:    { zh: "打开由此转成的申请", en: "Open the application made of it" },
} as const satisfies Record<string, Label>;
