import { conflictAmong, letterData } from "../../shared/documents/letterData.ts";
import type { LetterScene } from "../../shared/documents/letterScene.ts";
import { type LetterForm, letterOf } from "../../shared/documents/letters.ts";
import { type TemplateChoice, type TemplateOverride, templateFor } from "../../shared/documents/templates.ts";
import type { Host } from "../../shared/host/contract.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { done } from "../../shared/kernel/result.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { printSheet } from "./letterHtml.ts";
import { mergeTemplate, slotsOf } from "./mergeTemplate.ts";

/** What making a letter needs of the machine, and the bureau's own templates. */
export type LetterDesk = {
  readonly host: Pick<Host, "letter.pdf" | "blob.put" | "blob.get">;
  readonly templates?: readonly TemplateOverride[];
};

/** One letter, finished: the bytes that are previewed, printed and stored are these and no others. */
export type MadeLetter = {
  readonly form: LetterForm;
  readonly number: string;
  readonly templateVersion: string;
  readonly docx: Uint8Array<ArrayBuffer>;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly docxHash: string;
  readonly pdfHash: string;
  /** Characters the letter font lacks (rare names): whoever issues the letter must look at them. */
  readonly uncovered: readonly string[];
};

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const templateBytes = async (
  choice: TemplateChoice,
  { host }: LetterDesk,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  if (choice.kind === "shipped") {
    // Fonts and templates are ten megabytes of assets: they load with the first letter, not with the page.
    const { shippedTemplate } = await import("./letterAssets.ts");
    return done(await shippedTemplate(choice.form));
  }
  const stored = await host["blob.get"]({ id: choice.blobId });
  return stored.ok ? done(fromBase64(stored.value.data)) : stored;
};

/**
 * Makes a letter: data from the file, template of the bureau or of the house, docx, PDF. Nothing is stored yet.
 * Refuses what `letterData` and `mergeTemplate` refuse: a missing fact, a provisional number, a dispute.
 */
export const makeLetter = async (
  desk: LetterDesk,
  form: LetterForm,
  scene: Omit<LetterScene, "templateVersion">,
): Promise<Result<MadeLetter>> => {
  const choice = templateFor(form, desk.templates);
  const data = letterData(form, { ...scene, templateVersion: choice.version });
  if (!data.ok) return data;
  const template = await templateBytes(choice, desk);
  if (!template.ok) return template;
  const slots = await slotsOf(template.value);
  const conflict = conflictAmong(
    slots.map(({ name }) => name),
    scene.view,
  );
  if (conflict !== null) return conflict;
  const docx = await mergeTemplate(template.value, data.value);
  if (!docx.ok) return docx;
  const { LETTER_FONT } = await import("./letterAssets.ts");
  const sheet = await printSheet(docx.value, LETTER_FONT, letterOf(form).title.zh);
  const pdf = await desk.host["letter.pdf"]({ html: sheet.html });
  if (!pdf.ok) return pdf;
  return done({
    form,
    number: scene.number?.text ?? "",
    templateVersion: choice.version,
    docx: docx.value,
    pdf: fromBase64(pdf.value.data),
    docxHash: hexOf(await crypto.subtle.digest("SHA-256", docx.value)),
    pdfHash: pdf.value.sha256,
    uncovered: sheet.uncovered,
  });
};

/** What the command `issueLetter` records of a letter; the number it was made with is passed beside it. */
export type IssuedLetter = {
  readonly form: LetterForm;
  readonly templateVersion: string;
  readonly pdfHash: string;
  readonly docxHash: string;
};

/** Stores both files of a letter under their hashes and answers with the row to record. To be called before the op. */
export const storeLetter = async ({ host }: LetterDesk, made: MadeLetter): Promise<Result<IssuedLetter>> => {
  const pdf = await host["blob.put"]({ data: toBase64(made.pdf) });
  if (!pdf.ok) return pdf;
  const docx = await host["blob.put"]({ data: toBase64(made.docx) });
  if (!docx.ok) return docx;
  const { form, templateVersion } = made;
  return done({ form, templateVersion, pdfHash: pdf.value.id, docxHash: docx.value.id });
};

/** The stored bytes of a letter issued before: a reprint is never merged again. */
export const storedLetter = async (
  { host }: LetterDesk,
  hash: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  const stored = await host["blob.get"]({ id: hash });
  return stored.ok ? done(fromBase64(stored.value.data)) : stored;
};
