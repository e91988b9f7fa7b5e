import type { CodeList } from "../codeList.ts";

/** Code list `ledgerSubjects`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const LEDGER_SUBJECTS = {
  LS_BUDGET: { zh: "财政预算拨款", en: "Budget appropriation", source: "《法律援助法》第4条", verified: true, dir: "in" },
  LS_TRANSFER: { zh: "中央/省级转移支付(专项)", en: "Transfer payment", source: "一般知识,未核实", verified: false, dir: "in" },
  LS_DONATE: { zh: "社会捐赠", en: "Donation", source: "《法律援助法》第9条", verified: true, dir: "in", restricted: true },
  LS_RECOVER: { zh: "责令受援人支付的费用", en: "Cost recovered from recipient", source: "《法律援助法》第64条", verified: true, dir: "in" },
  LS_CASE: { zh: "办案补贴", en: "Case subsidy", source: "司发通〔2019〕27号意见(转述)", verified: true, dir: "out" },
  LS_DUTY: { zh: "值班律师法律帮助补贴", en: "Duty-lawyer subsidy", source: "同上", verified: true, dir: "out" },
  LS_CONSULT: { zh: "法律咨询补贴", en: "Consultation subsidy", source: "同上", verified: true, dir: "out" },
  LS_DRAFT: { zh: "代拟文书补贴", en: "Drafting subsidy", source: "新昌县实施细则(2021)", verified: true, dir: "out", scope: "local" },
  LS_DIRECT: { zh: "直接费用", en: "Direct costs", source: "司发通〔2019〕27号意见(转述)", verified: true, dir: "out" },
  LS_QC: { zh: "案件质量评估费", en: "Quality-assessment fee", source: "新昌县实施细则(2021)", verified: true, dir: "out", scope: "local" },
  LS_TRAIN: { zh: "宣传、培训、调研", en: "Publicity/training", source: "新昌县实施细则(2021)", verified: true, dir: "out", scope: "local" },
  LS_AWARD: { zh: "表彰奖励", en: "Commendation", source: "新昌县实施细则(2021)", verified: true, dir: "out", scope: "local" },
} as const satisfies CodeList;
