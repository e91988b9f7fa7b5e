import type { Op } from "../../shared/ops/op.ts";
import { readyKey } from "../seal.ts";
import { readPlaces } from "./readPlaces.ts";
import type { Place } from "./scanJournal.ts";
import { unsealOp } from "./sealRecord.ts";

/** Ops in order, up to the first that is not what was written there; `isWhole` says whether there was none such. */
export type ReadOps = { readonly ops: readonly Op[]; readonly isWhole: boolean };

/** Reads and opens the ops at these places, salvaging what comes before any damage (fault F13). */
export const readOps = async (
  folder: string,
  key: Uint8Array,
  places: readonly Place[],
): Promise<ReadOps> => {
  const records = await readPlaces(folder, places);
  const ready = readyKey(key);
  const ops: Op[] = [];
  for (const [index, place] of places.entries()) {
    const bytes = records[index];
    const op = bytes === undefined ? undefined : unsealOp(ready, place, bytes);
    if (op === undefined) return { ops, isWhole: false };
    ops.push(op);
  }
  return { ops, isWhole: true };
};
