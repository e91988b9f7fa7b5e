import type { CodeList } from "../codeList.ts";

/** Code list `meansTestTracks`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const MEANS_TEST_TRACKS = {
  T1_VERIFY: { zh: "需核查经济困难(信息共享查询)", en: "Hardship verified by data sharing", source: "《法律援助法》第41条第2款", verified: true },
  T2_PLEDGE: { zh: "需核查经济困难(个人诚信承诺)", en: "Hardship by self-declaration", source: "《法律援助法》第41条第2款", verified: true },
  T3_EXEMPT42: { zh: "免予核查经济困难状况", en: "Verification exempted", source: "《法律援助法》第42条", verified: true },
  T4_NO_COND32: { zh: "不受经济困难条件限制", en: "No hardship condition", source: "《法律援助法》第32条", verified: true },
  T5_NOTIFIED: { zh: "通知辩护/通知代理,不审查经济状况", en: "Notified - no means test", source: "《法律援助法》第25、28、36条", verified: true },
  T6_OTHERREASON: { zh: "刑事:因其他原因没有委托辩护人", en: "Criminal: no defender for other reasons", source: "《法律援助法》第24条;《刑事诉讼法》第35条第1款", verified: true },
} as const satisfies CodeList;
