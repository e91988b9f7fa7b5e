import type { Day } from "../kernel/day.ts";
import { plusDays } from "../kernel/day.ts";
import { lengthOf } from "./clock.ts";
import { deadline } from "./deadlines.ts";
import type { Parameters } from "./parameters.ts";

/**
 * True when the oldest entry that only this computer holds is older than the bureau allows (DSN-SYNC-STALE): a duty of
 * three days could otherwise be missed unseen between two syncs. `since` is the day it was written.
 */
export const isSyncStale = (since: Day, today: Day, parameters: Parameters): boolean =>
  plusDays(since, lengthOf(deadline("DSN-SYNC-STALE"), parameters)) < today;
