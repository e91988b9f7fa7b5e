import { createHash } from "node:crypto";
import { foldOpOf, hasEffect } from "../../../renderer/data/opRow.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import type { Booked, Evidence } from "./evidence.ts";

/** What does not hold, in words; nothing when all is well. */
export type Check = (evidence: Evidence) => readonly string[];

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
/** `t/id`: how records are named here. */
export const key = (t: string, id: string): string => `${t}/${id}`;
/** Every record as the book's ops add up, folded anew. */
export const statesOf = (book: readonly Booked[]): ReadonlyMap<string, RecordState> => {
  const states = new Map<string, RecordState>();
  for (const op of book.filter(hasEffect))
    for (const [t, id] of recordsOf(op.payloadRead.muts))
      states.set(key(t, id), applyOp(states.get(key(t, id)) ?? emptyState(t, id), foldOpOf(op)));
  return states;
};
