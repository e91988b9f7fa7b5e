import type { AidFacts } from "../dictionary/aidFile.ts";
import type { BureauFacts } from "../dictionary/registers.ts";
import type { RefusalCode } from "../kernel/refusals.ts";

/** Whoever examined, verified, decided or decided again on the file. */
const involved = (facts: AidFacts): readonly string[] =>
  [
    facts.examinerId,
    facts.deciderId,
    facts.redeciderId,
    facts.terminationVerifierId,
    facts.terminatorId,
  ].flatMap((id) => (id === undefined ? [] : [id]));

/** Who reviews, of what, in which kind of bureau; the section of any member of staff by id, "" for unknown. */
export type Review = {
  readonly reviewerId: string;
  readonly file: AidFacts;
  readonly bureau: Pick<BureauFacts, "kind" | "deptName">;
  readonly sectionOf: (staffId: string) => string;
};

/**
 * Why somebody may not review an objection: they examined or decided on the file, or, where a department of the bureau
 * does the agency's work, they sit in its section or in one of those who did (法律援助法第四十九条：同一机关审查自己的决定).
 */
export const reviewerObjection = ({
  reviewerId,
  file,
  bureau,
  sectionOf,
}: Review): RefusalCode | undefined => {
  const persons = involved(file);
  if (persons.includes(reviewerId)) return "same-person";
  if (bureau.kind !== "DESIGNATED_DEPT") return undefined;
  const own = sectionOf(reviewerId);
  const sections = [bureau.deptName ?? "", ...persons.map(sectionOf)].filter((section) => section !== "");
  return own === "" || sections.length === 0 || sections.includes(own) ? "same-section" : undefined;
};
