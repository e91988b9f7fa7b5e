import type { StepTable } from "./stepRule.ts";

const LAL_64 = "《法律援助法》第64条";

/** A lead to an administrative penalty for aid obtained by fraud. The bureau's own procedure, outside the case file. */
// biome-ignore format: a table is read by columns
export const PENALTY_STEPS = {
  openLead: {
    label: { zh: "登记处罚线索", en: "Open the lead" }, lane: "penalty", from: [""], to: "opened", by: ["BUREAU"],
    needs: ["fileId", "ground", "summary"], owns: ["openedAt", "openedBy"], nowIn: "openedAt", actorIn: "openedBy", outcome: [],
    requires: [], checks: ["V03", "fraudOnly"], source: LAL_64,
  },
  imposePenalty: {
    label: { zh: "作出处理决定", en: "Impose" }, lane: "penalty", from: ["opened"], to: "decided", by: ["BUREAU"],
    needs: ["decisionNo", "decidedOn"], owns: ["decisionNo", "decidedOn", "costFen", "fineFen"], outcome: ["costFen", "fineFen"],
    requires: [], checks: ["V03", "fineWithinLimit"], source: LAL_64,
  },
  dropLead: {
    label: { zh: "不予处理", en: "Drop the lead" }, lane: "penalty", from: ["opened"], to: "dropped", by: ["BUREAU"],
    needs: ["dropReason"], owns: ["dropReason"], outcome: [], requires: [], checks: [], source: LAL_64,
  },
  recordPayment: {
    label: { zh: "记录缴纳", en: "Record the payment" }, lane: "penalty", from: ["decided"], to: "paid", by: ["BUREAU"],
    needs: ["paidOn"], owns: ["paidOn"], outcome: [], requires: [], checks: ["V03"], source: LAL_64,
  },
} as const satisfies StepTable;
