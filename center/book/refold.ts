import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { textOf } from "../../shared/kernel/utf8.ts";
import { applyOp, stateText } from "../../shared/ops/fold.ts";
import type { FoldOp, Header, Payload } from "../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { OK } from "../../shared/sync/judge.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";

/** A record by its kind and id. */
export type RecordKey = { readonly t: string; readonly id: string };
/** What the ops of a record make of it; undefined where they make none. */
export type Refolded = RecordKey & { readonly state: RecordState | undefined };

type OpRow = RecordKey & {
  readonly seq: string;
  readonly h: string;
  readonly header: Buffer;
  /** Null where there is none any more. */
  readonly payload: Buffer | null;
};
type StoredRow = RecordKey & { readonly state: string; readonly stages: Json; readonly last_seq: string };

const nameOf = ({ t, id }: RecordKey): string => JSON.stringify([t, id]);

/** The op of a row; undefined when it is not what was booked, which is for the book's own check to say. */
const opOf = ({ seq, h, header, payload }: OpRow): FoldOp | undefined => {
  if (payload === null || sha256(header) !== h) return undefined;
  const read = JSON.parse(textOf(header)) as Header;
  if (sha256(payload) !== read.ph) return undefined;
  return { h, seq: Number(seq), header: read, muts: (JSON.parse(textOf(payload)) as Payload).muts };
};

const fold = (key: RecordKey, rows: readonly OpRow[]): Refolded | undefined => {
  let state = emptyState(key.t, key.id);
  for (const row of rows) {
    const op = opOf(row);
    if (op === undefined) return undefined;
    state = applyOp(state, op);
  }
  return { ...key, state: state.lastSeq > 0 ? state : undefined };
};

const isStored = ({ state }: Refolded, stored: StoredRow | undefined): boolean => {
  if (state === undefined || stored === undefined) return state === undefined && stored === undefined;
  const stages = canonicalJson(viewOf(state).stages as Json);
  return (
    stored.state === stateText(state) &&
    canonicalJson(stored.stages) === stages &&
    Number(stored.last_seq) === state.lastSeq
  );
};

const OPS = `
  select k.t, k.id, o.seq, o.h, o.header, o.payload from unnest($2::text[], $3::text[]) as k(t, id)
  join op_entity e on e.bureau = $1 and e.t = k.t and e.id = k.id
  join op o on o.bureau = e.bureau and o.seq = e.seq where o.verdict = $4 order by o.seq`;
const STORED = `
  select e.t, e.id, e.state, e.stages, e.last_seq from unnest($2::text[], $3::text[]) as k(t, id)
  join entity e on e.bureau = $1 and e.t = k.t and e.id = k.id`;

/**
 * Those of these records whose stored state is not what the book makes of them, folded anew by the shared rule. A record
 * with an op that was edited itself is left alone: nothing could be rebuilt from it.
 */
export const differing = async (
  tx: Tx,
  bureau: string,
  keys: readonly RecordKey[],
): Promise<readonly Refolded[]> => {
  const names = [keys.map(({ t }) => t), keys.map(({ id }) => id)];
  const ops = Map.groupBy(await tx.all<OpRow>(OPS, [bureau, ...names, OK]), nameOf);
  const stored = new Map(
    (await tx.all<StoredRow>(STORED, [bureau, ...names])).map((row) => [nameOf(row), row]),
  );
  return keys.flatMap((key) => {
    const folded = fold(key, ops.get(nameOf(key)) ?? []);
    return folded === undefined || isStored(folded, stored.get(nameOf(key))) ? [] : [folded];
  });
};
