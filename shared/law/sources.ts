import { LAWS } from "./laws.ts";

/** The short name of a listed law. A rule citing anything else does not compile. */
export type LawId = keyof typeof LAWS;

/** One provision: a listed law and, as far as known, its article, paragraph (款) and item (项). Plain data. */
export type Source = {
  readonly law: LawId;
  readonly article?: number;
  readonly paragraph?: number;
  readonly item?: number;
};

export type Language = "zh" | "en";

/** Cites a provision: `law("LAL", 43, 1)` is 《法律援助法》第四十三条第一款. Article 0 cites the law as a whole. */
export const law = (
  id: LawId,
  ...at: readonly [article?: number, paragraph?: number, item?: number]
): Source => {
  const [article = 0, paragraph = 0, item = 0] = at;
  return {
    law: id,
    ...(article > 0 && { article }),
    ...(paragraph > 0 && { paragraph }),
    ...(item > 0 && { item }),
  };
};

const DIGITS = "零一二三四五六七八九";

const PLACES = [
  [1000, "千"],
  [100, "百"],
  [10, "十"],
] as const;

/** A whole number from 1 to 9999 as laws write it: 12 十二, 105 一百零五, 313 三百一十三, 1045 一千零四十五. */
export const chineseNumber = (value: number): string => {
  const place = PLACES.find(([size]) => value >= size);
  if (place === undefined) return value === 0 ? "" : DIGITS.charAt(value);
  const [size, name] = place;
  const [lead, rest] = [Math.floor(value / size), value % size];
  const gap = rest > 0 && rest < size / 10 ? "零" : "";
  const one = rest >= 10 && rest < 20 ? "一" : "";
  return `${value < 20 && size === 10 ? "" : DIGITS.charAt(lead)}${name}${gap}${one}${chineseNumber(rest)}`;
};

const inChinese = ({ law: id, article, paragraph, item }: Source): string =>
  [
    LAWS[id].mark === "D" ? LAWS[id].zh : `《${LAWS[id].zh}》`,
    article === undefined ? "" : `第${chineseNumber(article)}条`,
    paragraph === undefined ? "" : `第${chineseNumber(paragraph)}款`,
    item === undefined ? "" : `第${chineseNumber(item)}项`,
  ].join("");

const inEnglish = ({ law: id, article, paragraph, item }: Source): string =>
  [
    LAWS[id].en,
    article === undefined ? "" : ` art. ${article}`,
    paragraph === undefined ? "" : ` para. ${paragraph}`,
    item === undefined ? "" : ` item ${item}`,
  ].join("");

/** The printed citation of one source, or of several joined by a semicolon. */
export const sourceText = (source: Source | readonly Source[], language: Language = "zh"): string => {
  const all = Array.isArray(source) ? (source as readonly Source[]) : [source as Source];
  return language === "zh" ? all.map(inChinese).join("；") : all.map(inEnglish).join("; ");
};
