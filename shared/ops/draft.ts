import type { Json } from "../kernel/canonicalJson.ts";
import type { Hash, Mut } from "./op.ts";
import { emptyState, laneHeads, type RecordState, shownHead } from "./state.ts";

type DraftOf<M extends Mut> = M extends { readonly k: "put" }
  ? Omit<M, "old" | "new" | "sup"> & { readonly v: Json }
  : M extends { readonly k: "step" | "number" }
    ? Omit<M, "sup">
    : M;

/** A change as a command states it: what is wanted, not yet which earlier writes it replaces. `v: null` clears a field. */
export type Draft = DraftOf<Mut>;

/** Finds the state of a record as the actor saw it; undefined when there is none yet. */
export type StateOf = (t: string, id: string) => RecordState | undefined;

const seenHeads = (state: RecordState, f: string): readonly Hash[] =>
  (state.cells[f]?.heads ?? []).map(({ h }) => h);
const seenStep = (state: RecordState, lane: string): readonly Hash[] => {
  const found = state.lanes[lane];
  return found === undefined
    ? []
    : laneHeads(found)
        .slice(0, 1)
        .map(({ h }) => h);
};

/**
 * Turns drafts into the muts of one op by naming, from the states the actor saw, the writes each one replaces.
 * A step replaces only the active step; a field write replaces every head, since equal heads are one value and a field
 * in conflict accepts only `resolve` (commands see to that).
 */
export const nameReplaced = (drafts: readonly Draft[], stateOf: StateOf): readonly Mut[] =>
  drafts.map((draft): Mut => {
    const state = stateOf(draft.t, draft.id) ?? emptyState(draft.t, draft.id);
    switch (draft.k) {
      case "put": {
        const { v, ...rest } = draft;
        const cell = state.cells[draft.f];
        const old = cell === undefined ? null : (shownHead(cell)?.v ?? null);
        return { ...rest, old, new: v, sup: seenHeads(state, draft.f) };
      }
      case "step":
        return { ...draft, sup: seenStep(state, draft.lane) };
      case "number":
        return { ...draft, sup: seenHeads(state, draft.f) };
      default:
        return draft;
    }
  });
