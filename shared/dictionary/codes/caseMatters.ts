import type { CodeList } from "../codeList.ts";

/** Code list `caseMatters`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const CASE_MATTERS = {
  M31_1: { zh: "依法请求国家赔偿", en: "State compensation", source: "《法律援助法》第31条第1项", verified: true },
  M31_2: { zh: "请求给予社会保险待遇或者社会救助", en: "Social-insurance benefits or social assistance", source: "《法律援助法》第31条第2项", verified: true },
  M31_3: { zh: "请求发给抚恤金", en: "Pension for the disabled/bereaved", source: "《法律援助法》第31条第3项", verified: true },
  M31_4: { zh: "请求给付赡养费、抚养费、扶养费", en: "Maintenance of parents / children / spouse", source: "《法律援助法》第31条第4项", verified: true },
  M31_5A: { zh: "请求确认劳动关系", en: "Confirmation of labour relationship", source: "《法律援助法》第31条第5项", verified: true },
  M31_5B: { zh: "请求支付劳动报酬", en: "Payment for labour", source: "《法律援助法》第31条第5项", verified: true },
  M31_6: { zh: "请求认定公民无民事行为能力或者限制民事行为能力", en: "Declaration of no / limited civil capacity", source: "《法律援助法》第31条第6项", verified: true },
  M31_7A: { zh: "工伤事故人身损害赔偿", en: "Work-injury personal damages", source: "《法律援助法》第31条第7项", verified: true },
  M31_7B: { zh: "交通事故人身损害赔偿", en: "Traffic-accident personal damages", source: "《法律援助法》第31条第7项", verified: true },
  M31_7C: { zh: "食品药品安全事故人身损害赔偿", en: "Food/drug-safety personal damages", source: "《法律援助法》第31条第7项", verified: true },
  M31_7D: { zh: "医疗事故人身损害赔偿", en: "Medical-accident personal damages", source: "《法律援助法》第31条第7项", verified: true },
  M31_8: { zh: "环境污染、生态破坏损害赔偿", en: "Pollution / ecological damage", source: "《法律援助法》第31条第8项", verified: true },
  M31_9: { zh: "法律、法规、规章规定的其他情形(含省级补充事项)", en: "Other (incl. provincial additions)", source: "《法律援助法》第31条第9项", verified: true, configurable: true },
  M24: { zh: "刑事辩护(犯罪嫌疑人、被告人申请)", en: "Criminal defence on application", source: "《法律援助法》第24条;《刑事诉讼法》第35条第1款", verified: true },
  M25_1: { zh: "刑事辩护(应当通知辩护)", en: "Criminal defence, mandatory notification", source: "《法律援助法》第25条第1款", verified: true },
  M25_2: { zh: "刑事辩护(可以通知辩护,普通程序)", en: "Criminal defence, discretionary notification (ordinary procedure)", source: "《法律援助法》第25条第2款", verified: true },
  M28: { zh: "强制医疗案件诉讼代理(通知代理)", en: "Compulsory-treatment representation (notified)", source: "《法律援助法》第28条", verified: true },
  M29_V: { zh: "刑事公诉案件被害人代理", en: "Victim in public prosecution", source: "《法律援助法》第29条", verified: true },
  M29_P: { zh: "刑事自诉案件自诉人代理", en: "Private prosecutor", source: "《法律援助法》第29条", verified: true },
  M29_C: { zh: "刑事附带民事诉讼原告人代理", en: "Incidental civil plaintiff", source: "《法律援助法》第29条", verified: true },
  M33: { zh: "再审/抗诉案件", en: "Retrial or protest after final judgment", source: "《法律援助法》第33条", verified: true },
  M32_1: { zh: "英雄烈士近亲属维护英雄烈士人格权益", en: "Hero/martyr personality rights", source: "《法律援助法》第32条第1项;《英雄烈士保护法》第25条", verified: true },
  M32_2: { zh: "因见义勇为行为主张相关民事权益", en: "Civil claims arising from a good-Samaritan act", source: "《法律援助法》第32条第2项", verified: true },
  M32_3: { zh: "再审改判无罪请求国家赔偿", en: "State compensation after acquittal on retrial", source: "《法律援助法》第32条第3项", verified: true },
  M32_4: { zh: "遭受虐待、遗弃或者家庭暴力的受害人主张相关权益", en: "Victim of abuse, abandonment or domestic violence", source: "《法律援助法》第32条第4项;《反家庭暴力法》第19条", verified: true },
  M32_5: { zh: "不受经济困难限制的其他情形", en: "Other cases without hardship condition", source: "《法律援助法》第32条第5项", verified: true, configurable: true },
  M_AR: { zh: "行政复议申请人", en: "Applicant in administrative reconsideration", source: "《行政复议法》(2023)第18条", verified: true },
} as const satisfies CodeList;
