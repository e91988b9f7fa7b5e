import type { CodeList } from "../codeList.ts";

/** Code list `replacementReasons`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const REPLACEMENT_REASONS = {
  RP_RECIPIENT: { zh: "受援人请求:法律援助人员未依法履行职责", en: "Recipient: handler did not perform duties", source: "《法律援助法》第55条", verified: true },
  RP_CONFLICT: { zh: "利益冲突", en: "Conflict of interest", source: "《律师法》第39条", verified: true },
  RP_HANDLER: { zh: "承办人因客观原因申请变更指派", en: "Handler applies for change", source: "法律援助文书格式十六说明第3点", verified: true },
  RP_REFUSED: { zh: "犯罪嫌疑人、被告人拒绝辩护", en: "Suspect/defendant refuses", source: "《最高法刑诉解释》第50条;《检规》第44条", verified: true },
  RP_QUALIF: { zh: "不符合法定资质(如不足三年)", en: "Not qualified", source: "《法律援助法》第26、61条", verified: true },
  RP_STATUS: { zh: "停止执业、注销、离任等", en: "Suspended / deregistered / left", source: "一般规则", verified: false },
} as const satisfies CodeList;
