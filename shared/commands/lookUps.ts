import type { EntityType } from "../dictionary/entities.ts";
import type { CheckName, StepRule } from "../workflow/stepRule.ts";

/**
 * What a check must see besides the record: records named by a fact (`related`), all records of a kind whose `by` holds
 * what the record itself has in `of` (`peers`; `of` is `by` unless said, "id" is the record itself; without `by` all
 * records of the kind), the staff register, or which of the aid files at hand share an official number (`numbers`). A
 * related record with `of` is named by the record that fact names, and stands as `of.f`.
 */
export type LookUp =
  | { readonly kind: "related"; readonly f: string; readonly of?: string }
  | { readonly kind: "peers"; readonly t: EntityType; readonly by?: string; readonly of?: string }
  | { readonly kind: "staff" }
  | { readonly kind: "numbers" };

const file: LookUp = { kind: "related", f: "fileId" };
const numbers: LookUp = { kind: "numbers" };

/** Which checks look beyond the record. Whoever performs a step loads these into the scene first. */
// biome-ignore format: a table is read by columns
const LOOK_UPS: Partial<Readonly<Record<CheckName, readonly LookUp[]>>> = {
  orderedToCorrect:    [{ kind: "related", f: "objectionId" }],
  noOpenObjection:     [{ kind: "peers", t: "objection", by: "fileId", of: "id" }],
  objectable:          [file],
  independentReviewer: [file, { kind: "staff" }],
  mayVerify:           [file],
  mergeable:           [{ kind: "related", f: "mergedInto" }],
  independentQuality:  [file],
  caseClosed:          [file],
  V19:                 [file, { kind: "related", f: "shiftId" }, { kind: "related", f: "standardId" }, { kind: "related", f: "lawyerId" }],
  oneClaim:            [{ kind: "peers", t: "subsidyClaim", by: "lawyerId" }],
  paidByEntry:         [file, { kind: "related", f: "shiftId" }, { kind: "related", f: "entryId" }, { kind: "peers", t: "fundEntry" }, numbers],
  moneyBack:           [{ kind: "peers", t: "fundEntry" }],
  reversal:            [{ kind: "related", f: "reverses" }, { kind: "peers", t: "fundEntry" }],
  claimUndisputed:     [{ kind: "related", f: "claimId" }, { kind: "related", f: "fileId", of: "claimId" }, { kind: "related", f: "shiftId", of: "claimId" }, numbers],
  pairFits:            [file, { kind: "related", f: "otherFileId" }],
  V20:                 [{ kind: "related", f: "donationId" }, { kind: "peers", t: "fundEntry" }],
};

/** Everything the step's checks must see besides the record. */
export const lookUpsOf = ({ checks }: StepRule): readonly LookUp[] =>
  checks.flatMap((name) => LOOK_UPS[name] ?? []);
