import type { Label } from "../../../shared/dictionary/field.ts";

/** What the screen of the letter templates says. */
// biome-ignore format: a table is read by columns
export const TEMPLATE_WORDS = {
  title:       { zh: "文书模板", en: "Letter templates" },
  note:        { zh: "下载内置模板，用 WPS 或 Word 修改后上传；检查通过并启用后，本单位各台电脑同步使用", en: "Take a shipped template, edit it in WPS or Word, upload it; once checked and adopted every desk of the bureau uses it" },
  list:        { zh: "全部模板", en: "All templates" },
  letter:      { zh: "文书", en: "Letter" },
  form:        { zh: "编号", en: "Form" },
  inUse:       { zh: "现在使用", en: "In use" },
  isShipped:   { zh: "内置", en: "Shipped" },
  versions:    { zh: "版本", en: "Versions" },
  inForce:     { zh: "现在使用：", en: "In use: " },
  since:       { zh: "本单位第 {version} 版，自 {day} 起", en: "The bureau's version {version}, from {day}" },
  shipped:     { zh: "（恢复内置模板）", en: "(back to the shipped one)" },
  current:     { zh: "（使用中）", en: "(in use)" },
  saveShipped: { zh: "下载内置模板", en: "Save the shipped template" },
  saveOwn:     { zh: "下载", en: "Save" },
  back:        { zh: "恢复内置模板", en: "Back to the shipped template" },
  own:         { zh: "上传修改后的模板", en: "Upload an edited template" },
  ownNote:     { zh: "仅限 .docx，不超过 160 KB，不得含宏、外部链接和图片；双花括号内的占位符不得改名", en: "Only .docx, at most 160 KB, without macros, outside links or pictures; names in double braces must stay" },
  pick:        { zh: "选择文件", en: "Choose a file" },
  unknown:     { zh: "不认识或者用错的占位符：", en: "Unknown or misused slots: " },
  missing:     { zh: "缺少法律文书必备的占位符：", en: "Slots that the letter must have are missing: " },
  adopt:       { zh: "预览无误，启用本模板", en: "It looks right: adopt it" },
  saved:       { zh: "已保存到：{path}", en: "Saved to: {path}" },
} as const satisfies Record<string, Label>;
