import type { AidFactName } from "../../../shared/dictionary/aidFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Parameters } from "../../../shared/law/parameters.ts";
import type { RecordView } from "../../../shared/ops/view.ts";

/** What stays true of the same person and the same matter at the next stage; the rest is asked anew. */
const CARRIED: readonly AidFactName[] = [
  "personName",
  "formerName",
  "certType",
  "certNo",
  "sex",
  "birthOn",
  "phone",
  "alternativeContact",
  "categories",
  "disabilityType",
  "disabilityCertNo",
  "languageNeed",
  "residence",
  "mailingAddress",
  "occupation",
  "employer",
  "sensitivity",
  "applyingAs",
  "proxyName",
  "proxyRelation",
  "proxyCertNo",
  "proxyPhone",
  "proxyProof",
  "matter",
  "secondaryMatter",
  "legalStatus",
  "causeOfAction",
  "caseFacts",
];

/**
 * Whether another application may follow for the next stage: a stage is a case of its own (a parameter, no national
 * rule was found), and this one has its result.
 */
export const mayGoOn = (
  { stages }: Pick<RecordView, "stages">,
  { caseGranularity }: Pick<Parameters, "caseGranularity">,
): boolean => caseGranularity === "stage" && stages.handling === "resultReceived";

/** What the application for the next stage begins with: the person and the matter, and which case came before. */
export const nextStageFacts = ({ id, facts }: RecordView): Readonly<Record<string, Json>> => ({
  origin: "APPLICATION",
  source: "SRC_WINDOW",
  previousFileId: id,
  ...Object.fromEntries(
    CARRIED.flatMap((name): [string, Json][] => {
      const value = facts[name];
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  ),
});
