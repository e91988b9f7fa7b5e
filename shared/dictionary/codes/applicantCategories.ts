import type { CodeList } from "../codeList.ts";

/** Code list `applicantCategories`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const APPLICANT_CATEGORIES = {
  DISABLED: { zh: "残疾人", en: "Person with disability", source: "实务系统人群类别;《法律援助法》第42条第1项、第45条", verified: true },
  ELDERLY: { zh: "老年人(60周岁以上)", en: "Elderly (60+)", source: "实务系统人群类别;《法律援助法》第42条第1项", verified: true },
  MINOR: { zh: "未成年人", en: "Minor (<18)", source: "实务系统人群类别;《民法典》第17条", verified: true },
  WOMAN: { zh: "妇女", en: "Woman", source: "实务系统人群类别;《妇女权益保障法》第72条", verified: true },
  MIGRANT: { zh: "农民工(进城务工人员)", en: "Migrant worker", source: "实务系统人群类别;《法律援助法》第42条第3项;《保障农民工工资支付条例》第45条", verified: true },
  FARMER: { zh: "农民", en: "Farmer", source: "实务系统人群类别", verified: true },
  ETHNIC: { zh: "少数民族", en: "Ethnic minority", source: "实务系统人群类别", verified: true },
  SOLDIER: { zh: "军人", en: "Soldier", source: "实务系统人群类别;《军人地位和权益保障法》第61条", verified: true },
  MILFAM: { zh: "军属(含烈士、因公牺牲、病故军人遗属)", en: "Military family / survivors", source: "《军人地位和权益保障法》第61条", verified: true },
  VETERAN: { zh: "退役军人", en: "Veteran", source: "《退役军人保障法》第70条", verified: true },
  FOREIGN: { zh: "外国人或无国籍人", en: "Foreigner or stateless person", source: "实务系统人群类别;《法律援助法》第69条", verified: true },
  CORRECTION: { zh: "社区矫正对象", en: "Person under community correction", source: "《社区矫正法》第43条", verified: true },
  PRISONER: { zh: "服刑人员", en: "Prisoner", source: "《法律援助法》第39条", verified: true },
  DRUGREHAB: { zh: "强制隔离戒毒人员", en: "Person in compulsory isolated drug rehabilitation", source: "《法律援助法》第39条", verified: true },
  OTHER: { zh: "其他", en: "Other", source: "实务系统人群类别", verified: true },
} as const satisfies CodeList;
