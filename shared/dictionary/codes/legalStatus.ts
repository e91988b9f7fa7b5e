import type { CodeList } from "../codeList.ts";

/** Code list `legalStatus`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const LEGAL_STATUS = {
  CIV_PLAINTIFF: { zh: "原告/申请人", en: "Plaintiff / claimant", source: "旧版申请表", verified: true },
  CIV_DEFENDANT: { zh: "被告/被申请人", en: "Defendant / respondent", source: "旧版申请表", verified: true },
  CIV_THIRD: { zh: "第三人", en: "Third party", source: "旧版申请表", verified: true },
  CR_SUSPECT: { zh: "犯罪嫌疑人", en: "Suspect", source: "《法律援助法》第24条", verified: true },
  CR_DEFENDANT: { zh: "被告人", en: "Defendant", source: "《法律援助法》第24条", verified: true },
  CR_VICTIM: { zh: "被害人", en: "Victim", source: "《法律援助法》第29条", verified: true },
  CR_VICTIM_KIN: { zh: "被害人法定代理人或近亲属", en: "Victim's representative or near relative", source: "《法律援助法》第29条", verified: true },
  CR_PRIVATE: { zh: "自诉人", en: "Private prosecutor", source: "《法律援助法》第29条", verified: true },
  CR_CIVIL: { zh: "附带民事诉讼原告人", en: "Incidental civil plaintiff", source: "《法律援助法》第29条", verified: true },
  CM_RESPONDENT: { zh: "强制医疗被申请人", en: "Compulsory-treatment respondent", source: "《法律援助法》第28条", verified: true },
} as const satisfies CodeList;
