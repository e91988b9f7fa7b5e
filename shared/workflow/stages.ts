import type { Label } from "../dictionary/field.ts";
import type { StageTable } from "./stepRule.ts";

/** Every stage of every lane with its labels. "" is a lane not begun; lanes that need no name for it leave it out. */
// biome-ignore format: a table is read by columns
export const STAGES = {
  application: {
    "":              { zh: "登记中", en: "Draft" },
    received:        { zh: "已收申请", en: "Received" },
    supplementing:   { zh: "待补充材料", en: "Awaiting materials" },
    verifying:       { zh: "核查中", en: "Verifying" },
    proposed:        { zh: "待审批", en: "Awaiting decision" },
    granted:         { zh: "已给予", en: "Granted" },
    denied:          { zh: "已不予", en: "Refused" },
    referred:        { zh: "已移送", en: "Referred" },
    withdrawn:       { zh: "已撤回", en: "Withdrawn" },
    withdrawnDeemed: { zh: "视为撤回", en: "Deemed withdrawn" },
  },
  service:   { served: { zh: "已送达", en: "Served" } },
  emergency: {
    emergency:   { zh: "先行提供", en: "Emergency aid" },
    regularised: { zh: "已补办", en: "Regularised" },
    terminated:  { zh: "先行提供已终止", en: "Emergency aid ended" },
  },
  notice: {
    noticeReceived:     { zh: "已收来函", en: "Letter received" },
    noticeChecked:      { zh: "已核对", en: "Letter checked" },
    returnedIncomplete: { zh: "待机关补正", en: "Returned as incomplete" },
    withdrawnByOrgan:   { zh: "机关撤回", en: "Withdrawn by organ" },
    replied:            { zh: "已复函", en: "Replied" },
    closed:             { zh: "来函办结", en: "Letter closed" },
  },
  assignment: {
    assigned: { zh: "已指派", en: "Assigned" },
    accepted: { zh: "已接受指派", en: "Accepted" },
    refused:  { zh: "不接受指派", en: "Assignment refused" },
    retained: { zh: "已签协议", en: "Agreement signed" },
  },
  consultation: {
    "":        { zh: "登记中", en: "Open" },
    appointed: { zh: "已预约", en: "Appointed" },
    answered:  { zh: "已解答", en: "Answered" },
    closed:    { zh: "已办结", en: "Closed" },
    converted: { zh: "已转申请", en: "Made an application" },
  },
} as const satisfies StageTable;

/** The label of a stage; a stage written by a newer version shows its code. */
export const stageLabel = (lane: string, stage: string): Label => {
  const table: Readonly<Record<string, Readonly<Record<string, Label>>>> = STAGES;
  const stages = Object.hasOwn(table, lane) ? table[lane] : undefined;
  return stages && Object.hasOwn(stages, stage) ? (stages[stage] as Label) : { zh: stage, en: stage };
};

/** Which lane speaks for the whole file, most advanced first: a badge shows the first of these that has begun. */
export const LANE_ORDER = ["assignment", "notice", "emergency", "application", "consultation"] as const;

/** The one stage by which people call the file: the most telling lane and its stage. */
export const headStage = (
  stages: Readonly<Record<string, string>>,
): { readonly lane: string; readonly stage: string } => {
  if (stages.assignment === "refused") return { lane: "assignment", stage: "refused" };
  if (stages.application === "denied") return { lane: "application", stage: "denied" };
  const lane = LANE_ORDER.find((name) => stages[name] !== undefined) ?? "application";
  return { lane, stage: stages[lane] ?? "" };
};
