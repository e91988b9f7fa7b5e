import type { Label } from "../dictionary/field.ts";
import type { Source } from "./sources.ts";
import type { Severity } from "./validationRow.ts";

/** What a rule outside the catalogue of aid files says about a record now: shown, and where it warns, answered in writing. */
export type RecordRemark = {
  readonly id: string;
  readonly severity: Severity;
  readonly say: Label;
  readonly source: readonly Source[];
};
