import type { CodeList } from "../codeList.ts";

/** Code list `emergencyGrounds`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const EMERGENCY_GROUNDS = {
  EM44_1: { zh: "距法定时效或者期限届满不足七日,需及时提起诉讼或申请仲裁、行政复议", en: "< 7 days to limitation/period expiry", source: "《法律援助法》第44条第1款第1项", verified: true },
  EM44_2: { zh: "需要立即申请财产保全、证据保全或者先予执行", en: "Immediate preservation / advance enforcement needed", source: "《法律援助法》第44条第1款第2项", verified: true },
  EM44_3: { zh: "法律、法规、规章规定的其他情形", en: "Other", source: "《法律援助法》第44条第1款第3项", verified: true },
} as const satisfies CodeList;
