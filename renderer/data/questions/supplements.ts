import { openSupplement, type Parcel } from "../../../shared/workflow/referral.ts";
import type { Question } from "../useAnswer.ts";
import type { Card } from "./card.ts";
import { sortedUnder } from "./records.ts";

/** A county is referred a few files a month: these are years of them, the newest first. */
const MAX = 200;

/** A file that another agency referred, and the supplement to it that nobody has gone through. */
export type Supplement = { readonly transfer: Card<"transfer">; readonly parcel: Parcel };

/** Supplements to referred files that wait for somebody: each is a task (F80). */
export const openSupplements = (): Question<readonly Supplement[]> => async (desk) => {
  const transfers = await sortedUnder("transfer", "AGENCY", MAX)(desk);
  return transfers.flatMap((transfer) => {
    const parcel = transfer.veil === null ? openSupplement(transfer.view.facts) : undefined;
    return parcel === undefined ? [] : [{ transfer, parcel }];
  });
};
