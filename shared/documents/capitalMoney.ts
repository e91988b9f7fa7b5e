import type { Fen } from "../kernel/fen.ts";
import { yuanOfFen } from "../kernel/fen.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"] as const;
const GROUPS = ["", "万", "亿", "万亿"] as const;
/** Four figures make one group (万, 亿); sixteen of them are more than any amount in fen that is a safe integer. */
const GROUP_SIZE = 10_000;

/** One group of four figures. A gap between figures is one 零, however many places it spans. */
const groupInWords = (value: number): string => {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = words !== "";
    else {
      words += `${gap ? "零" : ""}${DIGITS.charAt(digit)}${PLACES[place]}`;
      gap = false;
    }
  }
  return words;
};

const wholeInWords = (yuan: number): string => {
  let words = "";
  let gap = false;
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const value = Math.floor(yuan / GROUP_SIZE ** group) % GROUP_SIZE;
    if (value === 0) gap = words !== "";
    else {
      const needsZero = words !== "" && (gap || value < GROUP_SIZE / 10);
      words += `${needsZero ? "零" : ""}${groupInWords(value)}${GROUPS[group]}`;
      gap = false;
    }
  }
  return words;
};

/** 大写: an amount in the figures used where it must not be altered, 壹万捌仟陆佰元整. Zero or more; throws below. */
export const capitalYuan = (amount: Fen): string => {
  if (amount < 0) throw new RangeError("an amount in words is never negative");
  const [yuan, jiao, cent] = [Math.floor(amount / 100), Math.floor(amount / 10) % 10, amount % 10];
  const whole = yuan > 0 ? `${wholeInWords(yuan)}元` : "";
  if (jiao === 0 && cent === 0) return `${whole || "零元"}整`;
  const zero = yuan > 0 && jiao === 0 ? "零" : "";
  const jiaoText = jiao > 0 ? `${DIGITS.charAt(jiao)}角` : "";
  return `${whole}${zero}${jiaoText}${cent > 0 ? `${DIGITS.charAt(cent)}分` : "整"}`;
};

/** An amount as a letter states it: 18,600.00元（大写：壹万捌仟陆佰元整）. */
export const moneyInText = (amount: Fen): string => `${yuanOfFen(amount)}元（大写：${capitalYuan(amount)}）`;
