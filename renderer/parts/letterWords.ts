import type { Label } from "../../shared/dictionary/field.ts";

/** What the letter section of a record says beside the titles of the letters and the labels of the service record. */
// biome-ignore format: a table is read by columns
export const LETTER_PART_WORDS = {
  letters:   { zh: "文书", en: "Letters" },
  noLetters: { zh: "目前没有应当出具的文书", en: "No letter is due at present" },
  issued:    { zh: "已出具", en: "Issued" },
  due:       { zh: "待出具", en: "To be issued" },
  issue:     { zh: "预览并出具", en: "Preview and issue" },
  reprint:   { zh: "查看、重印", en: "View or reprint" },
  served:    { zh: "已送达", en: "Served" },
  refused:   { zh: "拒绝签收，留置送达", en: "Refused, left at the place" },
  witness:   { zh: "见证人：", en: "Witness: " },
  notServed: { zh: "未登记送达", en: "Service not recorded" },
  serve:     { zh: "登记送达", en: "Record service" },
  serveThis: { zh: "登记送达：{title} {number}", en: "Record service: {title} {number}" },
  proof:     { zh: "送达回证 FZ-022", en: "Proof of service FZ-022" },
  month:     { zh: "选择月份", en: "Month" },
} as const satisfies Record<string, Label>;
