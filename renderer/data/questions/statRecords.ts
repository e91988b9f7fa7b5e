import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { allViews } from "../allViews.ts";
import type { Store } from "../recordStore.ts";

/** Every record of these kinds as statistics read it. */
export const readStatRecords = async (
  store: Store,
  kinds: readonly EntityType[],
): Promise<readonly StatRecord[]> => {
  const records: StatRecord[] = [];
  // one kind after another: together they would hold all their sealed bytes at once
  for (const t of kinds) records.push(...(await allViews(store, t)).values());
  return records;
};
