import type { AidFacts } from "../dictionary/aidFile.ts";
import type { CodeEntry } from "../dictionary/codeList.ts";
import { RELATIONS } from "../dictionary/codes/ours.ts";
import { ageOn, birthDateOf, plainCertNo, sexOf } from "../kernel/citizenId.ts";
import type { Day } from "../kernel/day.ts";

/** A person as far as needed to recognise them: a certificate number decides, otherwise the name. */
export type Known = { readonly name?: string; readonly certNo?: string };
type Relation = keyof typeof RELATIONS;

/** A name made comparable: full-width signs folded, spaces and the dots of long names dropped. */
export const plainName = (name: string): string => name.normalize("NFKC").replace(/[\s·•]/g, "");

/**
 * Whether two entries mean one person: by number when both have one, else by name. A namesake without number is
 * reported as the same on purpose: a conflict search must not miss, a person can clear it.
 */
export const isSamePerson = (a: Known, b: Known): boolean => {
  if (a.certNo !== undefined && b.certNo !== undefined)
    return plainCertNo(a.certNo) === plainCertNo(b.certNo);
  return a.name !== undefined && b.name !== undefined && plainName(a.name) === plainName(b.name);
};

/**
 * Whether the relation is a near relative 近亲属 in that context (刑诉法第一百零八条第六项; 民法典第一千零四十五条).
 * The criminal circle is the narrower one. An unknown relation is not near.
 */
export const isNearRelative = (relation: Relation | undefined, context: "criminal" | "civil"): boolean =>
  relation !== undefined && (RELATIONS[relation] as CodeEntry)[context] === true;

/** The recipient's day of birth: as entered, else as the identity number says. */
export const bornOn = ({ birthOn, certType, certNo }: AidFacts): Day | null =>
  birthOn ?? (certNo !== undefined && (certType === "ID" || certType === "HMT") ? birthDateOf(certNo) : null);

/** Full years of the recipient on a day, or null when the birth is unknown. */
export const recipientAge = (facts: AidFacts, on: Day): number | null => {
  const born = bornOn(facts);
  return born === null ? null : ageOn(born, on);
};

/** True when the recipient is under eighteen, or treated as such by category or by the organ's letter (民法典第十七条). */
export const isMinor = (facts: AidFacts, on: Day): boolean => {
  if (facts.noticeGround === "N25_1" || facts.categories?.includes("MINOR") === true) return true;
  const age = recipientAge(facts, on);
  return age !== null && age < 18;
};

/** The recipient's sex: as entered, else as the identity number says. */
export const sexOfRecipient = ({ sex, certType, certNo }: AidFacts): "M" | "F" | null => {
  if (sex !== undefined) return sex;
  if (certNo === undefined || (certType !== "ID" && certType !== "HMT")) return null;
  const written = sexOf(certNo);
  return written === null ? null : written === "male" ? "M" : "F";
};
