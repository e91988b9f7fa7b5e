import { escapeHtml } from "./docxToHtml.ts";
import { cellText, type Report, type ReportCell, type ReportTable } from "./report.ts";
import { writeZip } from "./zip.ts";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Between the margins of A4, in twentieths of a point. */
const TEXT_WIDTH = 9070;
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="850" w:footer="680" w:gutter="0"/></w:sectPr>';
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");

/** How a paragraph stands: size in half points, 宋体 for headings, the side on which numbers stand. */
type Look = { readonly size: number; readonly isHeading?: true; readonly align?: "center" | "right" };

const fontOf = ({ isHeading }: Look): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${isHeading ? "宋体" : "仿宋"}"/>`;

const runOf = (text: string, look: Look): string =>
  `<w:r><w:rPr>${fontOf(look)}${look.isHeading ? "<w:b/>" : ""}<w:sz w:val="${look.size}"/></w:rPr><w:t xml:space="preserve">${escapeHtml(text)}</w:t></w:r>`;

const paragraph = (text: string, look: Look): string => {
  const align = look.align === undefined ? "" : `<w:jc w:val="${look.align}"/>`;
  const keep = look.isHeading ? "<w:keepNext/>" : "";
  return `<w:p><w:pPr>${keep}${align}</w:pPr>${runOf(text, look)}</w:p>`;
};

const TITLE: Look = { size: 36, isHeading: true, align: "center" };
const SECTION: Look = { size: 28, isHeading: true };
const NOTE: Look = { size: 24 };
const CELL: Look = { size: 21 };
const FIGURE: Look = { size: 21, align: "right" };

type Cell = { readonly text: string; readonly look: Look };
const cellOf = (value: ReportCell): Cell => ({
  text: cellText(value),
  look: typeof value === "string" ? CELL : FIGURE,
});

const rowOf = (cells: readonly Cell[], widths: readonly number[], isHead = false): string => {
  const marks = isHead ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:trPr><w:cantSplit/></w:trPr>";
  const each = cells.map(
    ({ text, look }, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr>${paragraph(text, look)}</w:tc>`,
  );
  return `<w:tr>${marks}${each.join("")}</w:tr>`;
};

const tableOf = ({ name, widths, heads, rows }: ReportTable): string => {
  const sum = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((width) => Math.round((TEXT_WIDTH * width) / sum));
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const head = rowOf(
    heads.map((text) => ({ text, look: { ...CELL, isHeading: true } as const })),
    columns,
    true,
  );
  const body = rows.map((row) => rowOf(row.map(cellOf), columns)).join("");
  const frame = `<w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  return `${paragraph(name, SECTION)}<w:tbl>${frame}<w:tblGrid>${grid}</w:tblGrid>${head}${body}</w:tbl>`;
};

const relations = (id: string, kind: string, target: string): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;

const TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/></Types>`;
const FOOTER = `${HEAD}<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;

/**
 * The report as a Word document on A4 with page numbers, which WPS and Word open and the bureau may edit further. Its
 * bytes depend on the report alone.
 */
export const reportDocx = ({ title, notes, tables }: Report): Uint8Array<ArrayBuffer> => {
  const parts = [
    paragraph(title, TITLE),
    ...notes.map((note) => paragraph(note, NOTE)),
    ...tables.map(tableOf),
    paragraph("", NOTE),
  ];
  const body = `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${parts.join("")}${PAGE}</w:body></w:document>`;
  const files = [
    ["[Content_Types].xml", TYPES],
    ["_rels/.rels", relations("rId1", "officeDocument", "word/document.xml")],
    ["word/document.xml", body],
    ["word/_rels/document.xml.rels", relations("rId1", "footer", "footer1.xml")],
    ["word/footer1.xml", FOOTER],
  ] as const;
  return writeZip(new Map(files.map(([name, text]) => [name, new TextEncoder().encode(text)])));
};
