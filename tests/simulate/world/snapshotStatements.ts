import { found, key, NONE, ofBureau, type Statement } from "./statement.ts";
import { putRow, type Row, rowAt, rowsOf, type Transaction } from "./tables.ts";

/* A deleted row stays as a mark, as with branches. */
const there = (tx: Transaction, table: string, bureau: unknown): readonly Row[] =>
  ofBureau(tx, table, bureau).filter((row) => row.is_gone === false);
const isThere = (row: Row | undefined): boolean => row !== undefined && row.is_gone === false;

const nameOf = ({ bureau, epoch, seq, fold }: Row): string => key(bureau, epoch, seq, fold);
const byCodeUnits = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

const insertSnapshot: Statement = (tx, [bureau, epoch, seq, fold, chunks, manifest, sig]) => {
  const row = { bureau, epoch, seq: String(seq), fold, chunks, manifest, sig, is_gone: false };
  if (!isThere(rowAt(tx, "snapshot", nameOf(row))))
    putRow(tx, "snapshot", [nameOf(row), { ...row, made_no: madeNo(tx) }]);
  return NONE;
};
/** The next of an identity column: above every number that was ever given. */
const madeNo = (tx: Transaction): number =>
  1 + Math.max(0, ...rowsOf(tx, "snapshot").map(({ made_no }) => Number(made_no)));

const states: Statement = (tx, [bureau, ts, ids]) =>
  (ts as readonly string[]).flatMap((t, at) =>
    found(rowAt(tx, "entity", key(bureau, t, (ids as readonly string[])[at]))),
  );

/** What snapshots are to the center's database (center/snapshots). */
export const SNAPSHOT_STATEMENTS: Readonly<Record<string, Statement>> = {
  "select seq, manifest, sig from snapshot where bureau = $1 and epoch = $2 and fold = $3 order by seq desc limit 1":
    (tx, [bureau, epoch, fold]) =>
      there(tx, "snapshot", bureau)
        .filter((row) => row.epoch === epoch && row.fold === fold)
        .toSorted((a, b) => Number(b.seq) - Number(a.seq))
        .slice(0, 1),
  "select t, id from entity where bureau = $1": (tx, [bureau]) => ofBureau(tx, "entity", bureau),
  "select e.t, e.id, e.state from entity e join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1":
    states,
  "select feed, n, h from feed where bureau = $1 and not is_center order by feed": (tx, [bureau]) =>
    ofBureau(tx, "feed", bureau)
      .filter(({ is_center }) => is_center === false)
      .toSorted((a, b) => byCodeUnits(a.feed, b.feed)),
  "select distinct feed from branch where bureau = $1": (tx, [bureau]) => [
    ...new Map(there(tx, "branch", bureau).map((row) => [row.feed, row])).values(),
  ],
  "insert into snapshot (bureau, epoch, seq, fold, chunks, manifest, sig) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing":
    insertSnapshot,
  "insert into snapshot_chunk (bureau, id, packed) values ($1, $2, $3) on conflict do nothing": (
    tx,
    [bureau, id, packed],
  ) => {
    const at = key(bureau, id);
    if (!isThere(rowAt(tx, "snapshot_chunk", at)))
      putRow(tx, "snapshot_chunk", [at, { bureau, id, packed, is_gone: false }]);
    return NONE;
  },
  "select epoch, seq, fold, chunks from snapshot where bureau = $1 order by made_no desc": (tx, [bureau]) =>
    there(tx, "snapshot", bureau).toSorted((a, b) => Number(b.made_no) - Number(a.made_no)),
  "delete from snapshot where bureau = $1 and epoch = $2 and seq = $3 and fold = $4": (
    tx,
    [bureau, epoch, seq, fold],
  ) => {
    const at = key(bureau, epoch, seq, fold);
    const row = rowAt(tx, "snapshot", at);
    if (row !== undefined) putRow(tx, "snapshot", [at, { ...row, is_gone: true }]);
    return NONE;
  },
  "delete from snapshot_chunk where bureau = $1 and not (id = any($2))": (tx, [bureau, ids]) => {
    const kept = new Set(ids as readonly string[]);
    for (const row of there(tx, "snapshot_chunk", bureau))
      if (!kept.has(String(row.id)))
        putRow(tx, "snapshot_chunk", [key(bureau, row.id), { ...row, is_gone: true }]);
    return NONE;
  },
  "select packed from snapshot_chunk where bureau = $1 and id = $2": (tx, [bureau, id]) => {
    const row = rowAt(tx, "snapshot_chunk", key(bureau, id));
    return isThere(row) ? found(row) : NONE;
  },
  // nothing is destroyed in this world
  "select 1 from op where bureau = $1 and destroyed_seq > $2 limit 1": (tx, [bureau, seq]) =>
    ofBureau(tx, "op", bureau)
      .filter(({ destroyed_seq }) => Number(destroyed_seq ?? 0) > Number(seq))
      .slice(0, 1),
  "select bureau from bureau": (tx) => rowsOf(tx, "bureau"),
};
