/**
 * Makes the shipped letter templates shared/documents/templates/*.docx. Run after changing a form: the result is
 * committed, and a test says when the two have come apart. The bytes depend on the forms alone.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer } from "docx";
import { readZip, writeZip } from "../../renderer/print/zip.ts";
import { FORMS } from "./forms.mjs";
import { footer, PAGE } from "./parts.mjs";

const FOLDER = join(import.meta.dirname, "../../shared/documents/templates");
const EPOCH = "2026-01-01T00:00:00.000Z";

/** Paragraphs that open or close a list: small and grey for whoever edits the template, gone in the letter. */
const TAG_STYLE = {
  id: "Tag",
  name: "Tag",
  basedOn: "Normal",
  run: { size: 12, color: "C00000" },
  paragraph: { spacing: { line: 120 } },
};

/** The library stamps the time of making into the properties; a template is the same whenever it is made. @param {string} xml */
const withoutClock = (xml) => xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*(<)/g, `$1${EPOCH}$2`);

/** @param {string} form @param {Uint8Array<ArrayBuffer>} bytes */
const fixed = async (form, bytes) => {
  const files = await readZip(bytes);
  const core = "docProps/core.xml";
  const text = withoutClock(new TextDecoder().decode(files.get(core)));
  if (!text.includes(EPOCH)) throw new Error(`${form}: the properties have no date to fix`);
  return writeZip(new Map([...files, [core, new TextEncoder().encode(text)]]));
};

/** The template of one form as docx bytes. @param {keyof typeof FORMS} form */
export const templateBytes = async (form) => {
  const document = new Document({
    creator: "法援工作台",
    title: form,
    styles: { default: { document: { run: { size: 28 } } }, paragraphStyles: [TAG_STYLE] },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footer() },
        children: FORMS[form].map((block) => block()),
      },
    ],
  });
  return fixed(form, new Uint8Array(await Packer.toArrayBuffer(document)));
};

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  const forms = /** @type {(keyof typeof FORMS)[]} */ (Object.keys(FORMS));
  for (const form of forms) writeFileSync(join(FOLDER, `${form}.docx`), await templateBytes(form));
  process.stdout.write(`letters: ${forms.length} templates\n`);
}
