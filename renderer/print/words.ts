import type { Label } from "../../shared/dictionary/field.ts";

/** What the preview of a letter says. */
// biome-ignore format: a table is read by columns
export const PRINT_WORDS = {
  preview:   { zh: "文书预览", en: "Letter preview" },
  sheet:     { zh: "文书页面", en: "Letter pages" },
  actions:   { zh: "文书操作", en: "Letter actions" },
  issue:     { zh: "出具并编入卷宗", en: "Issue and file" },
  print:     { zh: "打印", en: "Print" },
  savePdf:   { zh: "保存 PDF", en: "Save PDF" },
  saveDocx:  { zh: "保存 Word 文档", en: "Save Word document" },
  uncovered: { zh: "以下字符不在文书字体中，打印前请核对：", en: "The letter font lacks these characters; check them before printing: " },
} as const satisfies Record<string, Label>;
