import type { ROLES } from "../dictionary/codes/roles.ts";
import type { Label } from "../dictionary/field.ts";

/** A role of the staff register. */
export type Role = keyof typeof ROLES & string;

/** Names of the machine checks a step runs before it is taken; see shared/commands/checks.ts. */
export type CheckName =
  | "V01"
  | "V02"
  | "V03"
  | "V04"
  | "V05"
  | "V06"
  | "V07"
  | "V08"
  | "V09"
  | "V23"
  | "V28"
  | "qualified"
  | "competence"
  | "trackProved"
  | "recusal"
  | "toldRightToApply"
  | "notSecret"
  | "supplementOver"
  | "noDefender"
  | "noMeansTest"
  | YearCheckName;

/** The checks of the year's work; see courseChecks.ts and recordChecks.ts of shared/commands. */
export type YearCheckName = CourseCheckName | RecordCheckName;

/** Checks of the later lanes of an aid file. */
export type CourseCheckName =
  | "notAhead"
  | "makeUpOver"
  | "orderedToCorrect"
  | "namesHandler"
  | "successor"
  | "assignedSince"
  | "replaces"
  | "refusalWarnings"
  | "noOpenObjection"
  | "urgent"
  | "nobodyAssigned"
  | "notTerminated"
  | "stillAided"
  | "notTheRefused"
  | "V17"
  | "V18"
  | "V21";

/** Checks of the other kinds of record. */
export type RecordCheckName =
  | "fineWithinLimit"
  | "fraudOnly"
  | "wasMaintained"
  | "moneyBack"
  | "archiveYear"
  | "keptLonger"
  | "voidRange"
  | "objectable"
  | "objectionTime"
  | "independentReviewer"
  | "transferOrder"
  | "mayVerify"
  | "shiftHours"
  | "dutyWarnings"
  | "forwarded"
  | "adoptionExplained"
  | "caseClosed"
  | "fiscalYear"
  | "askedOnce"
  | "mergeable"
  | "investigatorApart"
  | "independentQuality"
  | "scoresAdd"
  | "V19"
  | "oneClaim"
  | "paidByEntry"
  | "V20"
  | "flowFits"
  | "reversal"
  | "retentionKnown"
  | "retentionOver"
  | "transferDue"
  | "isDesignated"
  | "claimUndisputed"
  | "pairFits"
  | "oneNumber"
  | "periodFits";

/** Where another lane must stand for a step to be possible: the lane, and the stages that will do. */
export type LaneStand = readonly [lane: string, stages: readonly string[]];

/**
 * One row of a procedure. `from` and `to` are stages of the row's lane; "" is a lane not begun. `owns` are facts that
 * only this lane's steps may record, `stamps` are owned facts the product fills in itself: the moment and the actor.
 */
export type StepRule = {
  readonly label: Label;
  readonly lane: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly by: readonly Role[];
  /** Facts that must be known once the step is taken, in the order in which a person is asked for them. */
  readonly needs: readonly string[];
  readonly owns: readonly string[];
  readonly nowIn?: string;
  readonly actorIn?: string;
  /** Facts naming persons who may not take this step: the other signature of the same matter. */
  readonly apart?: readonly string[];
  /** Facts fixed by the step itself, such as the kind of decision; null takes one back. */
  readonly sets?: Readonly<Record<string, string | null>>;
  /** Owned facts taken from a record the step looks up, so that nobody is asked for them: own name → that record, its fact. */
  readonly copies?: Readonly<Record<string, readonly [related: string, fact: string]>>;
  /** A step that may be taken again: what it replaces goes, as `a/b` and after `;`, to the end of an owned text. */
  readonly keeps?: { readonly into: string; readonly of: readonly string[] };
  /** The owned facts by which two takings of the step are the same decision or another one. */
  readonly outcome: readonly string[];
  /** At least one of these must hold. Empty: no other lane matters. */
  readonly requires: readonly LaneStand[];
  readonly checks: readonly CheckName[];
  /** A step of another lane that is taken in the same op when it is possible. */
  readonly along?: string;
  readonly source: string;
};

/** A procedure: step name → rule. */
export type StepTable = Readonly<Record<string, StepRule>>;

/** A stage of a lane with its labels, in the order in which a file passes through. */
export type StageTable = Readonly<Record<string, Readonly<Record<string, Label>>>>;
