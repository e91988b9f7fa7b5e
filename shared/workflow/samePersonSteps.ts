import type { StepTable } from "./stepRule.ts";

const PIPL_8 = "《个人信息保护法》第8条";
const FINDING = ["fileId", "otherFileId", "findingReason", "foundAt", "finderId"] as const;

/** One applicant registered twice: found by a named person, by comparing both files, and withdrawn by one as well. */
// biome-ignore format: a table is read by columns
export const SAME_PERSON_STEPS = {
  linkPersons: {
    label: { zh: "认定为同一人", en: "Find: one person" }, lane: "samePerson", from: ["", "withdrawn"], to: "linked", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["fileId", "otherFileId", "findingReason"], owns: FINDING, nowIn: "foundAt", actorIn: "finderId",
    outcome: [], requires: [], checks: ["V03", "pairFits", "oneNumber"], source: PIPL_8,
  },
  keepApart: {
    label: { zh: "认定不是同一人", en: "Find: two persons" }, lane: "samePerson", from: ["", "withdrawn"], to: "apart", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["fileId", "otherFileId", "findingReason"], owns: FINDING, nowIn: "foundAt", actorIn: "finderId",
    outcome: [], requires: [], checks: ["V03", "pairFits"], source: PIPL_8,
  },
  withdrawFinding: {
    label: { zh: "撤销认定", en: "Withdraw the finding" }, lane: "samePerson", from: ["linked", "apart"], to: "withdrawn", by: ["CLERK", "EXAMINER", "HEAD"],
    needs: ["fileId", "otherFileId", "findingReason"], owns: FINDING, nowIn: "foundAt", actorIn: "finderId",
    outcome: [], requires: [], checks: ["V03", "pairFits"], source: PIPL_8,
  },
} as const satisfies StepTable;
