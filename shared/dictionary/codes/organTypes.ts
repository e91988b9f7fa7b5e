import type { CodeList } from "../codeList.ts";

/** Code list `organTypes`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const ORGAN_TYPES = {
  COURT: { zh: "人民法院", en: "People's court", source: "《法律援助法》第6条", verified: true },
  PROC: { zh: "人民检察院", en: "People's procuratorate", source: "《法律援助法》第6条", verified: true },
  POLICE: { zh: "公安机关", en: "Public security organ", source: "《法律援助法》第6条", verified: true },
  STATESEC: { zh: "国家安全机关", en: "State security organ", source: "法律援助文书格式二十五(模板库)", verified: true },
  DETENTION: { zh: "看守所", en: "Detention centre", source: "《法律援助法》第14、39条;《刑事诉讼法》第36条", verified: true },
  PRISON: { zh: "监狱", en: "Prison", source: "《刑事诉讼法》第308条;《法律援助法》第39条", verified: true },
  DRUGREHAB: { zh: "强制隔离戒毒所", en: "Compulsory drug-rehab centre", source: "《法律援助法》第39条", verified: true },
  COASTGUARD: { zh: "中国海警局", en: "China Coast Guard", source: "《刑事诉讼法》第308条", verified: true },
  MILSEC: { zh: "军队保卫部门", en: "Military security department", source: "《刑事诉讼法》第308条", verified: true },
  LABARB: { zh: "劳动人事争议仲裁委员会", en: "Labour dispute arbitration commission", source: "《劳动争议调解仲裁法》第21条", verified: true },
  AR: { zh: "行政复议机关", en: "Administrative reconsideration organ", source: "《行政复议法》第18条", verified: true },
  CIVIL: { zh: "民政部门", en: "Civil affairs (verification)", source: "《法律援助法》第41条第3款", verified: true },
  HRSS: { zh: "人力资源社会保障部门", en: "Human resources and social security (verification)", source: "《法律援助法》第41条第3款", verified: true },
  DPF: { zh: "残联", en: "Disabled persons' federation", source: "《法律援助法》第68条", verified: true },
  UNION: { zh: "工会", en: "Trade union", source: "《法律援助法》第68条", verified: true },
  WOMEN: { zh: "妇联", en: "Women's federation", source: "《法律援助法》第68条", verified: true },
  YOUTH: { zh: "共青团", en: "Youth league", source: "《法律援助法》第68条", verified: true },
  VILLAGE: { zh: "村民委员会、居民委员会", en: "Villagers'/residents' committee", source: "《法律援助法》第41条第3款", verified: true },
  LEGALAID: { zh: "异地法律援助机构", en: "Other legal aid agency", source: "异地协作", verified: true },
} as const satisfies CodeList;
