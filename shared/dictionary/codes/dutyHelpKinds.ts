import type { CodeList } from "../codeList.ts";

/** Code list `dutyHelpKinds`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const DUTY_HELP_KINDS = {
  DH_CONSULT: { zh: "法律咨询", en: "Consultation", source: "《法律援助法》第30条;《刑事诉讼法》第36条", verified: true },
  DH_PROC: { zh: "程序选择建议", en: "Advice on choice of procedure", source: "《法律援助法》第30条", verified: true },
  DH_MEASURE: { zh: "申请变更强制措施", en: "Apply to change coercive measure", source: "《法律援助法》第30条", verified: true },
  DH_OPINION: { zh: "对案件处理提出意见", en: "Opinion on handling", source: "《法律援助法》第30条", verified: true },
  DH_PLEDGE: { zh: "认罪认罚具结书签署在场", en: "Presence at signing of plea statement", source: "《刑事诉讼法》第174条", verified: true },
  DH_APPLY: { zh: "帮助申请法律援助", en: "Help apply for legal aid", source: "《法律援助值班律师工作办法》(2020)(新闻)", verified: true },
  DH_OTHER: { zh: "其他", en: "Other", source: "同上", verified: true },
} as const satisfies CodeList;
