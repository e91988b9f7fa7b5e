import { createHash } from "node:crypto";
import { foldOpOf, hasEffect } from "../../../renderer/data/opRow.ts";
import { applyOp, recordsOf, stateText } from "../../../shared/ops/fold.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import type { Booked, Evidence } from "./evidence.ts";

/** What does not hold, in words; nothing when all is well. */
export type Check = (evidence: Evidence) => readonly string[];

/** SHA-256 in hex. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
/** `t/id`: how records are named here. */
export const key = (t: string, id: string): string => `${t}/${id}`;
/* Folds are functions of the ops alone (I11), so what several checks of one evidence ask for is folded once. */
const OF_BOOK = new WeakMap<readonly Booked[], ReadonlyMap<string, RecordState>>();
const TEXTS = new WeakMap<RecordState, string>();

const foldedAnew = (book: readonly Booked[]): ReadonlyMap<string, RecordState> => {
  const states = new Map<string, RecordState>();
  for (const op of book.filter(hasEffect))
    for (const [t, id] of recordsOf(op.payloadRead.muts))
      states.set(key(t, id), applyOp(states.get(key(t, id)) ?? emptyState(t, id), foldOpOf(op)));
  return states;
};

/** Every record as the book's ops add up, folded anew. */
export const statesOf = (book: readonly Booked[]): ReadonlyMap<string, RecordState> => {
  const known = OF_BOOK.get(book) ?? foldedAnew(book);
  OF_BOOK.set(book, known);
  return known;
};
/** The canonical text of a state. */
export const textOfState = (state: RecordState): string => {
  const known = TEXTS.get(state) ?? stateText(state);
  TEXTS.set(state, known);
  return known;
};
