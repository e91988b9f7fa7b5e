import { AID_FILE, type AidFactName } from "../dictionary/aidFile.ts";
import type { Shape } from "../dictionary/field.ts";
import { rowSchema } from "../dictionary/field.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { type Referral, referredFacts } from "./referral.ts";

/**
 * What an application begins with that another agency referred: what the applicant stated. Not the notice on personal
 * information, a guardian's consent and the pledge, which are made to the agency that examines, nor anything that agency finds for itself:
 * its competence, how the application came, examination and decision (法律援助法第四十一、四十三条).
 */
// biome-ignore format: a table is read by columns
const CARRIED: readonly AidFactName[] = [
  "sensitivity", "isOral",
  "personName", "formerName", "certType", "certNo", "sex", "birthOn", "phone", "alternativeContact", "categories", "disabilityType", "disabilityCertNo",
  "languageNeed", "guardianName", "householdAddress", "residence", "mailingAddress", "occupation", "employer",
  "applyingAs", "proxyName", "proxyRelation", "proxyCertNo", "proxyPhone", "proxyProof",
  "aidForm", "matter", "secondaryMatter", "legalStatus", "proceduralStage", "handlingOrgan", "organType", "organCaseNo", "causeOfAction",
  "caseFacts", "request", "amountFen", "hasAgentAlready", "limitationOn", "employmentEndedOn", "priorApplication", "isViolentOrSexual",
  "track", "hardshipSituation", "housing", "vehicle", "savingsFen", "majorExpenses", "exemptCode", "exemptEvidence", "otherReason",
  "custodyPlace", "coerciveMeasure", "suspectedCharge",
];
/** Lists whose rows go over one by one. */
const CARRIED_ROWS: readonly AidFactName[] = [
  "coApplicants",
  "opposingParties",
  "relatedPersons",
  "household",
  "materials",
];

type Facts = { readonly [f: string]: Json };
/** A row of a list of the file. */
export type CarriedRow = { readonly f: string; readonly row: Facts };

/** What goes over into the application, and by name what was said and does not fit this version's dictionary. */
export type Carried = {
  readonly facts: Facts;
  readonly rows: readonly CarriedRow[];
  readonly left: readonly string[];
};

const SHAPE: Shape = AID_FILE;
const fits = (f: string, v: Json): boolean => SHAPE[f]?.schema.safeParse(v).success === true;

const rowsIn = (facts: Facts, f: string): readonly Facts[] =>
  Array.isArray(facts[f]) ? (facts[f] as readonly Facts[]) : [];
const fitsRow = (f: string, row: Facts): boolean => {
  const shape = SHAPE[f]?.row;
  return shape !== undefined && rowSchema(shape).safeParse(row).success;
};

/** A scan that came with a file, by its row in the list of scans. */
export const scanRowsOf = (referral: Referral, held: ReadonlySet<string>): readonly CarriedRow[] =>
  rowsIn(referredFacts(referral), "scans")
    .filter((row) => typeof row.hash === "string" && held.has(row.hash) && fitsRow("scans", row))
    .map((row) => ({ f: "scans", row }));

/** What of a referred file its new application begins with. What does not fit is kept with what came, and not taken over. */
export const carriedOf = (referral: Referral): Carried => {
  const came = referredFacts(referral);
  const stated = CARRIED.flatMap((f): [string, Json][] => {
    const v = came[f];
    return v === undefined || v === null ? [] : [[f, v]];
  });
  const rows = CARRIED_ROWS.flatMap((f) => rowsIn(came, f).map((row) => ({ f, row })));
  return {
    facts: Object.fromEntries(stated.filter(([f, v]) => fits(f, v))),
    rows: rows.filter(({ f, row }) => fitsRow(f, row)),
    left: [
      ...new Set([
        ...stated.filter(([f, v]) => !fits(f, v)).map(([f]) => f),
        ...rows.filter(({ f, row }) => !fitsRow(f, row)).map(({ f }) => f),
      ]),
    ],
  };
};

/** Whether a value of a supplement may be taken over as it stands: a fact that an application would begin with, and that fits. */
export const mayAdopt = (f: string, v: Json): boolean =>
  (CARRIED as readonly string[]).includes(f) && (v === null || fits(f, v));
