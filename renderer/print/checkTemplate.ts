import type { LetterData } from "../../shared/documents/letterData.ts";
import { isLetterSlot } from "../../shared/documents/letterData.ts";
import type { LetterForm } from "../../shared/documents/letters.ts";
import { mandatorySlots } from "../../shared/documents/mandatorySlots.ts";
import { sampleData } from "../../shared/documents/sampleData.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { slotsOf, type TemplateSlot } from "./mergeTemplate.ts";
import { parseXml } from "./xml.ts";
import { readZip, writeZip, type ZipFiles } from "./zip.ts";

/** A template that is stored as base64 in one op; edited ones are some 20 KB, a shipped one 60 to 90. */
export const TEMPLATE_BYTES_MAX = 160_000;

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const PROGRAMS = /vbaProject|vbaData|activeX|\/embeddings\/|\.bin$|oleObject/i;
/** Our print shows text and tables; a picture or a foreign part would silently stay out of the PDF. */
const PICTURES = /^word\/media\//i;
const EXTERNAL = /TargetMode\s*=\s*["']?\s*External/i;
/** Fields that fetch or start something, and parts of other documents. */
const FETCHING =
  /\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|MACROBUTTON|DATABASE)\b|<w:altChunk|<w:object|<w:control/;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);

/** Whatever the reader of packages, of XML or of tags throws at a file from outside is the file's fault, not ours. */
const orForeign = async <T>(read: () => Promise<T> | T): Promise<Result<T>> => {
  try {
    return done(await read());
  } catch (cause) {
    if (cause instanceof Error) return refuse("template-foreign", "S19", cause.name);
    throw cause;
  }
};

const unsafePart = (files: ZipFiles): string | undefined =>
  [...files].find(
    ([name, bytes]) =>
      PROGRAMS.test(name) ||
      PICTURES.test(name) ||
      (isXml(name) && (EXTERNAL.test(textOf(bytes)) || FETCHING.test(textOf(bytes)))),
  )?.[0];

/**
 * Opens a template that came from outside the product: small, a Word document without macros, with well-formed parts,
 * and reaching nowhere outside itself. Refuses `too-large`, `template-foreign` and `template-unsafe`, with the part.
 * Answers with a package of the same files and nothing hidden between them.
 */
export const openTemplate = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  if (bytes.length > TEMPLATE_BYTES_MAX) return refuse("too-large", "S19", "template");
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse("template-foreign", "S19", "template");
  const read = await orForeign(() => readZip(bytes));
  if (!read.ok) return read;
  const files = read.value;
  const types = textOf(files.get("[Content_Types].xml") ?? new Uint8Array());
  if (!files.has("word/document.xml")) return refuse("template-foreign", "S19", "word/document.xml");
  if (/macroEnabled/i.test(types)) return refuse("template-unsafe", "S19", "[Content_Types].xml");
  if (!types.includes(MAIN)) return refuse("template-foreign", "S19", "[Content_Types].xml");
  const unsafe = unsafePart(files);
  if (unsafe !== undefined) return refuse("template-unsafe", "S19", unsafe);
  const parsed = await orForeign(() => {
    for (const [name, part] of files) if (isXml(name)) parseXml(textOf(part).replace(/^\uFEFF/, ""));
  });
  return parsed.ok ? done(writeZip(files)) : parsed;
};

/** What is wrong with the slots of a template: names nobody knows or that are used wrongly, and names that must be there. */
export type SlotReport = { readonly unknown: readonly string[]; readonly missing: readonly string[] };

const lookUp = (data: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (found, name) =>
        typeof found === "object" && found !== null && Object.hasOwn(found, name)
          ? (found as Readonly<Record<string, unknown>>)[name]
          : undefined,
      data,
    );

const sampleFor = (data: LetterData, { name, within }: TemplateSlot): unknown => {
  const list = within === "" ? undefined : lookUp(data, within);
  const row: unknown = Array.isArray(list) ? list[0] : undefined;
  return lookUp(row, name) ?? lookUp(data, name);
};

const fits = (form: LetterForm, data: LetterData, slot: TemplateSlot): boolean => {
  const sample = sampleFor(data, slot);
  if (slot.opens)
    return (Array.isArray(sample) || typeof sample === "boolean") && isLetterSlot(form, slot.name);
  const inRow = Array.isArray(lookUp(data, slot.within)) && typeof sample === "string";
  return typeof sample === "string" && (inRow || isLetterSlot(form, slot.name));
};

/** Checks every slot of an opened template against the dictionary and the form. Refuses tags that do not close. */
export const slotReport = async (
  form: LetterForm,
  template: Uint8Array<ArrayBuffer>,
): Promise<Result<SlotReport>> => {
  const slots = await orForeign(() => slotsOf(template));
  if (!slots.ok) return slots;
  const data = sampleData(form);
  const names = new Set(slots.value.map(({ name }) => name));
  return done({
    unknown: [...new Set(slots.value.filter((slot) => !fits(form, data, slot)).map(({ name }) => name))],
    missing: mandatorySlots(form).filter((name) => !names.has(name)),
  });
};

/** A template that may be adopted: opened, with every slot known and none missing that the law wants. */
export const checkTemplate = async (
  form: LetterForm,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<{ readonly template: Uint8Array<ArrayBuffer>; readonly report: SlotReport }>> => {
  const template = await openTemplate(bytes);
  if (!template.ok) return template;
  const report = await slotReport(form, template.value);
  return report.ok ? done({ template: template.value, report: report.value }) : report;
};
