import { citizenIdCheck } from "../../shared/kernel/citizenId.ts";

/** An invented person: nobody of this name and number exists in the records of anybody. */
export type Person = {
  readonly name: string;
  readonly sex: "M" | "F";
  readonly birthOn: string;
  readonly certNo: string;
  readonly phone: string;
};

const SURNAMES = [
  "赵",
  "钱",
  "孙",
  "李",
  "周",
  "吴",
  "郑",
  "冯",
  "陈",
  "卫",
  "蒋",
  "沈",
  "韩",
  "杨",
  "朱",
  "秦",
  "许",
  "何",
  "吕",
  "施",
  "曾",
  "单",
  "解",
  "仇",
  "欧阳",
  "夏侯",
];
const GIVEN_F = ["秀兰", "玉梅", "春燕", "晓红", "桂芳", "丽娜", "淑珍", "雪琴", "美华", "小凤"];
const GIVEN_M = ["建国", "志强", "永福", "海涛", "文斌", "大勇", "家宝", "明远", "德顺", "小龙"];
/** 999999 is no division of the country, so that an invented number can never be somebody's. */
const DIVISION = "999999";

const two = (value: number): string => String(value).padStart(2, "0");
const pick = <T>(items: readonly T[], at: number): T => items[at % items.length] as T;

/** The `index`-th invented person of about `age` years; the same index is always the same person. */
export const person = (
  index: number,
  { age, sex, year }: { age: number; sex: "M" | "F"; year: number },
): Person => {
  const [month, date] = [1 + ((index * 5) % 12), 1 + ((index * 7) % 28)];
  const birthOn = `${year - age}-${two(month)}-${two(date)}`;
  const sequence = String(100 + ((index * 2 + (sex === "M" ? 1 : 0)) % 900)).padStart(3, "0");
  const digits = `${DIVISION}${birthOn.replaceAll("-", "")}${sequence}`;
  return {
    name: `${pick(SURNAMES, index * 7 + 3)}${pick(sex === "M" ? GIVEN_M : GIVEN_F, index)}`,
    sex,
    birthOn,
    certNo: `${digits}${citizenIdCheck(digits)}`,
    phone: `199${String(10_000_000 + index * 7919).slice(0, 8)}`,
  };
};
