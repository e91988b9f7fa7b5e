import { type LetterForm, letterOf } from "../../shared/documents/letters.ts";
import { sampleData } from "../../shared/documents/sampleData.ts";
import type { Host } from "../../shared/host/contract.ts";
import { done, type Result } from "../../shared/kernel/result.ts";
import { fromBase64 } from "../base64.ts";
import { printSheet } from "./letterHtml.ts";
import { mergeTemplate } from "./mergeTemplate.ts";

/**
 * A template as it will print, with invented data and every condition met: looked at before it is adopted. Refuses what
 * merging refuses.
 */
export const previewTemplate = async (
  host: Pick<Host, "letter.pdf">,
  form: LetterForm,
  template: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  const docx = await mergeTemplate(template, sampleData(form));
  if (!docx.ok) return docx;
  const { LETTER_FONT } = await import("./letterAssets.ts");
  const { html } = await printSheet(docx.value, LETTER_FONT, letterOf(form).title.zh);
  const pdf = await host["letter.pdf"]({ html });
  return pdf.ok ? done(fromBase64(pdf.value.data)) : pdf;
};
