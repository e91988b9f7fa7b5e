import type { CodeList } from "../codeList.ts";

/** Code list `caseSources`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const CASE_SOURCES = {
  SRC_WINDOW: { zh: "窗口申请", en: "Window", source: "《法律援助法》第23条", verified: true },
  SRC_PHONE: { zh: "12348热线转申请", en: "12348 hotline", source: "龙陵县办事指南", verified: true },
  SRC_NET: { zh: "网络申请", en: "Online", source: "龙陵县办事指南", verified: true },
  SRC_STATION: { zh: "工作站/联络点", en: "Station or contact point", source: "《法律援助法》第13条", verified: true },
  SRC_TRANSFER: { zh: "办案机关、监管场所转交", en: "Transferred by organ / custody place", source: "《法律援助法》第39条第1款", verified: true },
  SRC_DUTY: { zh: "值班律师转交", en: "Through duty lawyer", source: "《法律援助法》第39条第2款", verified: true },
  SRC_NOTIFY_D: { zh: "通知辩护", en: "Notified defence", source: "《法律援助法》第25、36条", verified: true },
  SRC_NOTIFY_A: { zh: "通知代理", en: "Notified representation", source: "《法律援助法》第28条", verified: true },
  SRC_COOP: { zh: "异地法律援助机构转送", en: "Referred by another agency", source: "异地协作", verified: true },
  SRC_GROUPORG: { zh: "群团组织转送", en: "Referred by a people's organisation", source: "《法律援助法》第68条", verified: true },
} as const satisfies CodeList;
