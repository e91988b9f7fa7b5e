import type { Label } from "../dictionary/field.ts";
import type { Result } from "../kernel/result.ts";
import { done, refuse } from "../kernel/result.ts";
import { DECISION_CHECKS } from "./decisionChecks.ts";
import { ENTRY_CHECKS } from "./entryChecks.ts";
import { LETTER_CHECKS } from "./letterChecks.ts";
import type { Source } from "./sources.ts";
import { sourceText } from "./sources.ts";
import type { Severity, ValidationRow, ValidationScene } from "./validationRow.ts";

/** What one machine rule says about a file now. */
export type Remark = {
  readonly id: ValidationRow["id"];
  readonly severity: Severity;
  readonly say: Label;
  readonly source: readonly Source[];
};

/** The machine rules V01–V14, V22–V24 and V27–V29, in the order of their numbers. */
export const VALIDATIONS: readonly ValidationRow[] = [
  ...ENTRY_CHECKS,
  ...DECISION_CHECKS,
  ...LETTER_CHECKS,
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Everything the rules have to say, in the order of the catalogue; `ids` narrows the question to some of them. */
export const remarksOn = (scene: ValidationScene, ids?: readonly string[]): readonly Remark[] =>
  VALIDATIONS.filter(({ id, fails }) => (ids === undefined || ids.includes(id)) && fails(scene)).map(
    ({ id, severity, say, source }) => ({ id, severity, say, source }),
  );

/** The first blocking rule as a refusal with its number and article, or done when nothing blocks. */
export const refuseBlocked = (scene: ValidationScene, ids?: readonly string[]): Result<true> => {
  const blocking = VALIDATIONS.find(
    ({ id, severity, fails }) =>
      severity === "block" && (ids === undefined || ids.includes(id)) && fails(scene),
  );
  if (blocking === undefined) return done(true);
  const { refusal = "value-invalid", source, id } = blocking;
  return refuse(typeof refusal === "function" ? refusal(scene) : refusal, sourceText(source), id);
};
