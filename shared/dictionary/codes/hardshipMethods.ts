import type { CodeList } from "../codeList.ts";

/** Code list `hardshipMethods`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const HARDSHIP_METHODS = {
  DIBAO_MULTIPLE: { zh: "当地最低生活保障标准的倍数", en: "Multiple of local minimum-living standard", source: "《山东省法律援助条例》(2015)第8条:2倍;保山市手册:2倍", verified: true, params: ["multiplier", "dibaoMonthly"] },
  MIN_WAGE: { zh: "不低于/按当地最低工资标准(家庭人均)", en: "Local minimum wage, household per capita", source: "《浙江省法律援助条例》(2016)", verified: true, params: ["ratio", "minWageMonthly"] },
  DISPOSABLE_RATIO: { zh: "上年度城镇居民月人均可支配收入的比例+无较大价值资产", en: "Ratio of last year's urban per-capita disposable income + no large assets, look-back 6 months", source: "《广东省法律援助经济困难公民认定办法》(粤府令268号)第3条(中山市公告转述):50%", verified: true, params: ["ratio", "disposableMonthly", "lookbackMonths", "assetTest"] },
  LOW_INCOME_FAMILY: { zh: "按低收入家庭认定标准", en: "Low-income family standard", source: "《北京市法律援助条例》第10条", verified: true, params: ["standardRef"] },
  ABOVE_DIBAO_FIXED: { zh: "高于低保标准的固定数额", en: "Fixed amount above the minimum-living standard", source: "《上海市法律援助若干规定》第6条", verified: true, params: ["amountMonthly"] },
} as const satisfies CodeList;
