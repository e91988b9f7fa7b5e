import { citizenIdCheck } from "../../shared/kernel/citizenId.ts";
import type { Facts } from "../demo/registers.ts";
import type { Chance } from "./chance.ts";

/** Makes invented persons: valid check digits in a division that does not exist, and no two with one number. */
export type Persons = {
  readonly person: (wish?: {
    readonly ages?: readonly [number, number];
    readonly sex?: "M" | "F";
  }) => Invented;
  readonly company: () => string;
};
/** An invented person by the names of the dictionary. */
export type Invented = {
  readonly name: string;
  readonly sex: "M" | "F";
  readonly birthOn: string;
  readonly certNo: string;
  readonly phone: string;
  readonly residence: string;
};

const SURNAMES = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷",
];
const FIRST = [..."建国志永海文大家明德小秀玉春晓桂丽淑雪美金长立振宏庆俊思雨子佳欣梓浩一东学新世"];
const SECOND_M = [..."军强福涛斌勇宝远顺龙伟杰平刚辉林波峰亮成生华鹏飞山"];
const SECOND_F = [..."兰梅燕红芳娜珍琴华凤英霞敏静艳萍玲丽洁莲蓉云香菊婷"];
const TOWNS = [
  "城关镇",
  "东河镇",
  "南岭乡",
  "西坝镇",
  "北桥镇",
  "柳林乡",
  "石门镇",
  "清水乡",
  "新集镇",
  "白沙镇",
];
const STREETS = ["人民路", "建设街", "东街", "和平巷", "团结村", "红旗村", "光明小区", "河西村"];
const TRADES = ["建筑", "劳务", "机械", "食品", "物流", "商贸", "服饰", "建材", "家政", "餐饮"];
const FANCY = [..."宏远鑫盛长顺恒达金泰瑞丰华兴永昌"];

/** 999999 is no division of the country, so that an invented number can never be somebody's. */
const DIVISION = "999999";
const YEAR = 2026;
const two = (value: number): string => String(value).padStart(2, "0");

/** The invented people of one year. */
export const personsOf = (chance: Chance): Persons => {
  const taken = new Set<string>();
  const numberOf = (birthOn: string, sex: "M" | "F"): string => {
    for (;;) {
      const sequence = String(chance.whole(0, 499) * 2 + (sex === "M" ? 1 : 0)).padStart(3, "0");
      const digits = `${DIVISION}${birthOn.replaceAll("-", "")}${sequence}`;
      const certNo = `${digits}${citizenIdCheck(digits)}`;
      if (taken.has(certNo)) continue;
      taken.add(certNo);
      return certNo;
    }
  };
  return {
    person: ({ ages: [low, high] = [19, 74], sex: wished } = {}) => {
      const sex = wished ?? chance.pick(["M", "F"] as const);
      const birthOn = `${YEAR - chance.whole(low, high)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`;
      return {
        name: `${chance.pick(SURNAMES)}${chance.pick(FIRST)}${chance.pick(sex === "M" ? SECOND_M : SECOND_F)}`,
        sex,
        birthOn,
        certNo: numberOf(birthOn, sex),
        phone: `199${String(chance.whole(0, 99_999_999)).padStart(8, "0")}`,
        residence: `甲县${chance.pick(TOWNS)}${chance.pick(STREETS)}${chance.whole(1, 200)}号`,
      };
    },
    company: () =>
      `甲县${chance.pick(FANCY)}${chance.pick(FANCY)}${chance.pick(FANCY)}${chance.pick(TRADES)}有限公司`,
  };
};

/** The facts by which an aid file knows its recipient. */
export const recipientFacts = ({ name, residence, ...who }: Invented): Facts => ({
  ...who,
  personName: name,
  certType: "ID",
  residence,
  mailingAddress: residence,
});
