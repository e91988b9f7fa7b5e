import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Day } from "../kernel/day.ts";
import { isMinor, isNearRelative } from "./persons.ts";
import { MATTER_RULES } from "./scope.ts";

const CUSTODY: ReadonlySet<string> = new Set(["DETAINED", "ARRESTED"]);

/** Detained, imprisoned or in compulsory rehabilitation: representative or near relatives may apply (第四十条第二款). */
export const isInCustody = ({ coerciveMeasure, categories = [], custodyPlace }: AidFacts): boolean =>
  (coerciveMeasure !== undefined && CUSTODY.has(coerciveMeasure)) ||
  custodyPlace !== undefined ||
  categories.includes("PRISONER") ||
  categories.includes("DRUGREHAB");

const kinMayApply = (facts: AidFacts, on: Day): boolean => {
  const isCriminal = facts.matter !== undefined && MATTER_RULES[facts.matter].isCriminal === true;
  if (!isNearRelative(facts.proxyRelation, isCriminal ? "criminal" : "civil")) return false;
  return isCriminal || isInCustody(facts) || isMinor(facts, on);
};

/**
 * Whether whoever applies is entitled to: the party, the statutory representative, a near relative where the law lets
 * them, or a proxy with proof. Null while the capacity is not known.
 * @source 法律援助法第二十四条、第二十九条、第四十条; 法律援助条例第十七条
 */
export const mayApply = (facts: AidFacts, on: Day): boolean | null => {
  const { applyingAs, proxyProof } = facts;
  if (applyingAs === undefined) return null;
  if (applyingAs === "SELF") return true;
  if (applyingAs === "KIN") return kinMayApply(facts, on);
  return proxyProof !== undefined && proxyProof.trim() !== "";
};
