import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import type { BookedOp, Header, Payload } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { stateHashInput } from "../../../shared/sync/stateHash.ts";
import { sha256 } from "../../contract/center/aDesk.ts";

/** What a desk makes of a pulled book: every record by the shared fold, and the hash over all of them. */
export const foldBook = (
  ops: readonly BookedOp[],
): {
  readonly hash: string;
  readonly factsOf: (t: string, id: string) => Readonly<Record<string, unknown>>;
} => {
  const states = new Map<string, RecordState>();
  for (const { h, seq, header, payload } of ops.filter((op) => op.verdict === "ok")) {
    const folded = {
      h,
      seq,
      header: JSON.parse(header) as Header,
      muts: (JSON.parse(payload) as Payload).muts,
    };
    for (const [t, id] of recordsOf(folded.muts))
      states.set(`${t}/${id}`, applyOp(states.get(`${t}/${id}`) ?? emptyState(t, id), folded));
  }
  return {
    hash: sha256(stateHashInput([...states.values()].filter(({ lastSeq }) => lastSeq > 0))),
    factsOf: (t, id) => {
      const state = states.get(`${t}/${id}`);
      return state === undefined ? {} : viewOf(state).facts;
    },
  };
};
