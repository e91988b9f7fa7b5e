import type { StepTable } from "./stepRule.ts";

/** Voiding official numbers: spoiled ones, and at the end of a year those of a block that nobody used. Never undone. */
// biome-ignore format: a table is read by columns
export const NUMBER_STEPS = {
  voidNumbers: {
    label: { zh: "作废编号", en: "Void numbers" }, lane: "numberVoid", from: [""], to: "void", by: ["HEAD", "CLERK", "ARCHIVE"],
    needs: ["series", "year", "from", "to", "reason"], owns: ["series", "year", "from", "to", "reason", "voidedAt", "voiderId"], nowIn: "voidedAt", actorIn: "voiderId",
    outcome: ["from", "to"], requires: [], checks: ["V03", "voidRange"], source: "内部工作规则（法律未作规定）",
  },
} as const satisfies StepTable;
