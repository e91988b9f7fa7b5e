import type { YearPlan } from "../../build/year/tellYear.ts";
import { yearInMemory } from "../../build/year/yearInMemory.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import type { RecordView } from "../../shared/ops/view.ts";

/** A year of an invented county, folded: every record as state and, by kind, as view. */
export type Year = {
  readonly states: readonly RecordState[];
  readonly views: (t: string) => readonly RecordView[];
};

/** The same seed is the same year, 2025-11-24 to 2026-11-20; made by commands in memory, no journal. */
export const aYear = (plan: Partial<YearPlan> = {}): Year => {
  const { desk } = yearInMemory({ cases: 60, consultations: 300, seed: 1, ...plan });
  return { states: desk.states(), views: desk.views };
};
