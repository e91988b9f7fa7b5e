import type { AidFacts } from "../dictionary/aidFile.ts";
import { filesOfOne, type Likeness, likenessOf, type PersonFinding, pairIdOf } from "./onePerson.ts";

/** Two files that may be one person's, and by what they look so. */
export type Duplicate = { readonly a: string; readonly b: string; readonly by: Likeness };

/** What hints are made of: the facts of a file by id, and what persons have found so far. */
export type Found = {
  readonly factsOf: (fileId: string) => AidFacts | undefined;
  readonly findings: readonly PersonFinding[];
};

/** Findings as they stand, and the files that were opened as the next stage of another: those are known to be one person's. */
const known = ({ findings, factsOf }: Found, files: readonly string[]): readonly PersonFinding[] => [
  ...findings,
  ...files.flatMap((fileId): PersonFinding[] => {
    const before = factsOf(fileId)?.previousFileId;
    return before === undefined
      ? []
      : [{ id: pairIdOf(fileId, before), fileId, otherFileId: before, stage: "linked" }];
  }),
];

/**
 * Which files of a group that shares something look like one person's and are not decided yet. Of files already known to
 * be one person's only the first is named, so that a person with ten files is one hint and not forty-five.
 */
export const duplicatesAmong = (files: readonly string[], found: Found): readonly Duplicate[] => {
  const findings = known(found, files);
  const groups = filesOfOne(findings);
  const decided = new Set(findings.filter(({ stage }) => stage === "apart").map(({ id }) => id));
  const ordered = files.toSorted();
  const firsts = ordered.filter((id, at) =>
    ordered.slice(0, at).every((earlier) => !(groups.get(id)?.includes(earlier) ?? false)),
  );
  const hints: Duplicate[] = [];
  for (const [at, b] of firsts.entries()) {
    for (const a of firsts.slice(0, at)) {
      const by = likenessOf(found.factsOf(a) ?? {}, found.factsOf(b) ?? {});
      if (by === null || decided.has(pairIdOf(a, b))) continue;
      hints.push({ a, b, by });
      break;
    }
  }
  return hints;
};
