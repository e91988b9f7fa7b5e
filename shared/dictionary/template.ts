import { DOCUMENT_FORMS } from "./codes/documentForms.ts";
import { code, day, type FactsOf, flag, instant, longText, ref, text } from "./field.ts";

const open = { open: true } as const;

/**
 * Most characters of a template as base64: with the rest of its op it stays below 256 KiB, so that every desk of the
 * bureau gets it with the book and none needs a file of its own.
 */
export const TEMPLATE_TEXT_MAX = 220_000;

/**
 * 文书模板: one version of a letter's template that the bureau adopted from a day on, or its return to the shipped one.
 * A version is never changed; the next one is another record.
 */
export const TEMPLATE = {
  form: code(DOCUMENT_FORMS)("文书", "Letter"),
  version: text("模板版本", "Version", { max: 40, ...open }),
  fromOn: day("启用日", "In use from", open),
  isShipped: flag("恢复内置模板", "Back to the shipped template"),
  hash: text("校验值", "Hash", { max: 64, ...open }),
  bytes: longText("模板文件", "Template file", { max: TEMPLATE_TEXT_MAX, ...open }),
  adoptedAt: instant("启用登记时间", "Adopted at", open),
  adoptedBy: ref("启用人", "Adopted by"),
} as const;

/** Everything known about one version of a template. */
export type TemplateFacts = FactsOf<typeof TEMPLATE>;
