import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { applyOp } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { judge } from "../../../shared/sync/judge.ts";
import type { Role } from "../../../shared/workflow/stepRule.ts";

/** The record every wish of these tests is about, and the person who has it. */
export const ID = "record-0001";
export const whoActs = "person-0001";
const BUREAU = "bureau-0001";
const header = { bureau: BUREAU, feed: "a".repeat(24), actor: whoActs, schema: 0 } as Header;

const opOf = (seq: number, muts: readonly Mut[]): FoldOp => ({
  h: String(seq).padStart(64, "0"),
  seq,
  header,
  muts,
});

/** A staff record with these roles, folded as the book would have it. */
const staffWith = (roles: readonly Role[]): RecordState => {
  const at = { k: "put", t: "staff", id: whoActs, old: null, sup: [] } as const;
  const muts = [
    { ...at, f: "roles", new: [...roles] },
    { ...at, f: "isActive", new: true },
  ] as const;
  return applyOp(emptyState("staff", whoActs), opOf(1, muts));
};

/** The record with every lane of the view where the view says it stands, however it came there. */
const stateLike = ({ t, id, stages }: RecordView): RecordState =>
  Object.entries(stages)
    .filter(([, to]) => to !== "")
    .reduce(
      (state, [lane, to], index) => {
        const mut: Mut = { k: "step", t, id, lane, step: "", from: "", to, outcome: {}, facts: {}, sup: [] };
        return applyOp(state, opOf(index + 2, [mut]));
      },
      emptyState(t, id),
    );

/** What the center says of an authentic op with these changes by somebody with `roles`, whatever the desk let through. */
export const verdictOf = (roles: readonly Role[], drafts: readonly Draft[], view?: RecordView): string => {
  const staff = staffWith(roles);
  const record = view === undefined ? undefined : stateLike(view);
  const stateOf = (t: string, id: string): RecordState | undefined => {
    if (t === "staff" && id === whoActs) return staff;
    return record !== undefined && t === record.t && id === record.id ? record : undefined;
  };
  const bench = { bureau: BUREAU, centerFeed: "c".repeat(24), hasStaff: true, stateOf };
  return judge(opOf(99, nameReplaced(drafts, stateOf)), bench);
};
