/** An element of a WordprocessingML part. Names keep their prefix as written: every producer of docx uses `w:`. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
};

type Open = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
};

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Documents nest some twenty deep; more is an attack. */
const DEEPEST = 200;

const decoded = (text: string): string =>
  text.replace(/&(#x[0-9a-fA-F]+|#\d+|[a-z]+);/g, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return ENTITIES[name] ?? whole;
  });

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name, a, b]) => [name as string, decoded(a ?? b ?? "")]),
  );

const take = (open: Open[], token: RegExpExecArray): void => {
  const [, cdata, slash, name, attributes = "", selfClosed, text] = token;
  const top = open.at(-1) as Open;
  if (text !== undefined) top.children.push(decoded(text));
  else if (cdata !== undefined) top.children.push(cdata);
  else if (name !== undefined && slash === "/") {
    if (open.length < 2 || top.name !== name) throw new RangeError("the document is not well formed");
    open.pop();
  } else if (name !== undefined) {
    const element: Open = { name, attributes: attributesOf(attributes), children: [] };
    top.children.push(element);
    if (selfClosed !== "/") open.push(element);
  }
  if (open.length > DEEPEST) throw new RangeError("the document nests too deep");
};

/**
 * Parses one part of a docx. The page's content security policy allows no markup sink, so `DOMParser` is not used.
 * Throws on text that is not well formed and on a document type declaration (no entities of one's own).
 */
export const parseXml = (text: string): XmlElement => {
  if (text.includes("<!DOCTYPE")) throw new RangeError("a document type is not allowed");
  const root: Open = { name: "", attributes: {}, children: [] };
  const open: Open[] = [root];
  for (const token of text.matchAll(TOKEN)) take(open, token as RegExpExecArray);
  const element = root.children.find((child) => typeof child !== "string");
  if (open.length !== 1 || element === undefined || typeof element === "string")
    throw new RangeError("the document is not well formed");
  return element;
};

/** The child elements, text left out. */
export const elementsOf = ({ children }: XmlElement): readonly XmlElement[] =>
  children.filter((child) => typeof child !== "string");

/** The first child of that name. */
export const childOf = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent && elementsOf(parent).find((child) => child.name === name);

/** The value of an attribute, by default `w:val`. */
export const attributeOf = (element: XmlElement | undefined, name = "w:val"): string | undefined =>
  element?.attributes[name];

/** A whole number in an attribute, or undefined. */
export const numberOf = (element: XmlElement | undefined, name = "w:val"): number | undefined => {
  const text = attributeOf(element, name);
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
};

/** The text of an element and everything in it. */
export const innerText = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === "string" ? child : innerText(child))).join("");
