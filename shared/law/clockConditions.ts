import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ClockCondition } from "./deadlineRow.ts";
import type { Parameters } from "./parameters.ts";

const COURT_STAGES: ReadonlySet<string> = new Set([
  "ST_TRIAL1",
  "ST_TRIAL2",
  "ST_REMAND",
  "ST_RETRIAL",
  "ST_DEATHREV",
  "ST_COMPMED",
  "ST_ABSENTIA",
]);

/** True when the case stands before a court. */
export const isBeforeCourt = ({ proceduralStage, noticeOrganType }: AidFacts): boolean =>
  proceduralStage === undefined ? noticeOrganType === "COURT" : COURT_STAGES.has(proceduralStage);

/** True for a file that an organ's letter opened (track T5). */
export const isNotified = ({ origin, noticeReceivedAt }: AidFacts): boolean =>
  origin === "NOTIFICATION" || (origin === undefined && noticeReceivedAt !== undefined);

const isRepresentation = (facts: AidFacts): boolean => facts.noticeKind === "REPRESENTATION";

/** Grounds of 第二十五条第一款: the organ must notify, within three days; where it merely may notify, no period runs. */
const mustNotify = ({ noticeGround }: AidFacts): boolean =>
  noticeGround === undefined || noticeGround.startsWith("N25_");

const isMandatoryDefence = (facts: AidFacts): boolean =>
  isNotified(facts) && !isRepresentation(facts) && mustNotify(facts);

const notifiedBy = (organ: AidFacts["noticeOrganType"], facts: AidFacts): boolean =>
  facts.noticeOrganType === organ && isMandatoryDefence(facts);

const isCriminalDefence = (facts: AidFacts): boolean =>
  facts.aidForm === "CRIM_DEFENCE" || (isNotified(facts) && facts.noticeKind === "DEFENCE");

const isSuspectSide = (facts: AidFacts): boolean =>
  isCriminalDefence(facts) || facts.legalStatus === "CR_SUSPECT" || facts.legalStatus === "CR_DEFENDANT";

const VICTIMS: ReadonlySet<string> = new Set(["CR_VICTIM", "CR_VICTIM_KIN"]);
const PRIVATE: ReadonlySet<string> = new Set(["CR_PRIVATE", "CR_CIVIL"]);

/** A judgment or ruling of second instance is final: no appeal runs from it. */
const FINAL: ReadonlySet<string> = new Set(["ST_TRIAL2", "ST_DEATHREV"]);
const isAppealable =
  (kind: NonNullable<AidFacts["resultKind"]>) =>
  ({ resultKind, proceduralStage }: AidFacts): boolean =>
    resultKind === kind && !FINAL.has(proceduralStage ?? "");

/** A declaration of civil capacity goes by the special procedure: one instance, no appeal (民事诉讼法第一百八十五条). */
const isSpecialProcedure = ({ matter }: AidFacts): boolean => matter === "M31_6";

/** Emergency aid that ended, or whose application was refused, before anybody was assigned: nobody will be. */
const isFailedEmergency = ({ decision, emergencyEndedAt, assignedAt }: AidFacts): boolean =>
  assignedAt === undefined && (decision === "DENY" || emergencyEndedAt !== undefined);

/** The present handler stated why it was not signed in time: the rule itself excepts that (程序规定第二十七条). */
const isExcused = ({ notSignedReason, notSignedEarlier }: AidFacts): boolean =>
  notSignedReason !== undefined && notSignedEarlier?.endsWith(notSignedReason) !== true;

/** What each condition of the deadline table asks of a file. */
export const CLOCK_CONDITIONS: Readonly<
  Record<ClockCondition, (facts: AidFacts, parameters: Parameters) => boolean>
> = {
  applied: (facts) => !isNotified(facts),
  grantedOrEmergency: (facts) =>
    !isNotified(facts) &&
    (facts.decision === "GRANT" || (facts.emergencyAt !== undefined && !isFailedEmergency(facts))),
  agreementNeeded: (facts, { agreementForNotified }) =>
    facts.assignedAt !== undefined && !isExcused(facts) && (!isNotified(facts) || agreementForNotified),
  denied: ({ decision }) => decision === "DENY",
  notifiedDefence: isMandatoryDefence,
  representation: isRepresentation,
  courtOrdinary: ({ noticeOrganType, procedure }) =>
    noticeOrganType === "COURT" && procedure !== "SUMMARY" && procedure !== "FAST",
  courtDefence: (facts) => isCriminalDefence(facts) && isBeforeCourt(facts),
  criminalAgency: (facts) =>
    isRepresentation(facts) || (facts.aidForm === "CRIM_AGENCY" && isBeforeCourt(facts)),
  policeDefence: (facts) => isCriminalDefence(facts) && facts.noticeOrganType === "POLICE",
  replacementApproved: ({ replacementResult }) =>
    replacementResult === "CHANGE_PERSON" || replacementResult === "CHANGE_PROVIDER",
  suspectSide: isSuspectSide,
  victimSide: ({ legalStatus = "" }) => VICTIMS.has(legalStatus),
  privateSide: ({ legalStatus = "" }) => PRIVATE.has(legalStatus),
  policeNotice: (facts) => notifiedBy("POLICE", facts),
  procuratorateNotice: (facts) => notifiedBy("PROC", facts),
  courtTrial: (facts) =>
    isCriminalDefence(facts) &&
    isBeforeCourt(facts) &&
    facts.procedure !== "SUMMARY" &&
    facts.procedure !== "FAST",
  criminalJudgment: isAppealable("CRIM_JUDGMENT"),
  criminalRuling: isAppealable("CRIM_RULING"),
  civilJudgment: (facts) => !isSpecialProcedure(facts) && isAppealable("CIVIL_JUDGMENT")(facts),
  civilRuling: (facts) => !isSpecialProcedure(facts) && isAppealable("CIVIL_RULING")(facts),
  adminJudgment: isAppealable("ADMIN_JUDGMENT"),
  adminRuling: isAppealable("ADMIN_RULING"),
  labourAward: ({ awardReceivedOn, resultKind }) =>
    awardReceivedOn !== undefined || resultKind === "LABOUR_AWARD",
  mandatoryDefence: isMandatoryDefence,
};
