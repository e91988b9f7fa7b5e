import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkTemplate, openTemplate, TEMPLATE_BYTES_MAX } from "../../../renderer/print/checkTemplate.ts";
import { mergeTemplate } from "../../../renderer/print/mergeTemplate.ts";
import { readZip, writeZip } from "../../../renderer/print/zip.ts";
import { LETTER_FORMS, type LetterForm, letterOf } from "../../../shared/documents/letters.ts";
import { mandatorySlots } from "../../../shared/documents/mandatorySlots.ts";
import { sampleData } from "../../../shared/documents/sampleData.ts";
import { nextVersion } from "../../../shared/documents/templates.ts";

const ROOT = join(import.meta.dirname, "../../..");
const shipped = (form: LetterForm) =>
  new Uint8Array(readFileSync(join(ROOT, `shared/documents/templates/${form}.docx`)));

type Edit = (text: string) => string;
/** The shipped template with one of its parts changed, or another part put in. */
const edited = async (form: LetterForm, part: string, edit: Edit) => {
  const files = new Map(await readZip(shipped(form)));
  const before = new TextDecoder().decode(files.get(part) ?? new Uint8Array());
  files.set(part, new TextEncoder().encode(edit(before)));
  return writeZip(files);
};
const DOCUMENT = "word/document.xml";
const refusalOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const opened = await openTemplate(bytes);
  return opened.ok ? "opened" : opened.refusal.code;
};

/** A package whose one entry says it is small and inflates without end. */
const bomb = (): Uint8Array<ArrayBuffer> => {
  const packed = deflateRawSync(Buffer.alloc(60_000_000));
  const name = Buffer.from(DOCUMENT);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, name, packed, central, name, end]));
};

describe("S19: a template that comes from outside is opened with care", () => {
  it.each(LETTER_FORMS)(
    "%s as shipped may be uploaded again, lacks nothing, and prints with invented data",
    async (form) => {
      const checked = await checkTemplate(form, shipped(form));
      expect(checked).toMatchObject({ ok: true, value: { report: { unknown: [], missing: [] } } });
      const merged = await mergeTemplate(shipped(form), sampleData(form));
      expect(merged.ok).toBe(true);
    },
  );
  it("what is no Word document is refused: another file, a damaged one, a sheet", async () => {
    expect(await refusalOf(new TextEncoder().encode("%PDF-1.7"))).toBe("template-foreign");
    expect(await refusalOf(shipped("FZ-005").slice(0, 20_000))).toBe("template-foreign");
    expect(await refusalOf(writeZip(new Map([["xl/workbook.xml", new Uint8Array()]])))).toBe(
      "template-foreign",
    );
  });
  it("a bomb is stopped while it inflates; a large file is not even opened", async () => {
    expect(bomb().length).toBeLessThan(TEMPLATE_BYTES_MAX);
    expect(await refusalOf(bomb())).toBe("template-foreign");
    expect(await refusalOf(new Uint8Array(TEMPLATE_BYTES_MAX + 1))).toBe("too-large");
  });
  it.each([
    ["word/vbaProject.bin", () => "macro"],
    ["word/embeddings/oleObject1.bin", () => "object"],
    ["word/media/image1.png", () => "picture"],
    [
      "[Content_Types].xml",
      (text: string) => text.replace("wordprocessingml.document.main", "ms-word.document.macroEnabled.main"),
    ],
    [
      "word/_rels/document.xml.rels",
      () =>
        '<Relationships><Relationship Id="r" Type="t" Target="http://198.51.100.1/" TargetMode="External"/></Relationships>',
    ],
    [
      DOCUMENT,
      (text: string) =>
        text.replace("<w:body>", "<w:body><w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>"),
    ],
  ])("what reaches outside itself is refused: %s", async (part, edit: Edit) => {
    expect(await refusalOf(await edited("FZ-005", part, edit))).toBe("template-unsafe");
  });
  it("no entities of one's own, no part that is not well formed", async () => {
    const entities = await edited("FZ-005", DOCUMENT, (text) =>
      text.replace("<w:document", '<!DOCTYPE a [<!ENTITY b "c">]><w:document'),
    );
    expect(await refusalOf(entities)).toBe("template-foreign");
    expect(await refusalOf(await edited("FZ-005", DOCUMENT, () => "<w:document>"))).toBe("template-foreign");
  });
});

describe("every slot of a bureau's template is checked against the dictionary", () => {
  const report = async (form: LetterForm, edit: Edit) => {
    const checked = await checkTemplate(form, await edited(form, DOCUMENT, edit));
    return checked.ok ? checked.value.report : checked.refusal.code;
  };
  it("an unknown name, a name of another record and a list printed as text are named", async () => {
    const edit: Edit = (text) =>
      text.replace("{{personName}}", "{{perssonName}}{{objectorName}}{{materials}}{{constructor}}");
    expect(await report("FZ-005", edit)).toMatchObject({
      unknown: ["perssonName", "objectorName", "materials", "constructor"],
    });
  });
  it.each(["FZ-010", "FZ-018", "FZ-020"] as const)(
    "%s without its remedy may not be adopted (第四十九条)",
    async (form) => {
      const slot = form === "FZ-020" ? "objectionRemedy" : "objectionText";
      expect(mandatorySlots(form)).toContain(slot);
      expect(letterOf(form).needsRemedy).toBe(true);
      const without = await report(form, (text) => text.replaceAll(`{{${slot}}}`, "以法律规定为准"));
      expect(without).toMatchObject({ unknown: [], missing: [slot] });
    },
  );
  it("tags that do not close are refused", async () => {
    expect(await report("FZ-005", (text) => text.replace("{{/materials}}", ""))).toBe("template-foreign");
  });
  it("a version is named by its number and its bytes", () => {
    const hash = createHash("sha256").update(shipped("FZ-005")).digest("hex");
    expect(nextVersion([], hash)).toBe(`1-${hash.slice(0, 8)}`);
  });
});
