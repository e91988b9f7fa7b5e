import type { RecordView } from "../ops/view.ts";

/** A folded record as statistics read it. */
export type StatRecord = Pick<RecordView, "t" | "id" | "facts" | "stages">;

/** How many recipients an aid file has: the applicant and the further recipients. */
export const recipientsOf = ({ facts }: StatRecord): number =>
  1 + (Array.isArray(facts.coApplicants) ? facts.coApplicants.length : 0);
