import type { CodeList } from "../codeList.ts";

/** Code list `personnelTypes`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const PERSONNEL_TYPES = {
  LAWYER: { zh: "律师", en: "Lawyer", source: "《法律援助法》第12、16条", verified: true, may: ["ALL"] },
  GRASS: { zh: "基层法律服务工作者", en: "Basic-level legal service worker", source: "《法律援助法》第12、16条;《民事诉讼法》第61条", verified: true, may: ["CONSULT", "DRAFT", "CIVIL_LIT", "ADMIN_LIT", "NON_LIT", "LABOUR_MED_ARB"], mayNot: ["CRIM_DEFENCE", "DUTY"] },
  VOL_LAWYER: { zh: "法律援助志愿者(律师)", en: "Volunteer (lawyer)", source: "《法律援助法》第17条", verified: true },
  VOL_ACAD: { zh: "法律援助志愿者(法学教研人员、法学专业学生)", en: "Volunteer (law teacher/student)", source: "《法律援助法》第17条第2款:法律咨询、代拟法律文书等", verified: true, may: ["CONSULT", "DRAFT"] },
  STAFF: { zh: "本机构具有律师资格或法律职业资格的工作人员", en: "Agency staff with legal qualification", source: "《法律援助法》第13条", verified: true, subsidy: false },
  GROUPORG: { zh: "群团组织等其他组织人员", en: "Staff of other organisations", source: "《法律援助法》第8、68条;《条例》第21条", verified: true },
} as const satisfies CodeList;
