import type { Label } from "../../../shared/dictionary/field.ts";

/** What the registers say beside their own titles and the labels of the dictionary. */
// biome-ignore format: a table is read by columns
export const REGISTER_WORDS = {
  name:     { zh: "姓名或名称", en: "Name" },
  newName:  { zh: "新登记的姓名或名称", en: "Name of the new entry" },
  none:     { zh: "名册为空。在右上角填写姓名或名称后登记。", en: "The register is empty. Enter a name above to begin." },
  notFound: { zh: "没有找到这条登记", en: "This entry was not found" },
  loading:  { zh: "正在打开…", en: "Opening…" },
  back:     { zh: "返回名册", en: "Back to the register" },
  autosave: { zh: "每填一项即自动保存。", en: "Every entry is saved at once." },
  which:    { zh: "名册", en: "Register" },
} as const satisfies Record<string, Label>;
