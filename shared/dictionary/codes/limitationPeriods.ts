import type { CodeList } from "../codeList.ts";

/** Code list `limitationPeriods`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const LIMITATION_PERIODS = {
  LP_CIVIL: { zh: "民事诉讼时效", en: "Civil limitation", source: "《民法典》第188条", verified: true, length: 3, unit: "year", trigger: "权利人知道或应当知道权利受损及义务人之日" },
  LP_LABOUR: { zh: "劳动仲裁时效", en: "Labour arbitration limitation", source: "《劳动争议调解仲裁法》第27条", verified: true, length: 1, unit: "year", trigger: "知道或应当知道权利被侵害之日;拖欠劳动报酬的在职期间例外见该条" },
  LP_ADMIN: { zh: "行政诉讼起诉期限", en: "Administrative suit", source: "《行政诉讼法》第46条", verified: true, length: 6, unit: "month", trigger: "知道或应当知道行政行为" },
  LP_AR: { zh: "行政复议申请期限", en: "Administrative reconsideration", source: "《行政复议法》第20条", verified: true, length: 60, unit: "day", trigger: "知道或应当知道行政行为" },
  LP_STATECOMP: { zh: "国家赔偿请求时效", en: "State compensation", source: "《国家赔偿法》第39条", verified: true, length: 2, unit: "year", trigger: "知道或应当知道;羁押期间不计" },
  LP_RETRIAL: { zh: "申请再审期限", en: "Civil retrial application", source: "《民事诉讼法》第216条", verified: true, length: 6, unit: "month", trigger: "裁判生效" },
  LP_ARCHIVE_COUNTY: { zh: "县级档案移交进馆", en: "Transfer to county archives", source: "《档案法实施条例》(2024)第20条", verified: true, length: 10, unit: "year", trigger: "档案形成之日" },
} as const satisfies CodeList;
