import { TemplateHandler } from "easy-template-x";
import type { LetterData } from "../../shared/documents/letterData.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { done, refuse } from "../../shared/kernel/result.ts";
import { readZip, writeZip, type ZipFiles } from "./zip.ts";

/** `{{personName}}`: single braces are ordinary text, so that a clerk may type them. */
const DELIMITERS = { tagStart: "{{", tagEnd: "}}", containerTagOpen: "#", containerTagClose: "/" } as const;

type TagPath = { readonly strPath: readonly string[]; readonly data: unknown };

const own = (data: unknown, name: string): unknown =>
  typeof data === "object" && data !== null && Object.hasOwn(data, name)
    ? (data as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** The value of `a.b` within one scope, by own names only: `constructor` and the like do not exist. */
const lookUp = (scope: unknown, name: string): unknown => name.split(".").reduce(own, scope);

/**
 * What a tag stands for: its name in the row it lies in, else in the letter's data. Unlike the library's own rule it
 * reads dotted register names (`lawyer.name`) inside lists too.
 */
const resolve = ({ strPath, data }: TagPath): unknown => {
  const scopes: unknown[] = [data];
  const find = (name: string): unknown =>
    scopes.map((scope) => lookUp(scope, name)).find((value) => value !== undefined);
  for (const step of strPath.slice(0, -1)) {
    const inner = find(step);
    if (typeof inner === "object") scopes.unshift(inner);
  }
  return find(strPath.at(-1) ?? "");
};

const handler = (): TemplateHandler =>
  new TemplateHandler({
    delimiters: DELIMITERS,
    scopeDataResolver: (scope) => resolve(scope as TagPath) as never,
  });

/** One tag of a template, and the list or condition it lies in ("" at the top). */
export type TemplateSlot = { readonly name: string; readonly within: string; readonly opens: boolean };

/** Every slot of a template, each with the list it lies in, in reading order. Throws where one does not close. */
export const slotsOf = async (template: Uint8Array<ArrayBuffer>): Promise<readonly TemplateSlot[]> => {
  const slots: TemplateSlot[] = [];
  const open: string[] = [];
  for (const { name, disposition } of await handler().parseTags(template.buffer)) {
    if (disposition === "Close" && open.pop() !== name) throw new RangeError(`{{/${name}}} closes nothing`);
    if (disposition !== "Close")
      slots.push({ name, within: open.at(-1) ?? "", opens: disposition === "Open" });
    if (disposition === "Open") open.push(name);
  }
  if (open.length > 0) throw new RangeError(`{{#${open.at(-1)}}} is not closed`);
  return slots;
};

const isExternal = (files: ZipFiles): boolean =>
  [...files].some(
    ([name, bytes]) =>
      name.endsWith(".rels") && /TargetMode\s*=\s*["']External/i.test(new TextDecoder().decode(bytes)),
  );

const hasPrograms = (files: ZipFiles): boolean =>
  [...files.keys()].some((name) => /vbaProject|activeX|embeddings\//i.test(name));

/** Lines that only opened or closed a list leave an empty paragraph of the style `Tag`: they are taken out. */
const EMPTY_TAG =
  /<w:p><w:pPr><w:pStyle w:val="Tag"\/>(?:(?!<\/w:pPr>).)*<\/w:pPr>(?:<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?(?:<w:t[^>]*\/>|<w:t[^>]*><\/w:t>)*<\/w:r>)*<\/w:p>/gs;

const tidied = (files: ZipFiles): ZipFiles =>
  new Map(
    [...files].map(([name, bytes]) =>
      name === "word/document.xml"
        ? [name, new TextEncoder().encode(new TextDecoder().decode(bytes).replace(EMPTY_TAG, ""))]
        : [name, bytes],
    ),
  );

const slotValue = (data: LetterData, { name, within }: TemplateSlot): unknown => {
  const list = within === "" ? undefined : lookUp(data, within);
  const row: unknown = Array.isArray(list) ? list[0] : undefined;
  return lookUp(row, name) ?? lookUp(data, name);
};

const isEmptyList = (data: LetterData, { within }: TemplateSlot): boolean => {
  const list = within === "" ? undefined : lookUp(data, within);
  return list === false || (Array.isArray(list) && list.length === 0);
};

/**
 * Fills a template. Refuses a slot without a value, by its name (a letter never has a gap), and a template that would
 * reach outside itself: external relations, macros, embedded objects (S19). Values are text and nothing but text:
 * tags and markup in them are printed as they were typed. The same template and data give the same bytes.
 */
export const mergeTemplate = async (
  template: Uint8Array<ArrayBuffer>,
  data: LetterData,
): Promise<Result<Uint8Array<ArrayBuffer>>> => {
  const files = await readZip(template);
  if (isExternal(files) || hasPrograms(files)) return refuse("value-invalid", "S19", "template");
  const slots = await slotsOf(template);
  const gap = slots.find((slot) => !isEmptyList(data, slot) && slotValue(data, slot) === undefined);
  if (gap !== undefined) return refuse("facts-missing", undefined, gap.name);
  const merged = await handler().process(template.buffer, data as never);
  return done(writeZip(tidied(await readZip(new Uint8Array(merged)))));
};
