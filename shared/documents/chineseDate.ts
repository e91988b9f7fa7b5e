import type { Day } from "../kernel/day.ts";
import { monthOf, yearOf } from "../kernel/day.ts";
import type { Moment } from "../kernel/instant.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import { chineseNumber } from "../law/sources.ts";

const YEAR_DIGITS = "〇一二三四五六七八九";

const dateOf = (on: Day): number => Number(on.slice(8, 10));

/** A day as the body of a letter writes it: 2026年3月2日. */
export const dayInText = (on: Day): string => `${yearOf(on)}年${monthOf(on)}月${dateOf(on)}日`;

/** A day as it stands under a signature, in Chinese figures: 二〇二六年三月二日. */
export const dayInFull = (on: Day): string => {
  const year = [...String(yearOf(on))].map((digit) => YEAR_DIGITS.charAt(Number(digit))).join("");
  return `${year}年${chineseNumber(monthOf(on))}月${chineseNumber(dateOf(on))}日`;
};

/** A moment as precisely as it is known: 2026年3月2日 or 2026年3月2日14时05分. */
export const momentInText = (at: Moment): string =>
  isInstant(at)
    ? `${dayInText(dayOf(at))}${Number(at.slice(11, 13))}时${at.slice(14)}分`
    : dayInText(dayOf(at));
