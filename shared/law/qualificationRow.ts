import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import type { LawyerFacts } from "../dictionary/registers.ts";
import type { Day } from "../kernel/day.ts";
import type { Parameters } from "./parameters.ts";
import type { Known } from "./persons.ts";
import type { Source } from "./sources.ts";

/** How a rule speaks: it forbids the assignment, asks for an answer in writing, or only informs. */
export type FindingKind = "block" | "warn" | "note";

/** One person on one file, as the conflict search sees them: every party of the last years, over all files. */
export type PartyEntry = {
  readonly fileId: string;
  readonly name?: string;
  readonly certNo?: string;
  readonly part: "recipient" | "opposing" | "codefendant" | "victim" | "other";
  readonly lawyerId?: string;
  readonly providerId?: string;
  readonly isOpen: boolean;
  readonly isCriminal: boolean;
};

/** Duty help that a lawyer once gave to a person (Q10). */
export type DutyHelp = { readonly lawyerId: string; readonly name?: string; readonly certNo?: string };

/** Somebody from the register who could be assigned, and what the desk knows about their present work. */
export type Candidate = {
  readonly id: string;
  readonly facts: LawyerFacts;
  readonly openCases: number;
  readonly lastAssignedOn?: Day;
};

/** The rest of the world as the rules see it. */
export type AssignmentContext = {
  readonly fileId: string;
  readonly on: Day;
  readonly parameters: Parameters;
  readonly parties: readonly PartyEntry[];
  readonly dutyHelp: readonly DutyHelp[];
  /** Units other than the candidate's that could take the case (Q9). */
  readonly otherProviders: number;
  /** Of each person whose files were linked: under which names and numbers they are known. */
  readonly identities?: readonly (readonly Known[])[];
  /** The conflict search was made over all parties (Q16). */
  readonly isSearched: boolean;
};

export type AssignmentScene = {
  readonly facts: AidFacts;
  readonly lawyer: Candidate;
  readonly context: AssignmentContext;
};

/** One row: `test` answers how loudly the rule speaks here, or null when it is content. */
export type QualificationRow = {
  readonly id: `Q${number}`;
  readonly source: readonly Source[];
  readonly say: Label;
  readonly test: (scene: AssignmentScene) => FindingKind | null;
};

export type Finding = {
  readonly rule: QualificationRow["id"];
  readonly kind: FindingKind;
  readonly zh: string;
  readonly en: string;
  readonly source: readonly Source[];
};
