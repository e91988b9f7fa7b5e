import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMS } from "../../../build/letters/forms.mjs";
import { templateBytes } from "../../../build/letters/make.mjs";
import { docxToHtml } from "../../../renderer/print/docxToHtml.ts";
import { fontSlices, slicesFor, uncoveredMarks } from "../../../renderer/print/fontSlices.ts";
import { printSheet } from "../../../renderer/print/letterHtml.ts";
import { mergeTemplate, slotsOf, type TemplateSlot } from "../../../renderer/print/mergeTemplate.ts";
import { readZip, writeZip } from "../../../renderer/print/zip.ts";
import { ENTITIES, fieldOf } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import {
  DERIVED_SLOTS,
  derivedSlotsOf,
  isLetterSlot,
  type LetterData,
  letterData,
} from "../../../shared/documents/letterData.ts";
import { LETTER_FORMS, type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { APPLIED } from "./letterPersons.ts";
import { FACTS, sceneFor } from "./letterScenes.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FONT = join(ROOT, "node_modules/@fontsource/noto-serif-sc");
const template = (form: LetterForm) =>
  new Uint8Array(readFileSync(join(ROOT, `shared/documents/templates/${form}.docx`)));
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const slices = [400, 700].flatMap((weight) => fontSlices(readFileSync(join(FONT, `${weight}.css`), "utf8")));
const font = {
  slices,
  load: async (file: string) => readFileSync(join(FONT, "files", file)).toString("base64"),
};

const dataOf = (form: LetterForm, facts = FACTS[form]): LetterData => {
  const made = letterData(form, sceneFor(form, facts));
  if (!made.ok) throw new Error(`${form}: ${JSON.stringify(made.refusal)}`);
  return made.value;
};
const merged = async (form: LetterForm, data = dataOf(form)) => {
  const made = await mergeTemplate(template(form), data);
  if (!made.ok) throw new Error(`${form}: ${JSON.stringify(made.refusal)}`);
  return made.value;
};
const textOf = async (docx: Uint8Array<ArrayBuffer>) =>
  docxToHtml(await readZip(docx))
    .body.replace(/<br>/g, "\n")
    .replace(/<[^>]+>/g, "");

/** Every kind of record from which a letter is issued. */
const KINDS = [...new Set(LETTER_FORMS.flatMap((form) => letterOf(form).entities))];

const isRowSlot = (form: LetterForm, { name, within }: TemplateSlot): boolean => {
  const row: Shape = fieldOf(letterOf(form).entities[0] ?? "", within)?.row ?? {};
  const { columns = [] } = DERIVED_SLOTS[within] ?? {};
  return Object.hasOwn(row, name) || columns.includes(name) || (name === "no" && within !== "");
};

/** Forms whose sheet has a title of its own. */
const NOTICE = "值班律师提供法律帮助通知书";
const TITLES: Readonly<Partial<Record<LetterForm, string>>> = {
  "FZ-012": "协议",
  "FZ-024": NOTICE,
  "FZ-025": NOTICE,
  "FZ-026": NOTICE,
  "FZ-027": NOTICE,
};

describe("the shipped templates", () => {
  it("there is one for every letter and no other", () => {
    expect(Object.keys(FORMS).toSorted()).toEqual(LETTER_FORMS);
  });
  it.each(LETTER_FORMS)("%s is what build/letters makes today, byte for byte", async (form) => {
    expect(hash(template(form))).toBe(hash(await templateBytes(form)));
  });
  it.each(LETTER_FORMS)("%s uses only dictionary names and derived slots", async (form) => {
    const slots = await slotsOf(template(form));
    expect(slots.length).toBeGreaterThan(7);
    const unknown = slots.filter((slot) => !isRowSlot(form, slot) && !isLetterSlot(form, slot.name));
    expect(unknown).toEqual([]);
  });
  it("every derived slot says what it is, in both languages, and hides no dictionary name", () => {
    for (const [name, { zh, en }] of Object.entries(DERIVED_SLOTS)) {
      expect(zh.length * en.length).toBeGreaterThan(0);
      const hidden = KINDS.filter(
        (t) => Object.hasOwn(derivedSlotsOf(t), name) && Object.hasOwn(ENTITIES[t].shape, name),
      );
      expect(hidden, name).toEqual([]);
    }
  });
  it.each(LETTER_FORMS)("%s names official fonts, A4 and its own version on every page", async (form) => {
    const files = await readZip(template(form));
    const xml = new TextDecoder().decode(files.get("word/document.xml"));
    expect(xml).toContain("仿宋");
    expect(xml).toContain('w:w="11906"');
    expect(new TextDecoder().decode(files.get("word/footer1.xml"))).toContain("{{templateVersion}}");
  });
});

describe("merging", () => {
  it.each(LETTER_FORMS)(
    "%s merges from a complete file and leaves no slot and no empty tag line",
    async (form) => {
      const xml = new TextDecoder().decode((await readZip(await merged(form))).get("word/document.xml"));
      expect(xml).not.toMatch(/\{\{|\}\}|w:val="Tag"|undefined|\[object/);
      expect(await textOf(await merged(form))).toContain(TITLES[form] ?? letterOf(form).title.zh);
    },
  );
  it.each(LETTER_FORMS)("%s: the same file gives the same bytes", async (form) => {
    expect(hash(await merged(form))).toBe(hash(await merged(form)));
  });
  it("FZ-010 carries ground, reasons, objection right and organ on paper (第四十九条)", async () => {
    const text = await textOf(await merged("FZ-010"));
    for (const part of [
      "不属于法律援助范围",
      "借款六万元",
      "救济途径",
      "向甲县司法局提出",
      "甲县人民政府",
      "甲县人民法院",
    ])
      expect(text).toContain(part);
  });
  it("in a bureau without a center the recipient sees who decided", async () => {
    expect(await textOf(await merged("FZ-009"))).toContain("指定文件：甲司〔2025〕12号");
    const scene = sceneFor("FZ-009");
    const center = letterData("FZ-009", {
      ...scene,
      bureau: { ...scene.bureau, kind: "CENTER", deptName: "甲县法律援助中心" },
    });
    const text = await textOf(await merged("FZ-009", center.ok ? center.value : {}));
    expect(text).toContain("甲县法律援助中心");
    expect(text).not.toContain("指定文件");
  });
  it("a slot without a value is refused by name", async () => {
    const { causeText: _cause, ...rest } = dataOf("FZ-003");
    expect(await mergeTemplate(template("FZ-003"), rest)).toMatchObject({
      ok: false,
      refusal: { code: "facts-missing", detail: "causeText" },
    });
  });
  it("each material has its row, each one its own", async () => {
    const text = await textOf(await merged("FZ-005"));
    for (const { title } of APPLIED.materials ?? []) expect(text).toContain(title as string);
  });
});

describe("S19: what is typed is printed and nothing else", () => {
  const NASTY = [
    "{{bureau.phone}}",
    "{{#materials}}",
    "{{/materials}}",
    "<w:p/>",
    "</w:t><script>alert(1)</script>",
    "&lt;b&gt;",
    "]]>",
    "{{constructor}}",
    "$& $1",
  ];
  it.each(NASTY)("%s in a name stays text", async (personName) => {
    const docx = await merged("FZ-005", dataOf("FZ-005", { ...APPLIED, personName }));
    const html = docxToHtml(await readZip(docx)).body;
    expect(html).not.toContain("<script");
    const shown = (await textOf(docx))
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    expect(shown).toContain(`${personName}：`);
  });
  it("a very long text is printed whole", async () => {
    const caseFacts = "事".repeat(20_000);
    expect(await textOf(await merged("FZ-002", dataOf("FZ-002", { ...APPLIED, caseFacts })))).toContain(
      caseFacts,
    );
  });
  it("names of the language itself are no slots", async () => {
    const files = new Map(await readZip(template("FZ-005")));
    const xml = new TextDecoder()
      .decode(files.get("word/document.xml"))
      .replace("{{personName}}", "{{constructor.name}}");
    files.set("word/document.xml", new TextEncoder().encode(xml));
    expect(await mergeTemplate(writeZip(files), dataOf("FZ-005"))).toMatchObject({
      ok: false,
      refusal: { code: "facts-missing" },
    });
  });
  it.each([
    [
      "word/_rels/document.xml.rels",
      '<Relationships><Relationship Id="r" Type="t" Target="http://198.51.100.1/x" TargetMode="External"/></Relationships>',
    ],
    ["word/vbaProject.bin", "macro"],
    ["word/embeddings/oleObject1.bin", "object"],
  ])("a bureau's template that reaches outside itself (%s) is refused", async (name, content) => {
    const files = new Map([
      ...(await readZip(template("FZ-005"))),
      [name, new TextEncoder().encode(content)],
    ] as const);
    expect(await mergeTemplate(writeZip(files), dataOf("FZ-005"))).toMatchObject({
      ok: false,
      refusal: { code: "value-invalid", source: "S19" },
    });
  });
  it("the sheet for the printer carries its own fonts and may run and fetch nothing", async () => {
    const { html, uncovered } = await printSheet(await merged("FZ-010"), font, "不予法律援助决定书");
    expect(uncovered).toEqual([]);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("@font-face");
    expect(html.replace(/data:font\/woff2;base64,[A-Za-z0-9+/=]+/g, "")).not.toMatch(
      /https?:|<script|url\((?!\))/,
    );
    expect(/<title>([^<]*)</.exec(html)?.[1]).toBe("不予法律援助决定书");
  });
});

describe("the letter font", () => {
  it("has two weights of a hundred slices", () => {
    expect(slices.length).toBeGreaterThan(150);
    expect(slicesFor(slices, 700, "法").length).toBe(1);
  });
  it("says which characters it lacks, so that a rare name is looked at before printing", () => {
    expect(uncoveredMarks(slices, "孙𬭚")).toEqual(["𬭚"]);
  });
});
