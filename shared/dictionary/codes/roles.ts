import type { CodeList } from "../codeList.ts";

/** Code list `roles`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const ROLES = {
  CLERK: { zh: "窗口受理员", en: "Intake clerk", source: "设计", verified: false },
  EXAMINER: { zh: "审查员(法律援助机构工作人员)", en: "Examiner", source: "格式十六\"审核意见—工作人员\"", verified: true },
  HEAD: { zh: "法律援助机构(职能部门)负责人", en: "Head of agency / designated department", source: "格式十六\"审批意见—负责人\"", verified: true },
  BUREAU: { zh: "司法局异议/投诉审查人", en: "Bureau reviewer of objections & complaints", source: "《法律援助法》第49、56条", verified: true },
  FINANCE: { zh: "财务/补贴经办", en: "Finance officer", source: "《法律援助法》第52条", verified: true },
  ARCHIVE: { zh: "档案管理员", en: "Archivist", source: "《档案法》第14条", verified: true },
  QC: { zh: "质量监管员", en: "Quality officer", source: "《法律援助法》第59条", verified: true },
  SYSADMIN: { zh: "系统管理员", en: "System administrator", source: "设计", verified: false },
  AUDITOR: { zh: "审计/纪检(只读)", en: "Auditor (read only)", source: "《条例》第3条", verified: true },
  HANDLER: { zh: "承办人员", en: "Handler (external)", source: "《法律援助法》第46条", verified: true },
  DUTYLAWYER: { zh: "值班律师", en: "Duty lawyer", source: "《法律援助法》第14条", verified: true },
} as const satisfies CodeList;
