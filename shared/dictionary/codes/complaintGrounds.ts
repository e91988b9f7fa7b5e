import type { CodeList } from "../codeList.ts";

/** Code list `complaintGrounds`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const COMPLAINT_GROUNDS = {
  CG_MONEY: { zh: "收取受援人财物", en: "Took money or property", source: "《法律援助法》第20、61、63条;令149号(新闻)", verified: true },
  CG_STANDARD: { zh: "未提供符合标准的法律援助服务", en: "Service below standard", source: "令149号(新闻稿列举)", verified: true },
  CG_REPORT: { zh: "未依法通报法律援助事项办理情况", en: "Did not report progress", source: "《法律援助法》第46条第2款;令149号(新闻稿列举)", verified: true },
  CG_REFUSE: { zh: "无正当理由拒绝、拖延或者终止", en: "Refused/delayed/terminated without reason", source: "《法律援助法》第46、63条", verified: true },
  CG_LEAK: { zh: "泄露国家秘密、商业秘密、个人隐私", en: "Leak", source: "《法律援助法》第21、61、63条", verified: true },
  CG_ASSIGN: { zh: "违反规定受理、审查、指派", en: "Improper intake/examination/assignment", source: "《法律援助法》第61条", verified: true },
  CG_OTHER: { zh: "其他未依法履行职责", en: "Other", source: "令149号共七种情形,其余文本未读到", verified: false },
} as const satisfies CodeList;
