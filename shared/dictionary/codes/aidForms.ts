import type { CodeList } from "../codeList.ts";

/** Code list `aidForms`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const AID_FORMS = {
  CONSULT: { zh: "法律咨询", en: "Legal consultation", source: "《法律援助法》第22条第1项", verified: true, isCase: false },
  DRAFT: { zh: "代拟法律文书", en: "Drafting legal documents", source: "《法律援助法》第22条第2项", verified: true, isCase: false },
  CRIM_DEFENCE: { zh: "刑事辩护", en: "Criminal defence", source: "《法律援助法》第22条第3项", verified: true, isCase: true },
  CRIM_AGENCY: { zh: "刑事代理", en: "Criminal representation (victim, private prosecutor, incidental civil plaintiff, compulsory-treatment respondent)", source: "《法律援助法》第22条第3项、第28、29条", verified: true, isCase: true },
  CIVIL_LIT: { zh: "民事诉讼代理", en: "Civil litigation agency", source: "《法律援助法》第22条第4项", verified: true, isCase: true },
  ADMIN_LIT: { zh: "行政诉讼代理", en: "Administrative litigation agency", source: "《法律援助法》第22条第4项", verified: true, isCase: true },
  STATE_COMP: { zh: "国家赔偿案件代理", en: "State-compensation agency", source: "《法律援助法》第22条第4项", verified: true, isCase: true },
  NON_LIT: { zh: "非诉讼代理", en: "Non-litigation agency", source: "《法律援助法》第22条第4项", verified: true, isCase: true },
  DUTY: { zh: "值班律师法律帮助", en: "Duty-lawyer legal help", source: "《法律援助法》第22条第5项、第30条", verified: true, isCase: false },
  LABOUR_MED_ARB: { zh: "劳动争议调解与仲裁代理", en: "Labour mediation and arbitration agency", source: "《法律援助法》第22条第6项", verified: true, isCase: true },
  OTHER: { zh: "法律、法规、规章规定的其他形式", en: "Other forms", source: "《法律援助法》第22条第7项", verified: true, isCase: true },
} as const satisfies CodeList;
