import type { CodeList } from "../codeList.ts";

/** Code list `notifiedGrounds`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const NOTIFIED_GROUNDS = {
  N25_1: { zh: "未成年人", en: "Minor", source: "《法律援助法》第25条第1款第1项;《刑事诉讼法》第278条", verified: true, mandatory: true, lawyer: "familiar_with_minors" },
  N25_2: { zh: "视力、听力、言语残疾人", en: "Person with visual, hearing or speech disability", source: "《法律援助法》第25条第1款第2项", verified: true, mandatory: true },
  N25_3: { zh: "不能完全辨认自己行为的成年人", en: "Adult unable to fully recognise own conduct", source: "《法律援助法》第25条第1款第3项", verified: true, mandatory: true },
  N25_4: { zh: "可能被判处无期徒刑、死刑的人", en: "Possible life imprisonment or death", source: "《法律援助法》第25条第1款第4项、第26条", verified: true, mandatory: true, lawyer: "ge_3_years" },
  N25_5: { zh: "申请法律援助的死刑复核案件被告人", en: "Death-penalty review defendant who applies", source: "《法律援助法》第25条第1款第5项、第26条", verified: true, mandatory: true, lawyer: "ge_3_years" },
  N25_6: { zh: "缺席审判案件的被告人", en: "Defendant tried in absentia", source: "《法律援助法》第25条第1款第6项;《刑事诉讼法》第293条", verified: true, mandatory: true },
  N25_7: { zh: "法律法规规定的其他人员", en: "Others by law", source: "《法律援助法》第25条第1款第7项", verified: true, mandatory: true },
  N25P2: { zh: "其他适用普通程序审理的被告人", en: "Other defendants tried by ordinary procedure", source: "《法律援助法》第25条第2款", verified: true, mandatory: false },
  N28: { zh: "强制医疗案件的被申请人或者被告人", en: "Respondent/defendant in compulsory-treatment case", source: "《法律援助法》第28条;《刑事诉讼法》第304条", verified: true, mandatory: true, role: "litigation_agent" },
  N48_1: { zh: "共同犯罪案件中其他被告人已委托辩护人", en: "Co-defendants already have defenders", source: "《最高法刑诉解释》(2021)第48条第1项", verified: true, mandatory: false },
  N48_2: { zh: "案件有重大社会影响", en: "Major social impact", source: "《最高法刑诉解释》第48条第2项", verified: true, mandatory: false },
  N48_3: { zh: "人民检察院抗诉", en: "Prosecution protest", source: "《最高法刑诉解释》第48条第3项", verified: true, mandatory: false },
  N48_4: { zh: "被告人的行为可能不构成犯罪", en: "Conduct may not be a crime", source: "《最高法刑诉解释》第48条第4项", verified: true, mandatory: false },
  N48_5: { zh: "有必要指派律师的其他情形", en: "Other need", source: "《最高法刑诉解释》第48条第5项", verified: true, mandatory: false },
  NPR_1: { zh: "审查起诉:可能判处三年以上有期徒刑", en: "Prosecution review: >= 3 years possible", source: "司发通〔2022〕49号意见(经晋城市方案、南京评论转述)", verified: true, mandatory: true, scope: "pilot" },
  NPR_2: { zh: "审查起诉:本人或共同犯罪嫌疑人拒不认罪", en: "Prosecution review: suspect or co-suspect denies guilt", source: "司发通〔2022〕49号意见(转述)", verified: true, mandatory: true, scope: "pilot" },
  NPR_3: { zh: "审查起诉:案情重大复杂", en: "Prosecution review: grave and complex", source: "司发通〔2022〕49号意见(转述)", verified: true, mandatory: true, scope: "pilot" },
  NPR_4: { zh: "审查起诉:可能造成重大社会影响", en: "Prosecution review: major social impact possible", source: "司发通〔2022〕49号意见(转述)", verified: true, mandatory: true, scope: "pilot" },
  N_FOREIGN: { zh: "外国籍被告人没有委托辩护人", en: "Foreign defendant without defender", source: "《最高法刑诉解释》(2021)第485条第4款", verified: true, mandatory: false },
} as const satisfies CodeList;
