import type { AidFactName, AidFacts } from "../dictionary/aidFile.ts";
import type { RefusalCode } from "../kernel/refusals.ts";
import { MATTER_RULES, type Track } from "./scope.ts";
import { law, type Source } from "./sources.ts";

/** Why aid cannot be granted on the track the file stands on: code, article, and the fact it is about. */
export type TrackFault = { readonly code: RefusalCode; readonly source: Source; readonly fact: AidFactName };

/** What each track rests on (the evidence of the exemption is V06's). */
// biome-ignore format: a table is read by columns
const PROOFS: Partial<Readonly<Record<Track, { readonly fact: AidFactName; readonly source: Source }>>> = {
  T1_VERIFY:      { fact: "queryResult",    source: law("LAL", 41, 2) },
  T2_PLEDGE:      { fact: "pledgeSignedOn", source: law("LAL", 41, 2) },
  T6_OTHERREASON: { fact: "otherReason",    source: law("LAL", 24) },
};

const isEmpty = (value: unknown): boolean => value === undefined || String(value).trim() === "";

/**
 * Whether a grant rests on the evidence of its track: the matter admits the track, the data query, the pledge or the
 * reason is there, and the calculation does not say that the standard is missed. Null when nothing is wanting.
 * @source 法律援助法第二十四条、第三十一至三十四条、第四十一条
 */
export const trackFault = (facts: AidFacts): TrackFault | null => {
  const { matter, track, hardshipResult } = facts;
  if (matter === undefined || track === undefined) return null;
  const rule = MATTER_RULES[matter];
  // an organ's notification is assigned without a decision (第三十六条); who applies stands on another track
  if (track === "T5_NOTIFIED" || !rule.tracks.includes(track))
    return { code: "value-invalid", source: rule.source, fact: "track" };
  const proof = PROOFS[track];
  if (proof !== undefined && isEmpty(facts[proof.fact])) return { code: "facts-missing", ...proof };
  const isMissed = hardshipResult === "FAIL" && (track === "T1_VERIFY" || track === "T2_PLEDGE");
  return isMissed ? { code: "value-invalid", source: law("LAL", 34), fact: "hardshipResult" } : null;
};
