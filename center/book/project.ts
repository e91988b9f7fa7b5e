import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { applyOp, recordsOf, stateText } from "../../shared/ops/fold.ts";
import type { FoldOp } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { type RecordView, viewOf } from "../../shared/ops/view.ts";
import type { Tx } from "../db/database.ts";

type Key = readonly [t: string, id: string];
const keyText = (t: string, id: string): string => `${t}/${id}`;

/** The records a batch touches, as the book has them so far; written back once at the end. */
export type Records = {
  readonly stateOf: (t: string, id: string) => RecordState | undefined;
  readonly apply: (op: FoldOp) => void;
  readonly save: (tx: Tx, bureau: string) => Promise<void>;
};

const load = async (tx: Tx, bureau: string, keys: readonly Key[]): Promise<Map<string, RecordState>> => {
  const rows = await tx.all<{ state: string }>(
    "select e.state from entity e join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1",
    [bureau, keys.map(([t]) => t), keys.map(([, id]) => id)],
  );
  const states = rows.map(({ state }) => JSON.parse(state) as RecordState);
  return new Map(states.map((state) => [keyText(state.t, state.id), state]));
};

type Dispute = {
  readonly t: string;
  readonly id: string;
  readonly kind: string;
  readonly f: string;
  readonly heads: readonly string[];
};
const disputesOf = ({ t, id, conflicts, contested }: RecordView): readonly Dispute[] => [
  ...conflicts.map(({ f, heads }) => ({ t, id, kind: "conflict", f, heads: heads.map(({ h }) => h) })),
  ...contested.map(({ lane, heads }) => ({
    t,
    id,
    kind: "contested",
    f: lane,
    heads: heads.map(({ h }) => h),
  })),
];
const disputeText = ({ t, id, kind, f, heads }: Dispute): string =>
  canonicalJson([t, id, kind, f, heads as Json]);

const saveDisputes = async (
  tx: Tx,
  bureau: string,
  changed: { readonly before: readonly Dispute[]; readonly after: readonly Dispute[]; readonly seq: number },
): Promise<void> => {
  const [was, is] = [changed.before, changed.after].map((list) => new Set(list.map(disputeText))) as [
    Set<string>,
    Set<string>,
  ];
  for (const { t, id, kind, f } of changed.before.filter((one) => !is.has(disputeText(one))))
    await tx.run(
      "update dispute set closed_seq = $6 where bureau = $1 and t = $2 and id = $3 and kind = $4 and f = $5 and closed_seq is null",
      [bureau, t, id, kind, f, changed.seq],
    );
  for (const { t, id, kind, f, heads } of changed.after.filter((one) => !was.has(disputeText(one))))
    await tx.run(
      "insert into dispute (bureau, t, id, kind, f, heads, opened_seq) values ($1, $2, $3, $4, $5, $6, $7) on conflict (bureau, t, id, kind, f, opened_seq) do update set heads = excluded.heads, closed_seq = null",
      [bureau, t, id, kind, f, heads, changed.seq],
    );
};

/** Writes states in the place of what stood there. */
export const saveStates = async (tx: Tx, bureau: string, states: readonly RecordState[]): Promise<void> => {
  await tx.run(
    `insert into entity (bureau, t, id, state, stages, last_seq)
     select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::jsonb[], $6::bigint[])
     on conflict (bureau, t, id) do update set state = excluded.state, stages = excluded.stages, last_seq = excluded.last_seq`,
    [
      bureau,
      states.map(({ t }) => t),
      states.map(({ id }) => id),
      states.map(stateText),
      states.map((state) => JSON.stringify(viewOf(state).stages)),
      states.map(({ lastSeq }) => lastSeq),
    ],
  );
};

/** Loads the named records; `apply` folds one op at a time by the shared rule, all or nothing. */
export const loadRecords = async (tx: Tx, bureau: string, keys: readonly Key[]): Promise<Records> => {
  const before = await load(tx, bureau, keys);
  const now = new Map(before);
  const changed = new Set<string>();
  return {
    stateOf: (t, id) => now.get(keyText(t, id)),
    apply: (op) => {
      const after = recordsOf(op.muts).map(([t, id]) =>
        applyOp(now.get(keyText(t, id)) ?? emptyState(t, id), op),
      );
      // a change that only a newer version knows makes no record here, as it makes none on a desk (F57, I10)
      for (const state of after.filter(({ lastSeq }) => lastSeq > 0)) {
        now.set(keyText(state.t, state.id), state);
        changed.add(keyText(state.t, state.id));
      }
    },
    save: async (tx, bureau) => {
      const states = [...changed].map((key) => now.get(key) as RecordState);
      if (states.length === 0) return;
      await saveStates(tx, bureau, states);
      for (const state of states) {
        const old = before.get(keyText(state.t, state.id));
        const [was, is] = [old === undefined ? [] : disputesOf(viewOf(old)), disputesOf(viewOf(state))];
        if (was.length > 0 || is.length > 0)
          await saveDisputes(tx, bureau, { before: was, after: is, seq: state.lastSeq });
      }
    },
  };
};

/** Every record of the bureau, for the state hash and for the console. */
export const allStates = async (tx: Tx, bureau: string): Promise<readonly RecordState[]> =>
  (
    await tx.all<{ state: string }>("select state from entity where bureau = $1 order by t, id", [bureau])
  ).map(({ state }) => JSON.parse(state) as RecordState);
