import type { RecordState } from "../../../shared/ops/state.ts";
import { stateAt } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";

/** A record's whole state as the actor sees it, with the identities of its rows; empty when there is no record. */
export const stateOfRecord =
  (t: string, id: string): Question<RecordState> =>
  (desk) =>
    stateAt(desk, { t, id });
