import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { AID_STEPS } from "../../../shared/workflow/aidSteps.ts";

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** The facts that the step `receive` still lacks, in the order of the page; the step's own stamps are not among them. */
export const missingForReceipt = (facts: AidFacts): readonly string[] =>
  AID_STEPS.receive.needs.filter((name) => isEmpty(facts[name]));
