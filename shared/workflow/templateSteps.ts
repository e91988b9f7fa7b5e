import type { StepTable } from "./stepRule.ts";

/** A template's version is adopted once, whole, and never changed: whoever wants another adopts another. */
// biome-ignore format: a table is read by columns
export const TEMPLATE_STEPS = {
  adoptTemplate: {
    label: { zh: "启用文书模板", en: "Adopt the template" }, lane: "template", from: [""], to: "adopted", by: ["SYSADMIN", "HEAD"],
    needs: ["form", "version", "fromOn"], owns: ["form", "version", "fromOn", "isShipped", "hash", "bytes", "adoptedAt", "adoptedBy"],
    nowIn: "adoptedAt", actorIn: "adoptedBy", outcome: [], requires: [], checks: [], source: "法律未作规定：文书式样由本单位确定",
  },
} as const satisfies StepTable;
