import type { AidFacts } from "../dictionary/aidFile.ts";
import { isDay } from "../kernel/day.ts";
import { isInstant, type Moment } from "../kernel/instant.ts";
import { firstAssignedAt, handlerSince, successorAssignedAt } from "./assignments.ts";
import type { ClockFact, DerivedFact } from "./deadlineRow.ts";
import { emergencyAidAt, emergencyFailedAt, failedAidEndedAt } from "./failedEmergency.ts";

/** Entries of the work log that count as the first contact with the recipient. */
const CONTACTS: ReadonlySet<string> = new Set(["AC_CONTACT", "AC_MEET"]);

/** The present handler's first contact: what a predecessor entered before the new assignment is not theirs. */
const firstContactAt = (facts: AidFacts): Moment | undefined => {
  const since = facts.reassignedAt === undefined ? undefined : handlerSince(facts);
  return (facts.activities ?? [])
    .flatMap(({ at, type }) => (at !== undefined && type !== undefined && CONTACTS.has(type) ? [at] : []))
    .filter((at) => since === undefined || at >= since)
    .reduce<Moment | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);
};

/** The closing file's earlier rounds, as the step keeps them: `filed/returned;filed/returned`. */
const rounds = ({ closingEarlier }: AidFacts): readonly (readonly (Moment | undefined)[])[] =>
  closingEarlier === undefined ? [] : closingEarlier.split(";").map((each) => each.split("/").map(momentIn));

const momentIn = (value: unknown): Moment | undefined =>
  isDay(value) || isInstant(value) ? value : undefined;

const isReturned = ({ closingResult }: AidFacts): boolean => closingResult === "FIX";

/** Moments that no fact states by itself, each read off the facts. */
export const DERIVED_MOMENTS: Readonly<Record<DerivedFact, (facts: AidFacts) => Moment | undefined>> = {
  firstContactAt,
  closingFirstFiledOn: (facts) => rounds(facts)[0]?.[0] ?? facts.closingFiledOn,
  closingReturnedAt: (facts) => (isReturned(facts) ? facts.closingReviewedAt : rounds(facts).at(-1)?.[1]),
  closingRefiledOn: (facts) => (isReturned(facts) ? undefined : facts.closingFiledOn),
  firstAssignedAt,
  successorAssignedAt,
  handlerSince,
  emergencyAidAt,
  emergencyFailedAt,
  failedAidEndedAt,
};

/** The moment a clock starts or stops by, or undefined while it is not known. */
export const momentOf = (facts: AidFacts, name: ClockFact): Moment | undefined =>
  Object.hasOwn(DERIVED_MOMENTS, name)
    ? DERIVED_MOMENTS[name as DerivedFact](facts)
    : momentIn(facts[name as Exclude<ClockFact, DerivedFact>]);
