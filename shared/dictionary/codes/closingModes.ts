import type { CodeList } from "../codeList.ts";

/** Code list `closingModes`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const CLOSING_MODES = {
  CL_JUDG: { zh: "判决", en: "Judgment", source: "诉讼法", verified: true },
  CL_RULE: { zh: "裁定", en: "Ruling", source: "诉讼法", verified: true },
  CL_COURTMED: { zh: "法院调解", en: "Court mediation", source: "诉讼法", verified: true },
  CL_AWARD: { zh: "仲裁裁决", en: "Arbitral award", source: "《劳动争议调解仲裁法》", verified: true },
  CL_ARBMED: { zh: "仲裁调解", en: "Arbitration mediation", source: "同上", verified: true },
  CL_SETTLE: { zh: "和解/非诉讼调解协议", en: "Settlement", source: "程序规定(新华社:可帮助和解、调解)", verified: true },
  CL_NOPROS: { zh: "不起诉", en: "Non-prosecution", source: "《刑事诉讼法》", verified: true },
  CL_TRANSFER: { zh: "侦查终结移送/撤销案件", en: "Investigation closed", source: "《刑事诉讼法》", verified: true },
  CL_AR: { zh: "行政复议决定", en: "Reconsideration decision", source: "《行政复议法》", verified: true },
  CL_WITHDRAW: { zh: "撤诉", en: "Suit withdrawn", source: "诉讼法", verified: true },
  CL_TERM: { zh: "终止法律援助", en: "Aid terminated", source: "《法律援助法》第48条", verified: true },
  CL_OTHER: { zh: "其他", en: "Other", source: "—", verified: false },
} as const satisfies CodeList;
