import type { LaterLane } from "../../parts/NextSection.tsx";

/** Steps for which the law needs more than a form: each has its own screen. */
// biome-ignore format: a table is read by columns
export const SCREEN_OF_STEP: Readonly<Record<string, string>> = {
  receive: "intake", receiveNotice: "notices",
  askForMaterials: "supplement", propose: "examination",
  grant: "decision", deny: "decision", returnProposal: "decision", giveEmergencyAid: "emergency",
  assign: "assignment", reassign: "assignment",
};

/** What may happen to a case after it was assigned, each beside the main course, in the order of the law. */
// biome-ignore format: a table is read by columns
export const LATER_LANES: readonly LaterLane[] = [
  { lane: "handling",    label: { zh: "办理", en: "Handling" } },
  { lane: "organChange", label: { zh: "办案机关变更通知", en: "Changes by the organ" } },
  { lane: "refusal",     label: { zh: "拒绝辩护、自行委托、另行指派", en: "Refusal, own counsel, new assignment" } },
  { lane: "replacement", label: { zh: "更换承办人员", en: "Another handler" } },
  { lane: "termination", label: { zh: "终止法律援助", en: "Termination" } },
  { lane: "closing",     label: { zh: "结案与归档", en: "Closing and archive" } },
];
