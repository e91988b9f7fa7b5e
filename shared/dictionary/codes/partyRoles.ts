import type { CodeList } from "../codeList.ts";

/** Code list `partyRoles`: each code with its labels, the article it rests on, and whether that source was read in full. */
// biome-ignore format: a table is read by columns
export const PARTY_ROLES = {
  "1": { zh: "申请人", en: "Applicant", source: "实务系统 RYXXLB 编码(GitHub FlyzAjdjbService)", verified: true },
  "2": { zh: "咨询人", en: "Person consulting", source: "同上", verified: true },
  "3": { zh: "受援人(其他申请人)", en: "Recipient (co-applicant)", source: "同上", verified: true },
  "4": { zh: "代理申请人", en: "Applicant by proxy", source: "同上", verified: true },
  "5": { zh: "对方当事人", en: "Opposing party", source: "同上", verified: true },
} as const satisfies CodeList;
