import type { FundEntryFacts } from "../../../shared/dictionary/fund.ts";
import { overdrawnEntries, type PostedEntry } from "../../../shared/law/overdrawn.ts";
import type { RecordState } from "../../../shared/ops/state.ts";
import { postedEntry } from "../../../shared/workflow/postedEntry.ts";
import { openRecordRow, shownState } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";

/** The whole ledger as the book has it: posted entries in its order, and those by which two desks overspent together. */
export type LedgerView = {
  readonly posted: readonly PostedEntry[];
  readonly overdrawn: readonly string[];
};

const LAST = "\uffff";

/** The ledger of the bureau. A county has some thousands of entries in all its years. */
export const ledger = (): Question<LedgerView> => async (desk) => {
  const rows = await desk.db.records
    .where("[t+on]")
    .between(["fundEntry", ""], ["fundEntry", LAST], true, true)
    .toArray();
  const states: readonly RecordState[] = await Promise.all(
    rows.map(async (row) => shownState(await openRecordRow(desk.seal, row))),
  );
  const posted = states
    .flatMap((state) => postedEntry(state) ?? [])
    .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1));
  return { posted, overdrawn: overdrawnEntries(posted) };
};

/** The entries of one fund, or of one donation. */
export const entriesOf = (
  { posted }: LedgerView,
  fund: FundEntryFacts["fund"],
  donationId?: string,
): readonly PostedEntry[] =>
  posted.filter(
    ({ facts }) => facts.fund === fund && (donationId === undefined || facts.donationId === donationId),
  );
