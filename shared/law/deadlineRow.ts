import type { AidFactName } from "../dictionary/aidFile.ts";
import type { LawMark } from "./laws.ts";
import type { Source } from "./sources.ts";

/**
 * A moment that is not recorded by itself: the handler's first contact, read off the work log; the first filing of the
 * closing file, its last return and the filing after it, read off the rounds the step keeps; the
 * assignment that the decision called for, the one that a replacement called for, and the present handler's; emergency aid as far as it
 * speaks for an assignment, when it failed and when it was ended for that.
 */
export type DerivedFact =
  | "firstContactAt"
  | "closingFirstFiledOn"
  | "closingReturnedAt"
  | "closingRefiledOn"
  | "firstAssignedAt"
  | "successorAssignedAt"
  | "handlerSince"
  | "emergencyAidAt"
  | "emergencyFailedAt"
  | "failedAidEndedAt";

/** A moment of a file that starts or stops a clock: a dictionary name, or one of the derived ones. */
export type ClockFact = AidFactName | DerivedFact;

/** Conditions under which a row applies to a file; `clockConditions` says what each means. */
export type ClockCondition =
  | "applied"
  | "grantedOrEmergency"
  | "agreementNeeded"
  | "denied"
  | "notifiedDefence"
  | "representation"
  | "courtOrdinary"
  | "courtDefence"
  | "criminalAgency"
  | "policeDefence"
  | "replacementApproved"
  | "mandatoryDefence"
  | "suspectSide"
  | "victimSide"
  | "privateSide"
  | "policeNotice"
  | "procuratorateNotice"
  | "courtTrial"
  | "criminalJudgment"
  | "criminalRuling"
  | "civilJudgment"
  | "civilRuling"
  | "adminJudgment"
  | "adminRuling"
  | "labourAward";

export type PeriodUnit = "hour" | "day" | "workday" | "month" | "year";

/** One statutory period. A length of 0 means that the law names no number ("promptly"): no clock can run. */
export type DeadlineRow = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly length: number;
  readonly unit: PeriodUnit;
  /** "before": counted backwards from the trigger, as "at least 15 days before the hearing". Absent means after. */
  readonly direction?: "before";
  readonly sources: readonly Source[];
  /** Who owes the act. Clocks of others are watched and reported, not enforced. */
  readonly party: string;
  readonly status: string;
  /** A locality, "local:杭州"; absent means nationwide. */
  readonly scope?: string;
  readonly evidence: LawMark;
  /** The number was not read in a text in force: the bureau may override it, and it is shown with a mark. */
  readonly parameter?: true;
  /** The clock starts at the first of these that is known, and stops when all of `stops` are. */
  readonly starts?: readonly ClockFact[];
  readonly stops?: readonly ClockFact[];
  /** The clock starts at the latest of `starts`: a later turn begins the period anew, an older fact is left behind. */
  readonly startsLast?: true;
  /** An act done before this moment was somebody else's and does not stop the clock. */
  readonly since?: ClockFact;
  readonly when?: ClockCondition;
  /** Any of these facts says that the act is no longer owed. */
  readonly lapses?: readonly ClockFact[];
  /** Watched and shown on the file, but never a to-do of this desk: nobody here can do the act or must chase it. */
  readonly monitored?: true;
  /** The act can be asked for again: one done before the newest start answered an earlier round and does not stop it. */
  readonly repeats?: true;
  /** Where the number comes from when no article gives it. */
  readonly basis?: string;
  readonly note?: string;
};
