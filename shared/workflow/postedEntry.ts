import type { FundEntryFacts } from "../dictionary/fund.ts";
import type { PostedEntry } from "../law/overdrawn.ts";
import { activeLine, type RecordState } from "../ops/state.ts";
import { viewOf } from "../ops/view.ts";

/** A ledger entry with the book number of its posting; null while it is not posted. The same on desks and at the center. */
export const postedEntry = (state: RecordState): PostedEntry | null => {
  const { id, facts, stages } = viewOf(state);
  const lane = state.lanes.ledger;
  if (lane === undefined || stages.ledger !== "posted") return null;
  const posted = activeLine(lane).find(({ step }) => step === "postEntry");
  return { id, facts: facts as FundEntryFacts, seq: posted?.seq ?? 0 };
};
