import type { LawMark } from "./laws.ts";
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

const tens = (value: number): string => {
  const [ten, one] = [Math.floor(value / 10), value % 10];
  return `${ten > 1 ? DIGITS.charAt(ten) : ""}${ten > 0 ? "十" : ""}${one > 0 ? DIGITS.charAt(one) : ""}`;
};

/** A whole number from 1 to 999 as laws write it: 12 十二, 105 一百零五, 313 三百一十三. */
export const chineseNumber = (value: number): string => {
  const [hundred, rest] = [Math.floor(value / 100), value % 100];
  if (hundred === 0) return tens(rest);
  const lead = `${DIGITS.charAt(hundred)}百`;
  if (rest === 0) return lead;
  return rest < 10 ? `${lead}零${DIGITS.charAt(rest)}` : `${lead}${rest < 20 ? "一" : ""}${tens(rest)}`;
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

/** How far the text of the cited law was read: V1 full text, V2 excerpt, U unverified, D a design decision. */
export const markOf = (source: Source): LawMark => LAWS[source.law].mark;
