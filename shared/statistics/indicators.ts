import type { Indicator } from "./indicator.ts";
import { CASE_INDICATORS } from "./indicatorsCases.ts";
import { WORK_INDICATORS } from "./indicatorsWork.ts";

/**
 * The default indicator set. The ministry's own tables were not found [U]: another list of
 * the same shape can stand in its place. Raise `INDICATOR_TABLE` with every change of what a row counts.
 */
export const INDICATORS: readonly Indicator[] = [...CASE_INDICATORS, ...WORK_INDICATORS];

/** Which table a submitted period was counted by. */
export const INDICATOR_TABLE = "default-2";
