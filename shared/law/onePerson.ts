import type { AidFacts } from "../dictionary/aidFile.ts";
import type { SamePersonFacts } from "../dictionary/samePerson.ts";
import { plainCertNo } from "../kernel/citizenId.ts";
import { bornOn, plainName } from "./persons.ts";

/** By what two files look like one person's: the certificate number, or name with birth and telephone. */
export type Likeness = "number" | "details";
/** What a person found about two files, and where that finding stands. */
export type PersonFinding = {
  readonly id: string;
  readonly fileId: string;
  readonly otherFileId: string;
  readonly stage: string;
};
/** Two findings, or a finding and what the files say by now, that cannot both be true: a person decides. */
export type Contradiction = { readonly finding: PersonFinding; readonly why: "apart" | "number" };

/** Of an id without hyphens, as many signs as a UUID has. */
const ID_SIGNS = 32;
const signsOf = (id: string): string => id.replaceAll("-", "").slice(-ID_SIGNS);

/** The id of the finding about two files: the same whichever is named first, and at whichever desk. */
export const pairIdOf = (a: string, b: string): string => [a, b].toSorted().map(signsOf).join("");

const detailsOf = (facts: AidFacts): string | undefined => {
  const { personName = "", phone = "" } = facts;
  const digits = phone.replaceAll(/\D/g, "");
  const born = bornOn(facts);
  return personName === "" || digits === "" || born === null
    ? undefined
    : `${plainName(personName)}/${born}/${digits}`;
};

/** What a file's person is looked up by: one key for the number, one for the details, as far as they are known. */
export const personKeys = (facts: AidFacts): readonly string[] => {
  const details = detailsOf(facts);
  return [
    ...(facts.certNo === undefined ? [] : [`number/${plainCertNo(facts.certNo)}`]),
    ...(details === undefined ? [] : [`details/${details}`]),
  ];
};

/** Whether both files state a certificate number, and not the same: then they are not one person's. */
export const numbersDiffer = (a: AidFacts, b: AidFacts): boolean =>
  a.certNo !== undefined && b.certNo !== undefined && plainCertNo(a.certNo) !== plainCertNo(b.certNo);

/** By what two files look like one person's; null when they do not. */
export const likenessOf = (a: AidFacts, b: AidFacts): Likeness | null => {
  if (numbersDiffer(a, b)) return null;
  if (a.certNo !== undefined && b.certNo !== undefined) return "number";
  const details = detailsOf(a);
  return details !== undefined && details === detailsOf(b) ? "details" : null;
};

type FindingView = {
  readonly id: string;
  readonly facts: object;
  readonly stages: Readonly<Record<string, string>>;
};

/** The findings that records of kind samePerson state. */
export const findingsOf = (views: Iterable<FindingView>): readonly PersonFinding[] =>
  [...views].flatMap(({ id, facts, stages: { samePerson: stage = "" } }) => {
    const { fileId, otherFileId } = facts as SamePersonFacts;
    return fileId === undefined || otherFileId === undefined ? [] : [{ id, fileId, otherFileId, stage }];
  });

/**
 * The files of one person, by the id of each: whatever findings tie together, over however many files. Files that no
 * finding ties to another are not in it. The order of the findings does not matter.
 */
export const filesOfOne = (findings: readonly PersonFinding[]): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, readonly string[]>();
  for (const { fileId, otherFileId, stage } of findings) {
    if (stage !== "linked") continue;
    const all = [fileId, otherFileId].flatMap((id) => groups.get(id) ?? [id]);
    const group = [...new Set(all)].toSorted();
    for (const id of group) groups.set(id, group);
  }
  return groups;
};

/** Findings that others, or the numbers of the files by now, speak against. `factsOf`: of a file; undefined when unknown. */
export const contradictionsIn = (
  findings: readonly PersonFinding[],
  factsOf: (fileId: string) => AidFacts | undefined,
): readonly Contradiction[] => {
  const groups = filesOfOne(findings);
  return findings.flatMap((finding): Contradiction[] => {
    const { fileId, otherFileId, stage } = finding;
    if (stage === "apart")
      return groups.get(fileId)?.includes(otherFileId) ? [{ finding, why: "apart" }] : [];
    const [a, b] = [factsOf(fileId), factsOf(otherFileId)];
    const differs = stage === "linked" && a !== undefined && b !== undefined && numbersDiffer(a, b);
    return differs ? [{ finding, why: "number" }] : [];
  });
};
