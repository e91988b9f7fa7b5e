import type { CodeList } from "../codeList.ts";

/** Code list `qualityMethods`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const QUALITY_METHODS = {
  QM_HEARING: { zh: "庭审旁听", en: "Hearing observation", source: "《法律援助法》第59条", verified: true },
  QM_FILE: { zh: "案卷检查", en: "File inspection", source: "《法律援助法》第59条", verified: true },
  QM_ORGAN: { zh: "征询司法机关意见", en: "Organ opinion", source: "《法律援助法》第59条", verified: true },
  QM_VISIT: { zh: "回访受援人", en: "Recipient follow-up", source: "《法律援助法》第59条", verified: true },
  QM_PEER: { zh: "质量同行评估", en: "Peer review", source: "SF/T 0085—2020(民事行政)", verified: true },
  QM_THIRD: { zh: "第三方评估", en: "Third-party assessment", source: "《法律援助法》第57条", verified: true },
} as const satisfies CodeList;
