import type { FundEntryFacts } from "../../../shared/dictionary/fund.ts";
import { overdrawnEntries, type PostedEntry } from "../../../shared/law/overdrawn.ts";
import { postedEntry } from "../../../shared/workflow/postedEntry.ts";
import type { DeskDb } from "../deskDb.ts";
import { openRecordRow, type Store, shownState } from "../recordStore.ts";
import type { Question } from "../useAnswer.ts";
import { rowsAfter, startedOverAt } from "../volumes.ts";

/** The whole ledger as the book has it: posted entries in its order, and those by which two desks overspent together. */
export type LedgerView = {
  readonly posted: readonly PostedEntry[];
  readonly overdrawn: readonly string[];
};

/** What was opened last: the ledger is asked for with every change of anything, and hardly ever changes itself. */
type Known = { readonly edition: number; readonly entries: ReadonlyMap<string, PostedEntry | null> };
const KNOWN = new WeakMap<DeskDb, Known>();

const entriesNow = async ({ db, seal }: Store): Promise<Known["entries"]> => {
  const known = KNOWN.get(db);
  const isGone = known === undefined || known.edition <= (await startedOverAt(db));
  const { edition, entries } = isGone ? { edition: 0, entries: new Map() } : known;
  const rows = await rowsAfter(db, "fundEntry", edition).toArray();
  const fresh = await Promise.all(
    rows.map(async (row) => [row.id, postedEntry(shownState(await openRecordRow(seal, row)))] as const),
  );
  const now = { edition: rows.at(-1)?.edition ?? edition, entries: new Map([...entries, ...fresh]) };
  KNOWN.set(db, now);
  return now.entries;
};

/** The ledger of the bureau. A county has some thousands of entries in all its years. */
export const ledger = (): Question<LedgerView> => async (desk) => {
  const posted = [...(await entriesNow(desk)).values()]
    .flatMap((entry) => entry ?? [])
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
