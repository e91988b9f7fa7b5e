import { change, key, NONE, ofBureau, opOf, type Statement } from "./statement.ts";
import { lockRow, putRow, type Row, rowAt, rowsOf, type Transaction } from "./tables.ts";

const EMPTY = Buffer.alloc(0);
const textsOf = (value: unknown): readonly string[] => value as readonly string[];
const isOneOf = (row: Row, ts: unknown, ids: unknown): boolean =>
  textsOf(ts).some((t, at) => row.t === t && row.id === textsOf(ids)[at]);

/** The trigger on `op`: of a booked op only the payload goes, and with a reason. */
const emptied = (tx: Transaction, bureau: unknown, { h, destroyed_seq }: Row): void => {
  const row = opOf(tx, bureau, h);
  if (row === undefined) return;
  if (destroyed_seq === null) throw new Error("an op of the book does not change");
  putRow(tx, "op", [key(bureau, row.seq), { ...row, payload: EMPTY, destroyed_seq: String(destroyed_seq) }]);
};

const emptyHeld: Statement = (tx, [bureau, hashes]) => {
  for (const h of textsOf(hashes)) {
    const row = rowAt(tx, "held", key(bureau, h));
    if (row !== undefined) putRow(tx, "held", [key(bureau, h), { ...row, payload: EMPTY, is_erased: true }]);
  }
  return NONE;
};

/** As long as the book has not grown since: asked again once the row is ours, as PostgreSQL does. */
const markSwept: Statement = async (tx, [bureau, seq]) => {
  await lockRow(tx, `bureau_log/${bureau}`);
  const row = rowAt(tx, "bureau_log", key(bureau));
  return row?.seq === seq
    ? change(tx, "bureau_log", { key: key(bureau), patch: { is_unswept: false } })
    : NONE;
};

/** Which op is about which record: kept when the op itself is emptied. */
const insertAbout: Statement = (tx, [bureau, ts, ids, seqs]) => {
  for (const [at, t] of textsOf(ts).entries()) {
    const row = { bureau, t, id: textsOf(ids)[at], seq: (seqs as readonly number[])[at] };
    putRow(tx, "op_entity", [key(bureau, t, row.id, row.seq), row]);
  }
  return NONE;
};

/** What a destruction by law is to the database (center/book/eraseNamed.ts, eraseAside.ts, aboutOps.ts). */
export const DESTROY_STATEMENTS: Readonly<Record<string, Statement>> = {
  "insert into op_entity (bureau, t, id, seq) select $1, * from unnest($2::text[], $3::text[], $4::bigint[])":
    insertAbout,
  "select e.t, e.id, o.h, o.payload from op_entity e join op o on o.bureau = e.bureau and o.seq = e.seq join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1":
    (tx, [bureau, ts, ids]) =>
      ofBureau(tx, "op_entity", bureau)
        .filter((row) => isOneOf(row, ts, ids))
        .flatMap(({ t, id, seq }) => {
          const op = rowAt(tx, "op", key(bureau, seq));
          return op === undefined ? [] : [{ t, id, h: op.h, payload: op.payload }];
        }),
  "select h, payload from op where bureau = $1 and verdict = $2 and destroyed_seq is null": (
    tx,
    [bureau, verdict],
  ) => ofBureau(tx, "op", bureau).filter((row) => row.verdict === verdict && row.destroyed_seq === null),
  "select h from op where bureau = $1 and h = any($2) and destroyed_seq is not null": (
    tx,
    [bureau, hashes],
  ) =>
    textsOf(hashes).flatMap((h) => {
      const row = opOf(tx, bureau, h);
      return row === undefined || row.destroyed_seq === null ? [] : [{ h }];
    }),
  "update op set payload = '', destroyed_seq = $3 where bureau = $1 and h = any($2) and coalesce(destroyed_seq, 0) = 0":
    (tx, [bureau, hashes, destroyed_seq]) => {
      for (const h of textsOf(hashes))
        if (Number(opOf(tx, bureau, h)?.destroyed_seq ?? 0) === 0) emptied(tx, bureau, { h, destroyed_seq });
      return NONE;
    },
  "update op set payload = '', destroyed_seq = 0 where bureau = $1 and h = any($2)": (
    tx,
    [bureau, hashes],
  ) => {
    for (const h of textsOf(hashes)) emptied(tx, bureau, { h, destroyed_seq: 0 });
    return NONE;
  },
  "update held set payload = '', is_erased = true where bureau = $1 and h = any($2)": emptyHeld,
  "select h, payload from held where bureau = $1 and released_seq is null and not is_erased and ($2::text[] is null or h = any($2))":
    (tx, [bureau, among]) =>
      ofBureau(tx, "held", bureau).filter(
        ({ h, released_seq, is_erased }) =>
          released_seq === null &&
          is_erased === false &&
          (among === null || textsOf(among).includes(String(h))),
      ),
  "update rescued set payload = '' where bureau = $1 and h = any($2)": (tx, [bureau, hashes]) => {
    for (const h of textsOf(hashes)) {
      const row = rowAt(tx, "rescued", key(bureau, h));
      if (row !== undefined) putRow(tx, "rescued", [key(bureau, h), { ...row, payload: EMPTY }]);
    }
    return NONE;
  },
  "update reject_log set sample = '' where bureau = $1": (tx, [bureau]) => {
    for (const row of ofBureau(tx, "reject_log", bureau))
      putRow(tx, "reject_log", [key(bureau, row.no), { ...row, sample: EMPTY }]);
    return NONE;
  },
  // books here are shorter than any snapshot, and no op names an attachment
  "delete from snapshot where bureau = $1": () => NONE,
  "delete from snapshot_chunk where bureau = $1": () => NONE,
  "delete from blob_ref where bureau = $1 and h = any($2) returning id": () => NONE,
  "select pg_advisory_xact_lock($1, hashtext($2))": () => NONE,
  "select d.hash, exists (select 1 from blob b where b.bureau = d.bureau and d.hash = any(b.chunks)) as is_used from destroyed_chunk d where d.bureau = $1":
    () => NONE,
  "delete from blob_chunk where bureau = $1 and chunk = any($2)": () => NONE,
  "delete from backup_chunk where bureau = $1 and chunk = any($2)": () => NONE,
  "delete from destroyed_chunk where bureau = $1": () => NONE,
  "update bureau_log set is_unswept = true where bureau = $1": (tx, [bureau]) =>
    change(tx, "bureau_log", { key: key(bureau), patch: { is_unswept: true } }),
  "update bureau_log set is_unswept = false where bureau = $1 and seq = $2": markSwept,
  "select seq from bureau_log where bureau = $1 and is_unswept": (tx, [bureau]) =>
    ofBureau(tx, "bureau_log", bureau).filter(({ is_unswept }) => is_unswept === true),
  "select bureau from bureau": (tx) => rowsOf(tx, "bureau").map(({ bureau, name }) => ({ bureau, name })),
};
