import type { EntityType } from "../../../shared/dictionary/entities.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { allViews } from "../allViews.ts";
import type { Store } from "../recordStore.ts";

/** Every record of these kinds as statistics read it. */
export const readStatRecords = async (
  store: Store,
  kinds: readonly EntityType[],
): Promise<readonly StatRecord[]> => {
  const views = await Promise.all(kinds.map((t) => allViews(store, t)));
  return views.flatMap((each) => [...each.values()]);
};
