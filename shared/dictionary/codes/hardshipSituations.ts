import type { CodeList } from "../codeList.ts";

/** Code list `hardshipSituations`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const HARDSHIP_SITUATIONS = {
  H_DIBAO: { zh: "低保家庭成员", en: "Minimum-living-allowance household", source: "实务系统选项", verified: true },
  H_TEKUN: { zh: "特困人员", en: "Destitute person", source: "实务系统选项", verified: true },
  H_LOWINC: { zh: "低收入家庭成员", en: "Low-income household", source: "实务系统选项;《北京市法律援助条例》第10条", verified: true },
  H_GOV: { zh: "政府供养或者接受社会救助", en: "Supported by government / social relief", source: "实务系统选项", verified: true },
  H_RURAL: { zh: "农村困难家庭成员", en: "Poor rural household", source: "实务系统选项", verified: true },
  H_TEMP: { zh: "突发事件、重大疾病、自然灾害等临时困难", en: "Temporary hardship (disaster, illness)", source: "《山东省法律援助条例》第10条", verified: true },
  H_OTHER: { zh: "其他经济困难人员", en: "Other", source: "实务系统选项", verified: true },
} as const satisfies CodeList;
