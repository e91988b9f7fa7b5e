import { type Mut, PENDING, type Verdict } from "../../../shared/ops/op.ts";
import { openOp, type ReadOp, recordKey } from "../opRow.ts";
import type { Question } from "../useAnswer.ts";

/** Where an op stands: only on this computer, known to the center but not back in the book, or in the book. */
export type OpState = "local" | "delivered" | "booked";

/** One action on a record: who did what, when and where, and what became of it. */
export type HistoryEntry = {
  readonly h: string;
  readonly intent: string;
  /** Staff id; the name is in the register. */
  readonly actor: string;
  readonly desk: string;
  readonly feed: string;
  /** Its number in that feed. */
  readonly n: number;
  /** The desk's claimed time (UTC text); "not later than" is `receivedAt`, "" while only local. */
  readonly claimedAt: string;
  readonly receivedAt: string;
  readonly muts: readonly Mut[];
  readonly reason: string;
  readonly state: OpState;
  /** Number in the book; null while it has none. */
  readonly seq: number | null;
  /** "ok", or the refusal code with which the book keeps it without effect. */
  readonly verdict: Verdict;
  /** True when this version could not read it: kept, without effect here. */
  readonly isUnreadable: boolean;
};

const stateOf = ({ seq, isWaiting }: ReadOp): OpState => {
  if (seq < PENDING) return "booked";
  return isWaiting ? "local" : "delivered";
};

/** An op as people read it. */
export const entryOf = (op: ReadOp): HistoryEntry => ({
  h: op.h,
  intent: op.head.intent,
  actor: op.head.actor,
  desk: op.head.desk,
  feed: op.head.feed,
  n: op.head.n,
  claimedAt: op.head.wall,
  receivedAt: op.recv,
  muts: op.payloadRead.muts,
  reason: op.payloadRead.reason ?? "",
  state: stateOf(op),
  seq: op.seq < PENDING ? op.seq : null,
  verdict: op.verdict,
  isUnreadable: !op.isReadable,
});

/** 办理记录: everything that ever happened to one record, in the order of the book, own pending actions last. */
export const historyOf =
  (t: string, id: string): Question<readonly HistoryEntry[]> =>
  async (desk) => {
    const rows = await desk.db.ops.where("records").equals(recordKey(t, id)).toArray();
    const ops = await Promise.all(rows.map((row) => openOp(desk.seal, row)));
    return ops.sort((a, b) => a.seq - b.seq).map(entryOf);
  };

/** A run of own ops: those after `after` up to `upTo`. */
type Run = { readonly feed: string; readonly after: number; readonly upTo: number };

/** What a run of own ops changed, by kind of record: how many ops, on how many records. Nothing is opened for it. */
export const runByKind =
  ({ feed, after, upTo }: Run): Question<readonly (readonly [t: string, ops: number, records: number])[]> =>
  async ({ db }) => {
    const rows = await db.ops.where("[feed+n]").between([feed, after], [feed, upTo], false, true).toArray();
    const kinds = new Map<string, { ops: number; ids: Set<string> }>();
    for (const { records } of rows)
      for (const key of records) {
        const t = key.slice(0, key.indexOf("/"));
        const found = kinds.get(t) ?? { ops: 0, ids: new Set() };
        kinds.set(t, { ops: found.ops + 1, ids: found.ids.add(key) });
      }
    return [...kinds].map(([t, { ops, ids }]) => [t, ops, ids.size] as const);
  };
