import type { CodeList } from "../codeList.ts";

/** Code list `incomingDocuments`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const INCOMING_DOCUMENTS = {
  IN_NOTIFY_DEF: { zh: "通知辩护公函(法律援助通知书)", en: "Notice of defence", source: "《最高法刑诉解释》第49条;格式名称SF/T 0024—2017 8.16", verified: true, fields: ["案由", "被告人姓名", "提供法律援助的理由", "审判人员姓名和联系方式", "开庭时间地点(已确定时)"] },
  IN_NOTIFY_AG: { zh: "通知代理公函", en: "Notice of representation", source: "《最高法刑诉解释》第634条;SF/T 0024—2017 8.17(强制医疗)", verified: true },
  IN_TRANSFER: { zh: "法律援助公函(转交申请)", en: "Transfer letter", source: "SF/T 0024—2017 8.15", verified: true },
  IN_INDICT: { zh: "起诉书副本", en: "Indictment copy", source: "《最高法刑诉解释》第49条", verified: true },
  IN_JUDG: { zh: "判决书副本", en: "Judgment copy", source: "《最高法刑诉解释》第49条", verified: true },
  IN_MEASURE: { zh: "采取强制措施决定书等", en: "Coercive-measure decision", source: "广西2014实施办法(新闻)", verified: true, scope: "local" },
  IN_OPINION: { zh: "起诉意见书副本", en: "Opinion recommending prosecution", source: "一般知识,未核实", verified: false },
} as const satisfies CodeList;
