import { CONFLICT_ROWS } from "./conflictRows.ts";
import { FITNESS_ROWS } from "./fitnessRows.ts";
import type { AssignmentScene, Finding, QualificationRow } from "./qualificationRow.ts";

/** Q1–Q16: fitness of the person, then conflicts of interest. */
export const QUALIFICATION_ROWS: readonly QualificationRow[] = [...FITNESS_ROWS, ...CONFLICT_ROWS].sort(
  (a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)),
);

/** Everything the rules have to say against assigning this person to this file; empty when nothing. */
export const qualificationOf = (scene: AssignmentScene): readonly Finding[] =>
  QUALIFICATION_ROWS.flatMap(({ id, source, say, test }) => {
    const kind = test(scene);
    return kind === null ? [] : [{ rule: id, kind, zh: say.zh, en: say.en, source }];
  });

/** True when no rule forbids the assignment. */
export const isAssignable = (findings: readonly Finding[]): boolean =>
  findings.every(({ kind }) => kind !== "block");
