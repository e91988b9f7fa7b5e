import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Moment } from "../kernel/instant.ts";

/** The formalities never came: the step that lets emergency aid lapse says why. */
const hasLapsed = ({ emergencyLapseReason }: AidFacts): boolean => emergencyLapseReason !== undefined;

/**
 * The decision to give emergency aid, as long as it speaks for an assignment: after a lapse in which nobody was assigned
 * in time, a later grant counts from itself (法律援助法第四十三条、第四十四条).
 */
export const emergencyAidAt = (facts: AidFacts): Moment | undefined => {
  const { emergencyAt, emergencyEndedAt, assignedAt } = facts;
  const wasAssigned =
    assignedAt !== undefined && (emergencyEndedAt === undefined || assignedAt <= emergencyEndedAt);
  return hasLapsed(facts) && !wasAssigned ? undefined : emergencyAt;
};

/** When it became certain that emergency aid stands on nothing: refused, withdrawn or lapsed; a later grant heals it. */
export const emergencyFailedAt = (facts: AidFacts): Moment | undefined => {
  const { emergencyAt, decision, decidedAt, withdrawnAt, emergencyEndedAt } = facts;
  if (emergencyAt === undefined || decision === "GRANT") return undefined;
  if (decision === "DENY") return decidedAt;
  return withdrawnAt ?? (hasLapsed(facts) ? emergencyEndedAt : undefined);
};

/** When aid that failed was ended: for a case that somebody handles, by the decision to terminate (第四十八条). */
export const failedAidEndedAt = (facts: AidFacts): Moment | undefined =>
  facts.assignedAt === undefined ? facts.emergencyEndedAt : facts.terminatedAt;
