import { cssText, paragraphStyle, runStyle, type StyleSheet, styleSheet } from "./docxStyle.ts";
import { tableHtml } from "./docxTable.ts";
import { attributeOf, childOf, elementsOf, innerText, numberOf, parseXml, type XmlElement } from "./xml.ts";
import type { ZipFiles } from "./zip.ts";

/** The body of a letter as HTML, its page rule, and which characters need which weight of the font. */
export type LetterHtml = {
  readonly body: string;
  readonly pageCss: string;
  readonly text: { readonly 400: string; readonly 700: string };
};

type Scene = { readonly sheet: StyleSheet; readonly used: { 400: string; 700: string } };

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, in an attribute too. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] as string);

/** A text as a CSS string; everything but plain characters is written as a code point. */
const cssString = (text: string): string =>
  `"${[...text].map((mark) => (/[\p{L}\p{N} ，。：、（）/.\-·]/u.test(mark) ? mark : `\\${(mark.codePointAt(0) as number).toString(16)} `)).join("")}"`;

const partHtml = (part: XmlElement): string => {
  if (part.name === "w:t") return escapeHtml(innerText(part));
  if (part.name === "w:tab") return "&emsp;";
  if (part.name === "w:br")
    return attributeOf(part, "w:type") === "page" ? '<span style="break-after:page"></span>' : "<br>";
  return part.name === "w:cr" ? "<br>" : "";
};

const runHtml = (run: XmlElement, pPr: XmlElement | undefined, { sheet, used }: Scene): string => {
  const css = runStyle(sheet, pPr, childOf(run, "w:rPr"));
  const content = elementsOf(run).map(partHtml).join("");
  if (content === "") return "";
  used[css["font-weight"] === "700" ? 700 : 400] += elementsOf(run)
    .filter(({ name }) => name === "w:t")
    .map(innerText)
    .join("");
  return `<span style="${cssText(css)}">${content}</span>`;
};

/** Wrappers whose content counts: links, accepted insertions, content controls. Deletions are left out. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "w:hyperlink",
  "w:ins",
  "w:smartTag",
  "w:sdt",
  "w:sdtContent",
  "w:fldSimple",
]);

const runsOf = (parent: XmlElement): readonly XmlElement[] =>
  elementsOf(parent).flatMap((child) =>
    child.name === "w:r" ? [child] : WRAPPERS.has(child.name) ? runsOf(child) : [],
  );

const paragraphHtml = (p: XmlElement, scene: Scene): string => {
  const pPr = childOf(p, "w:pPr");
  const runs = runsOf(p);
  const css = cssText(paragraphStyle(scene.sheet, pPr, childOf(runs[0], "w:rPr")));
  return `<p style="${css}">${runs.map((run) => runHtml(run, pPr, scene)).join("") || "<br>"}</p>`;
};

const blockHtml = (block: XmlElement, scene: Scene): string => {
  if (block.name === "w:p") return paragraphHtml(block, scene);
  if (block.name === "w:tbl") return tableHtml(block, (inner) => blockHtml(inner, scene));
  return WRAPPERS.has(block.name)
    ? elementsOf(block)
        .map((inner) => blockHtml(inner, scene))
        .join("")
    : "";
};

const FIELDS: Readonly<Record<string, string>> = { PAGE: "counter(page)", NUMPAGES: "counter(pages)" };

/** A footer as the content of a CSS page margin box: its text, and the counters where it has page fields. */
const footerContent = (footer: XmlElement, { used }: Scene): string => {
  const paragraphs = elementsOf(footer).filter(({ name }) => name === "w:p");
  const parts = paragraphs
    .flatMap(runsOf)
    .flatMap(elementsOf)
    .flatMap((part) => {
      if (part.name === "w:t") {
        used[400] += innerText(part);
        return [cssString(innerText(part))];
      }
      const field =
        part.name === "w:instrText" ? FIELDS[innerText(part).trim().split(/\s/)[0] ?? ""] : undefined;
      return field === undefined ? [] : [field];
    });
  used[400] += "0123456789";
  return parts.join(" ");
};

const part = (files: ZipFiles, name: string): XmlElement | undefined => {
  const bytes = files.get(name);
  return bytes && parseXml(new TextDecoder().decode(bytes));
};

const footerOf = (files: ZipFiles, sectPr: XmlElement | undefined): XmlElement | undefined => {
  const reference =
    sectPr &&
    elementsOf(sectPr).find(
      (child) => child.name === "w:footerReference" && attributeOf(child, "w:type") !== "first",
    );
  const id = attributeOf(reference, "r:id");
  const relations = part(files, "word/_rels/document.xml.rels");
  const target =
    relations && elementsOf(relations).find((child) => child.attributes.Id === id)?.attributes.Target;
  return target === undefined ? undefined : part(files, `word/${target.replace(/^\/?(word\/)?/, "")}`);
};

/** A4 with the margins of the section; a sheet without one gets Word's own 2.54 cm. */
const pageCss = (sectPr: XmlElement | undefined, footer: string): string => {
  const [size, margin] = [childOf(sectPr, "w:pgSz"), childOf(sectPr, "w:pgMar")];
  const pt = (of: XmlElement | undefined, name: string, otherwise: number): string =>
    `${(numberOf(of, name) ?? otherwise) / 20}pt`;
  const margins = ["w:top", "w:right", "w:bottom", "w:left"].map((side) => pt(margin, side, 1440)).join(" ");
  const box =
    footer === ""
      ? ""
      : `@bottom-center{content:${footer};font-family:"Letter Serif",serif;font-size:9pt;color:#808080}`;
  return `@page{size:${pt(size, "w:w", 11906)} ${pt(size, "w:h", 16838)};margin:${margins};${box}}`;
};

/** Turns a docx, unpacked, into HTML for printing. Throws when it is not a Word document. */
export const docxToHtml = (files: ZipFiles): LetterHtml => {
  const body = childOf(part(files, "word/document.xml"), "w:body");
  if (body === undefined) throw new RangeError("not a Word document");
  const scene: Scene = { sheet: styleSheet(part(files, "word/styles.xml")), used: { 400: "", 700: "" } };
  const html = elementsOf(body)
    .map((block) => blockHtml(block, scene))
    .join("");
  const sectPr = childOf(body, "w:sectPr");
  const footer = footerOf(files, sectPr);
  return {
    body: html,
    pageCss: pageCss(sectPr, footer === undefined ? "" : footerContent(footer, scene)),
    text: scene.used,
  };
};
