import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import type { Instant } from "../kernel/instant.ts";
import type { RefusalCode } from "../kernel/refusals.ts";
import type { Calendar } from "./calendar.ts";
import type { Parameters } from "./parameters.ts";
import type { Finding } from "./qualificationRow.ts";
import type { Source } from "./sources.ts";

/** block: the act is refused; warn: shown and answered; flag: counted and shown; alarm: on top of the dashboard. */
export type Severity = "block" | "warn" | "flag" | "alarm";

/** Another open file of the desk, as far as the duplicate check needs it (V22). */
export type OpenFile = {
  readonly fileId: string;
  readonly name?: string;
  readonly certNo?: string;
  readonly matter?: string;
  /** What a person found about the two files; undefined: nothing yet, then number and name tell. */
  readonly found?: "linked" | "apart";
};

/** A file and what the machine rules may know about the moment. Optional parts are looked at only where they matter. */
export type ValidationScene = {
  readonly facts: AidFacts;
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly parameters: Parameters;
  readonly otherFiles?: readonly OpenFile[];
  /** The findings on the person about to be assigned. */
  readonly assignment?: readonly Finding[];
  /** True while the examiner is about to send FZ-006. */
  readonly asksSupplement?: boolean;
  /** The number about to be printed on a letter. */
  readonly letterNumber?: string;
};

/** One machine rule. `fails` is true when the rule has something to say. */
export type ValidationRow = {
  readonly id: `V${string}`;
  readonly severity: Severity;
  readonly source: readonly Source[];
  readonly say: Label;
  /** The refusal a blocking row turns into; a function where the row covers two faults. */
  readonly refusal?: RefusalCode | ((scene: ValidationScene) => RefusalCode);
  readonly fails: (scene: ValidationScene) => boolean;
};
