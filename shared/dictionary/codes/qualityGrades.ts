import type { CodeList } from "../codeList.ts";

/** Code list `qualityGrades`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const QUALITY_GRADES = {
  A: { zh: "优秀", en: "Excellent", source: "颍东区案卷评查报道", verified: true },
  B: { zh: "良好", en: "Good", source: "同上", verified: true },
  C: { zh: "合格", en: "Pass", source: "同上", verified: true },
  D: { zh: "不合格", en: "Fail", source: "一般知识(评估规则四档),未核实", verified: false },
} as const satisfies CodeList;
