import type { RecordState } from "../../shared/ops/state.ts";
import { hexOfBytes } from "../../shared/sync/chain.ts";
import { stateHashInput } from "../../shared/sync/stateHash.ts";
import { openRecordRow, type Store } from "./recordStore.ts";

/**
 * The state hash of the book as this desk knows it, without its pending ops: equal to the center's at the same chain
 * value (I10). Reads everything; for checks and reports, never on a screen's way.
 */
export const stateOfBook = async ({ db, seal }: Store): Promise<string> => {
  const states: RecordState[] = [];
  for (const row of await db.records.toArray()) {
    const { confirmed } = await openRecordRow(seal, row);
    if (confirmed.lastSeq > 0) states.push(confirmed);
  }
  const digest = await crypto.subtle.digest("SHA-256", stateHashInput(states));
  return hexOfBytes(new Uint8Array(digest));
};
