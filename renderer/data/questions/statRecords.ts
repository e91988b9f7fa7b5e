import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { allViews } from "../allViews.ts";
import type { DeskDb } from "../deskDb.ts";
import type { Store } from "../recordStore.ts";

type Read = { readonly mark: string; readonly records: readonly StatRecord[] };
/** What was read last, and what the database said of itself before. The page only: a lock forgets it. */
const READ = new WeakMap<DeskDb, Read>();

/** The same text as long as no record of any kind is written: every writing gives out an edition. */
const markOf = async ({ meta }: DeskDb, kinds: readonly EntityType[]): Promise<string> => {
  const [edition, startedOver] = await meta.bulkGet(["edition", "startedOver"]);
  return [edition?.value, startedOver?.value, ...kinds].join();
};

/**
 * Every record of these kinds as statistics read it. Where nothing was written since they were last asked for, the
 * database is asked one question in place of three for each kind.
 */
export const readStatRecords = async (
  store: Store,
  kinds: readonly EntityType[],
): Promise<readonly StatRecord[]> => {
  const mark = await markOf(store.db, kinds);
  const last = READ.get(store.db);
  if (last?.mark === mark) return last.records;
  const views = await Promise.all(kinds.map((t) => allViews(store, t)));
  const records = views.flatMap((each) => [...each.values()]);
  READ.set(store.db, { mark, records });
  return records;
};
