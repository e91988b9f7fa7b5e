import { describe, expect, it } from "vitest";
import { docxToHtml } from "../../../renderer/print/docxToHtml.ts";
import { parseXml } from "../../../renderer/print/xml.ts";
import { readZip, writeZip } from "../../../renderer/print/zip.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const html = (body: string, more: Readonly<Record<string, string>> = {}) =>
  docxToHtml(
    new Map([
      ["word/document.xml", bytes(`<w:document><w:body>${body}</w:body></w:document>`)],
      ...Object.entries(more).map(([name, text]) => [name, bytes(text)] as const),
    ]),
  );
const run = (text: string, rPr = "") =>
  `<w:r>${rPr === "" ? "" : `<w:rPr>${rPr}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

describe("docx to HTML", () => {
  it("keeps alignment, indent, spacing and size", () => {
    const { body } = html(
      `<w:p><w:pPr><w:jc w:val="center"/><w:ind w:firstLine="560"/><w:spacing w:line="490" w:lineRule="exact" w:before="60"/></w:pPr>${run("文", '<w:sz w:val="28"/>')}</w:p>`,
    );
    for (const part of [
      "text-align:center",
      "text-indent:28pt",
      "line-height:24.5pt",
      "margin-top:3pt",
      "font-size:14pt",
    ])
      expect(body).toContain(part);
  });
  it("inherits from based-on styles and lets the nearest win", () => {
    const styles =
      '<w:styles><w:style w:styleId="A"><w:rPr><w:b/><w:sz w:val="20"/></w:rPr></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style></w:styles>';
    const { body, text } = html(
      `<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>${run("粗")}${run("细", '<w:b w:val="0"/>')}</w:p>`,
      { "word/styles.xml": styles },
    );
    expect(body).toContain("font-size:15pt;font-weight:700");
    expect(text).toEqual({ 400: "细", 700: "粗" });
  });
  it("spans columns and rows and draws the borders it is given", () => {
    const cell = (tcPr: string, text: string) =>
      `<w:tc><w:tcPr>${tcPr}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
    const { body } = html(
      `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>` +
        `<w:tr>${cell('<w:vMerge w:val="restart"/>', "甲")}${cell("", "乙")}</w:tr><w:tr>${cell("<w:vMerge/>", "")}${cell("", "丙")}</w:tr><w:tr>${cell('<w:gridSpan w:val="2"/>', "丁")}</w:tr></w:tbl>`,
    );
    expect(body).toContain('rowspan="2"');
    expect(body).toContain('colspan="2"');
    expect(body).toContain("border-top:1pt solid #000");
    expect(body).toContain('<col style="width:50pt"><col style="width:100pt">');
    expect(body.match(/<td/g)).toHaveLength(4);
  });
  it("turns a footer with page fields into a page margin box", () => {
    const { pageCss } = html(
      '<w:sectPr><w:footerReference w:type="default" r:id="r1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1418" w:bottom="1191" w:left="1418"/></w:sectPr>',
      {
        "word/_rels/document.xml.rels":
          '<Relationships><Relationship Id="r1" Target="footer1.xml"/></Relationships>',
        "word/footer1.xml": `<w:ftr><w:p>${run("第")}<w:r><w:instrText>PAGE</w:instrText></w:r>${run('";}&lt;/style&gt;页')}</w:p></w:ftr>`,
      },
    );
    expect(pageCss).toContain("size:595.3pt 841.9pt;margin:62.35pt 70.9pt 59.55pt 70.9pt");
    expect(pageCss).toContain('"第" counter(page)');
    expect(pageCss).not.toContain("</style>");
  });
  it("takes insertions, leaves deletions, and keeps a tracked name out of it", () => {
    expect(html(`<w:p><w:ins>${run("新")}</w:ins><w:del>${run("旧")}</w:del></w:p>`).body).toMatch(/新/);
    expect(html(`<w:p><w:ins>${run("新")}</w:ins><w:del>${run("旧")}</w:del></w:p>`).body).not.toMatch(/旧/);
  });
  it("never lets a document write CSS", () => {
    const { body } = html(
      `<w:p><w:pPr><w:jc w:val="red;background:url(x)"/></w:pPr>${run("文", '<w:color w:val="red;}"/><w:sz w:val="1;x"/>')}</w:p>`,
    );
    expect(body).not.toMatch(/url|red|;x/);
  });
});

describe("parts of a docx", () => {
  it.each(["<a>", "<a></b>", "</a>", "", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", `${"<a>".repeat(300)}`])(
    "%.20s is no document",
    (text) => {
      expect(() => parseXml(text)).toThrow(RangeError);
    },
  );
  it("reads entities, CDATA and quotes", () => {
    expect(parseXml(`<a b='1 &gt; 0'>&#x4E2D;&amp;<![CDATA[<x>]]></a>`)).toEqual({
      name: "a",
      attributes: { b: "1 > 0" },
      children: ["中&", "<x>"],
    });
  });
  it("a package survives writing and reading, with Chinese names", async () => {
    const files = new Map([
      ["字.xml", bytes("内容")],
      ["b/c", new Uint8Array(0)],
    ]);
    expect([...(await readZip(writeZip(files)))]).toEqual([...files]);
  });
  it("refuses what is no package, and one that claims more than it may", async () => {
    await expect(readZip(bytes("PK nothing"))).rejects.toThrow(RangeError);
    await expect(readZip(new Uint8Array(0))).rejects.toThrow(RangeError);
    const many = writeZip(
      new Map(Array.from({ length: 501 }, (_, at) => [`f${at}`, new Uint8Array(0)] as const)),
    );
    await expect(readZip(many)).rejects.toThrow(/too many/);
  });
  it("stops a bomb while it inflates", async () => {
    const bomb = new Uint8Array(
      await new Response(
        new Blob([new Uint8Array(30_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw")),
      ).arrayBuffer(),
    );
    const plain = writeZip(new Map([["x", bomb]]));
    const view = new DataView(plain.buffer);
    const central = view.getUint32(plain.length - 22 + 16, true);
    view.setUint16(central + 10, 8, true);
    await expect(readZip(plain)).rejects.toThrow(/too large/);
  });
});
