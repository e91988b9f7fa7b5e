import { LAWS } from "./laws.ts";
import type { Language } from "./sources.ts";

/** Short Chinese names under which the dictionary and the step tables cite a law, beside the full ones of `LAWS`. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  最高法刑诉解释: LAWS.SPC.en,
  刑法: "Criminal Law",
  公益事业捐赠法: "Law on Donations for Public Welfare",
  法律援助值班律师工作办法: LAWS.DUT.en,
  社区矫正法: "Community Correction Law",
};

/** What a citation says in words instead of an article. The longest come first: one may be part of another. */
const PHRASES: readonly (readonly [zh: string, en: string])[] = [
  [
    "内部工作规则：案件按诉讼阶段分别立案（全国性规定未核实）",
    "House rule: one stage, one case (national rule not verified)",
  ],
  ["内部工作规则：异地协作（现行规定未读到）", "House rule: cooperation elsewhere (present rule not read)"],
  ["内部工作规则：不相容岗位分离", "House rule: separation of duties"],
  ["内部工作规则（法律未作规定）", "House rule (the law says nothing)"],
  ["内部工作规则：文书编号", "House rule: numbers of letters"],
  ["内部工作规则：期限计算", "House rule: reckoning of periods"],
  ["法律未作规定：文书式样由本单位确定", "The law says nothing: the bureau sets the form"],
  ["异地协作（条号未核实）", "Cooperation elsewhere (article not verified)"],
  ["司发通〔2019〕27号（转述）", `${LAWS.SUB.en}, as reported`],
  ["法律援助文书格式十七", "Legal Aid Document Form 17"],
  ["V05（审查与审批分离）", "V05 (examination and decision apart)"],
  ["（司法部令第149号，摘录）", ", excerpt"],
  ["司法部令第149号", LAWS.CMP.en],
  ["（全国性规定未核实）", " (national rule not verified)"],
  ["（条号未核实）", " (article not verified)"],
  ["（新华社转述）", " (as Xinhua reports)"],
  ["（参照）", " (by analogy)"],
  ["（摘录）", " (excerpt)"],
  ["内部工作规则", "House rule"],
  ["（", " ("],
  ["）", ")"],
  ["；", "; "],
  ["、", ", "],
];

const ENGLISH_NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.values(LAWS).map(({ zh, en }): [string, string] => [zh, en]),
  ...Object.entries(SHORT_NAMES),
]);

const lawName = (zh: string): string => ENGLISH_NAMES.get(zh) ?? zh;

const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const DIGITS = "零一二三四五六七八九";

/** 三百一十三 is 313: what `chineseNumber` writes, read back. */
const arabic = (text: string): string => {
  let [sum, last] = [0, 0];
  for (const sign of text) {
    const place = PLACES[sign];
    sum += place === undefined ? 0 : (last === 0 ? 1 : last) * place;
    last = place === undefined ? DIGITS.indexOf(sign) : 0;
  }
  return String(sum + last);
};

/** 第31、32条 is arts. 31, 32; 第2款 para. 2; 第1项 item 1; 第24条至第26条 art. 24 to art. 26. */
const articles = (text: string): string =>
  text
    .replace(/第([零一二三四五六七八九十百千]+)(?=[条款项])/gu, (_, number: string) => `第${arabic(number)}`)
    .replace(
      /第(\d+)((?:[、–]\d+)+)条/gu,
      (_, first: string, more: string) => ` arts. ${first}${more.replaceAll("、", ", ")}`,
    )
    .replace(/第(\d+)条/gu, " art. $1")
    .replace(/第(\d+)款/gu, " para. $1")
    .replace(/第(\d+)项/gu, " item $1")
    .replaceAll("至 ", " to ");

/**
 * A citation as the dictionary, the steps and the refusals write it, in the language of the screen. What has no English
 * name stays as it is: it can still be looked up.
 */
export const citedIn = (language: Language, text: string): string => {
  if (language === "zh") return text;
  const named = text.replace(
    /《中华人民共和国([^》]+)》|《([^》]+)》/gu,
    (_, long?: string, short?: string) => lawName(long ?? short ?? ""),
  );
  const said = PHRASES.reduce((all, [zh, en]) => all.replaceAll(zh, en), articles(named));
  return said.replace(/ {2,}/gu, " ").replaceAll("( ", "(").trim();
};
