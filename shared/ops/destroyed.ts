import type { FoldOp, Mut } from "./op.ts";
import { emptyState, type Lane, type RecordState } from "./state.ts";

/** The lane that says of a record that it was destroyed by law, and its only stage. */
export const DESTRUCTION = { lane: "destruction", stage: "destroyed" } as const;

type Purge = Extract<Mut, { k: "purge" }>;

/** True for a record that was destroyed: it keeps its entry, and nothing changes it any more (I39). */
export const isDestroyed = ({ lanes }: Pick<RecordState, "lanes">): boolean =>
  Object.hasOwn(lanes, DESTRUCTION.lane);

const standing = ({ h, seq, header }: FoldOp, to: string, facts: Purge["kept"]["facts"]): Lane => ({
  nodes: [
    {
      h,
      prev: "",
      step: "purge",
      to,
      outcome: null,
      facts,
      rank: seq,
      seq,
      feed: header.feed,
      actor: header.actor,
    },
  ],
  heads: [h],
  gone: [],
});

/**
 * What is left of a record once it is destroyed. It comes from the destroying op alone, so that whoever has the earlier
 * ops only as headers arrives at the same state. A second destruction, of what came in late, leaves it as it is.
 */
export const destroyedState = (state: RecordState, mut: Purge, op: FoldOp): RecordState => {
  if (isDestroyed(state)) return { ...state };
  const { facts, stages } = mut.kept;
  const lanes = Object.entries(stages).map(([lane, to]) => [lane, standing(op, to, {})] as const);
  return {
    ...emptyState(state.t, state.id),
    lanes: {
      ...Object.fromEntries(lanes),
      [DESTRUCTION.lane]: standing(op, DESTRUCTION.stage, facts),
    },
  };
};
