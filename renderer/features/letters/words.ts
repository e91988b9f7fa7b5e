import type { Label } from "../../../shared/dictionary/field.ts";

/** What the letter screen says beside the titles of the letters and the words of the preview. */
// biome-ignore format: a table is read by columns
export const LETTER_WORDS = {
  back:      { zh: "返回", en: "Back" },
  making:    { zh: "正在生成文书…", en: "Making the letter…" },
  notFound:  { zh: "没有找到这份文书所属的记录", en: "The record of this letter was not found" },
  unknown:   { zh: "本版本不能出具这种文书", en: "This version cannot write this letter" },
  issued:    { zh: "已出具的文书", en: "Issued before" },
  reprint:   { zh: "查看、重印", en: "View or reprint" },
  remake:    { zh: "重新生成并出具新的一份", en: "Make and issue a new one" },
  done:      { zh: "已出具并编入卷宗", en: "Issued and filed" },
  saved:     { zh: "已保存到：{path}", en: "Saved to: {path}" },
  noNumber:  { zh: "本机没有可用的正式编号段。临时编号不得印在法律文书上；连接省级中心后自动领取。", en: "This desk has no block of official numbers. A provisional number may not stand on a letter; a block is fetched when the province can be reached." },
  fills:     { zh: "本文书另需填写", en: "For this letter only" },
  make:      { zh: "按填写内容生成", en: "Make the letter" },
  template:  { zh: "模板", en: "Template" },
  addressee: { zh: "送：", en: "To: " },
} as const satisfies Record<string, Label>;
