import { chineseNumber, type Source, sourceText } from "../law/sources.ts";

const FULL_NAME = "《中华人民共和国法律援助法》";

const provision = ({ article, paragraph, item }: Source): string =>
  [
    article === undefined ? "" : `第${chineseNumber(article)}条`,
    paragraph === undefined ? "" : `第${chineseNumber(paragraph)}款`,
    item === undefined ? "" : `第${chineseNumber(item)}项`,
  ].join("");

/**
 * Provisions as a letter cites them: the Legal Aid Law by its full name, and a law named once for the articles that
 * follow each other: 《中华人民共和国法律援助法》第三十一条、第三十二条.
 */
export const citation = (sources: readonly Source[]): string =>
  sources
    .map((source, at) => {
      if (source.law === sources[at - 1]?.law) return `、${provision(source)}`;
      const named = source.law === "LAL" ? `${FULL_NAME}${provision(source)}` : sourceText(source);
      return `${at === 0 ? "" : "和"}${named}`;
    })
    .join("");
