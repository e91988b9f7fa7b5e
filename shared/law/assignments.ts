import type { AidFacts } from "../dictionary/aidFile.ts";
import { isInstant, type Moment } from "../kernel/instant.ts";

/**
 * The assignment that the decision or the organ's notice called for. A successor who refuses takes `assignedAt` away; the
 * step keeps it beside the day of the replacement, and the first of these is the one whom the decision called for
 * (法律援助法第三十六条、第四十三条).
 */
export const firstAssignedAt = ({ assignedEarlier = "", assignedAt }: AidFacts): Moment | undefined => {
  const [kept] = assignedEarlier.split(";").flatMap((each) => {
    const [at, replaced] = each.split("/");
    return isInstant(at) && isInstant(replaced) && at <= replaced ? [at] : [];
  });
  return kept ?? assignedAt;
};

/** The assignment that a replacement or a new notice called for: open again once the successor has refused (第五十五条). */
export const successorAssignedAt = (facts: AidFacts): Moment | undefined => {
  const { reassignedAt } = facts;
  return reassignedAt === undefined ? undefined : handlerSince(facts);
};

/** Since when the present handler is assigned; nobody is after a refusal. */
export const handlerSince = ({ assignedAt, reassignedAt }: AidFacts): Moment | undefined => {
  if (assignedAt === undefined) return undefined;
  return reassignedAt !== undefined && reassignedAt > assignedAt ? reassignedAt : assignedAt;
};
