import type { CodeList } from "../codeList.ts";

/** Code list `nonDecisionOutcomes`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const NON_DECISION_OUTCOMES = {
  WITHDRAWN_DEEMED: { zh: "视为撤回申请", en: "Deemed withdrawn", source: "《法律援助法》第43条第2款", verified: true },
  WITHDRAWN: { zh: "申请人撤回申请", en: "Withdrawn by applicant", source: "《北京市法律援助条例》第23条(地方);国家层面为一般规则", verified: true },
  REFERRED: { zh: "告知/转送有管辖权的机构", en: "Directed to the competent agency", source: "《法律援助法》第38条;《山东省法律援助条例》第14条第3项", verified: true },
} as const satisfies CodeList;
