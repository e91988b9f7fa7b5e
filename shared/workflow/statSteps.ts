import type { StepTable } from "./stepRule.ts";

const LAL_58 = "《法律援助法》第58条";

/** The statistics of a period: counted by one person, submitted and so locked by the head. */
// biome-ignore format: a table is read by columns
export const STAT_STEPS = {
  preparePeriod: {
    label: { zh: "统计并报负责人", en: "Count and hand to the head" }, lane: "statistics", from: ["", "prepared", "returned"], to: "prepared", by: ["CLERK", "EXAMINER", "FINANCE"],
    needs: ["period", "table", "figures"], owns: ["period", "table", "figures", "bookSeq", "bookChain", "feedN", "stateHash", "preparedAt", "preparerId"],
    nowIn: "preparedAt", actorIn: "preparerId", outcome: ["figures"], requires: [], checks: ["V03", "periodFits"], source: LAL_58,
  },
  returnPeriod: {
    label: { zh: "退回重新统计", en: "Return to be counted again" }, lane: "statistics", from: ["prepared"], to: "returned", by: ["HEAD"],
    needs: ["returnReason"], owns: ["returnReason"], outcome: [], requires: [], checks: [], source: LAL_58,
  },
  submitPeriod: {
    label: { zh: "提交并锁定", en: "Submit and lock" }, lane: "statistics", from: ["prepared"], to: "submitted", by: ["HEAD"],
    needs: [], owns: ["submittedAt", "submitterId"], nowIn: "submittedAt", actorIn: "submitterId", apart: ["preparerId"], outcome: [],
    requires: [], checks: ["V03", "periodFits"], source: LAL_58,
  },
} as const satisfies StepTable;
