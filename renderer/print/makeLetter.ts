import { conflictAmong, letterData } from "../../shared/documents/letterData.ts";
import type { LetterScene } from "../../shared/documents/letterScene.ts";
import { type LetterForm, letterOf } from "../../shared/documents/letters.ts";
import { type AdoptedTemplate, type TemplateChoice, templateFor } from "../../shared/documents/templates.ts";
import type { Host } from "../../shared/host/contract.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { done, refuse } from "../../shared/kernel/result.ts";
import { fromBase64, toBase64 } from "../base64.ts";
import { openTemplate } from "./checkTemplate.ts";
import { printSheet } from "./letterHtml.ts";
import { mergeTemplate, slotsOf } from "./mergeTemplate.ts";

/** What making a letter needs of the machine, and the bureau's own templates. */
export type LetterDesk = {
  readonly host: Pick<Host, "letter.pdf" | "blob.put" | "blob.get">;
  readonly templates?: readonly AdoptedTemplate[];
};

/** One letter, finished: the bytes that are previewed, printed and stored are these and no others. */
export type MadeLetter = {
  readonly form: LetterForm;
  readonly number: string;
  readonly templateVersion: string;
  readonly templateHash: string;
  readonly docx: Uint8Array<ArrayBuffer>;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly docxHash: string;
  readonly pdfHash: string;
  /** Characters the letter font lacks (rare names): whoever issues the letter must look at them. */
  readonly uncovered: readonly string[];
};

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hexOf(await crypto.subtle.digest("SHA-256", bytes));

/** A template to merge, and the hash of the file it came from. */
type Template = { readonly bytes: Uint8Array<ArrayBuffer>; readonly hash: string };

/** A version that came with the book is opened as carefully as one that is uploaded: another desk may have sent it. */
const templateBytes = async (choice: TemplateChoice): Promise<Result<Template>> => {
  if (choice.kind === "shipped") {
    // Fonts and templates are ten megabytes of assets: they load with the first letter, not with the page.
    const { shippedTemplate } = await import("./letterAssets.ts");
    const bytes = await shippedTemplate(choice.form);
    return done({ bytes, hash: await hashOf(bytes) });
  }
  const stored = fromBase64(choice.bytes);
  const hash = await hashOf(stored);
  if (hash !== choice.hash) return refuse("hash-mismatch", "S19", "template");
  const opened = await openTemplate(stored);
  return opened.ok ? done({ bytes: opened.value, hash }) : opened;
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
  const choice = templateFor(form, desk.templates ?? [], scene.today);
  const data = letterData(form, { ...scene, templateVersion: choice.version });
  if (!data.ok) return data;
  const template = await templateBytes(choice);
  if (!template.ok) return template;
  const slots = await slotsOf(template.value.bytes);
  const conflict = conflictAmong(
    slots.map(({ name }) => name),
    scene.view,
  );
  if (conflict !== null) return conflict;
  const docx = await mergeTemplate(template.value.bytes, data.value);
  if (!docx.ok) return docx;
  const { LETTER_FONT } = await import("./letterAssets.ts");
  const sheet = await printSheet(docx.value, LETTER_FONT, letterOf(form).title.zh);
  const pdf = await desk.host["letter.pdf"]({ html: sheet.html });
  if (!pdf.ok) return pdf;
  return done({
    form,
    number: scene.number?.text ?? "",
    templateVersion: choice.version,
    templateHash: template.value.hash,
    docx: docx.value,
    pdf: fromBase64(pdf.value.data),
    docxHash: await hashOf(docx.value),
    pdfHash: pdf.value.sha256,
    uncovered: sheet.uncovered,
  });
};

/** What the command `issueLetter` records of a letter; the number it was made with is passed beside it. */
export type IssuedLetter = {
  readonly form: LetterForm;
  readonly templateVersion: string;
  readonly templateHash: string;
  readonly pdfHash: string;
  readonly docxHash: string;
};

/** Stores both files of a letter under their hashes and answers with the row to record. To be called before the op. */
export const storeLetter = async ({ host }: LetterDesk, made: MadeLetter): Promise<Result<IssuedLetter>> => {
  const pdf = await host["blob.put"]({ data: toBase64(made.pdf) });
  if (!pdf.ok) return pdf;
  const docx = await host["blob.put"]({ data: toBase64(made.docx) });
  if (!docx.ok) return docx;
  const { form, templateVersion, templateHash } = made;
  return done({ form, templateVersion, templateHash, pdfHash: pdf.value.id, docxHash: docx.value.id });
};

/** The stored bytes of a letter issued before: a reprint is never merged again. */
export const storedLetter = async (
  { host }: LetterDesk,
  hash: string,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  const stored = await host["blob.get"]({ id: hash });
  return stored.ok ? done(fromBase64(stored.value.data)) : stored;
};
