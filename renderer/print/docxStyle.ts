import { attributeOf, childOf, elementsOf, numberOf, type XmlElement } from "./xml.ts";

/** Declarations of CSS by property; later ones win when two are merged. */
export type Css = Readonly<Record<string, string>>;
/** Properties by element name, the nearest definition winning. */
type Properties = ReadonlyMap<string, XmlElement>;

/** What the style sheet of a docx says: defaults, and every style with what it is based on. */
export type StyleSheet = {
  readonly paragraph: Properties;
  readonly run: Properties;
  readonly styles: ReadonlyMap<string, XmlElement>;
};

const EMPTY: Properties = new Map();

const propertiesOf = (element: XmlElement | undefined): Properties =>
  element === undefined ? EMPTY : new Map(elementsOf(element).map((child) => [child.name, child]));

const over = (...layers: readonly Properties[]): Properties => new Map(layers.flatMap((layer) => [...layer]));

/** Reads word/styles.xml; without one everything has Word's own defaults. */
export const styleSheet = (root: XmlElement | undefined): StyleSheet => {
  const defaults = childOf(root, "w:docDefaults");
  const styles = root === undefined ? [] : elementsOf(root).filter(({ name }) => name === "w:style");
  return {
    paragraph: propertiesOf(childOf(childOf(defaults, "w:pPrDefault"), "w:pPr")),
    run: propertiesOf(childOf(childOf(defaults, "w:rPrDefault"), "w:rPr")),
    styles: new Map(styles.map((style) => [attributeOf(style, "w:styleId") ?? "", style])),
  };
};

const inherited = (sheet: StyleSheet, id: string | undefined, part: "w:pPr" | "w:rPr"): Properties => {
  const line: Properties[] = [];
  const seen = new Set<string>();
  for (
    let at = id;
    at !== undefined && !seen.has(at);
    at = attributeOf(childOf(sheet.styles.get(at), "w:basedOn"))
  ) {
    seen.add(at);
    line.unshift(propertiesOf(childOf(sheet.styles.get(at), part)));
  }
  return over(...line);
};

const pt = (twips: number): string => `${twips / 20}pt`;
const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !["0", "false", "none", "off"].includes(attributeOf(element) ?? "");

// biome-ignore format: a table is read by columns
const ALIGN: Readonly<Record<string, string>> = {
  left: "left", start: "left", center: "center", right: "right", end: "right", both: "justify", distribute: "justify",
};

/** A single line of the letter's font; Word's "auto" line heights are multiples of it (240 = one line). */
const SINGLE_LINE = 1.3;

const lineHeight = (spacing: XmlElement | undefined): string => {
  const line = numberOf(spacing, "w:line");
  const rule = attributeOf(spacing, "w:lineRule") ?? "auto";
  if (line === undefined) return String(SINGLE_LINE);
  return rule === "auto" ? ((line / 240) * SINGLE_LINE).toFixed(3) : pt(line);
};

const indent = (ind: XmlElement | undefined, fontPt: number): Css => {
  const chars = (name: string): number | undefined => {
    const hundredths = numberOf(ind, name);
    return hundredths === undefined || hundredths === 0 ? undefined : (hundredths / 100) * fontPt * 20;
  };
  const first = chars("w:firstLineChars") ?? numberOf(ind, "w:firstLine");
  const hanging = numberOf(ind, "w:hanging");
  return {
    "margin-left": pt(chars("w:leftChars") ?? numberOf(ind, "w:left") ?? numberOf(ind, "w:start") ?? 0),
    "margin-right": pt(chars("w:rightChars") ?? numberOf(ind, "w:right") ?? numberOf(ind, "w:end") ?? 0),
    ...((first ?? hanging) !== undefined && { "text-indent": pt(first ?? -(hanging as number)) }),
  };
};

const colorOf = (element: XmlElement | undefined): string | undefined => {
  const value = attributeOf(element) ?? "";
  return /^[0-9a-fA-F]{6}$/.test(value) ? `#${value}` : undefined;
};

const runCss = (of: Properties): Css => {
  const size = numberOf(of.get("w:sz"));
  const color = colorOf(of.get("w:color"));
  const lines = [isOn(of.get("w:u")) && "underline", isOn(of.get("w:strike")) && "line-through"].filter(
    (each) => each !== false,
  );
  return {
    ...(size !== undefined && { "font-size": `${size / 2}pt` }),
    ...(isOn(of.get("w:b")) && { "font-weight": "700" }),
    ...(isOn(of.get("w:i")) && { "font-style": "italic" }),
    ...(lines.length > 0 && { "text-decoration": lines.join(" ") }),
    ...(color !== undefined && { color }),
    ...(attributeOf(of.get("w:vertAlign")) === "superscript" && { "vertical-align": "super" }),
    ...(attributeOf(of.get("w:vertAlign")) === "subscript" && { "vertical-align": "sub" }),
  };
};

const runProperties = (sheet: StyleSheet, pPr: XmlElement | undefined, rPr?: XmlElement): Properties =>
  over(
    sheet.run,
    inherited(sheet, attributeOf(childOf(pPr, "w:pStyle")) ?? "Normal", "w:rPr"),
    inherited(sheet, attributeOf(childOf(rPr, "w:rStyle")), "w:rPr"),
    propertiesOf(rPr),
  );

/** How a run looks: defaults, paragraph style, character style, own settings. */
export const runStyle = (sheet: StyleSheet, pPr: XmlElement | undefined, rPr: XmlElement | undefined): Css =>
  runCss(runProperties(sheet, pPr, rPr));

/** How a paragraph stands: alignment, indents, spacing, and where a page may break. */
export const paragraphStyle = (
  sheet: StyleSheet,
  pPr: XmlElement | undefined,
  firstRun?: XmlElement,
): Css => {
  const of = over(
    sheet.paragraph,
    inherited(sheet, attributeOf(childOf(pPr, "w:pStyle")) ?? "Normal", "w:pPr"),
    propertiesOf(pPr),
  );
  const spacing = of.get("w:spacing");
  const fontPt = (numberOf(runProperties(sheet, pPr, firstRun).get("w:sz")) ?? 20) / 2;
  return {
    "text-align": ALIGN[attributeOf(of.get("w:jc")) ?? "left"] ?? "left",
    "margin-top": pt(numberOf(spacing, "w:before") ?? 0),
    "margin-bottom": pt(numberOf(spacing, "w:after") ?? 0),
    "line-height": lineHeight(spacing),
    "font-size": `${fontPt}pt`,
    ...indent(of.get("w:ind"), fontPt),
    ...(isOn(of.get("w:keepNext")) && { "break-after": "avoid" }),
    ...(isOn(of.get("w:keepLines")) && { "break-inside": "avoid" }),
    ...(isOn(of.get("w:pageBreakBefore")) && { "break-before": "page" }),
  };
};

/** The text of a `style` attribute. Values are made here from numbers and fixed words, never from a document's text. */
export const cssText = (css: Css): string =>
  Object.entries(css)
    .map(([name, value]) => `${name}:${value}`)
    .join(";");
