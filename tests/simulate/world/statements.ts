import { BUNDLE_STATEMENTS } from "./bundleStatements.ts";
import { DESTROY_STATEMENTS } from "./destroyStatements.ts";
import { END_STATEMENTS } from "./endStatements.ts";
import { EPOCH_STATEMENTS } from "./epochStatements.ts";
import { HOLD_STATEMENTS } from "./holdStatements.ts";
import { SNAPSHOT_STATEMENTS } from "./snapshotStatements.ts";
import { change, found, key, NONE, ofBureau, opOf, type Statement, unlessThere } from "./statement.ts";
import { insertRow, lockRow, putRow, type Row, rowAt, rowsOf, type Transaction } from "./tables.ts";

const LOG =
  "select epoch, seq, chain, stable_seq, is_recovering, recovering_since, home from bureau_log where bureau = $1";
const FEED =
  "select feed, is_center, desk_name, key, state, n, h, head_seq, not_after from feed where bureau = $1";
const feedOf = (tx: Transaction, bureau: unknown, feed: unknown): readonly Row[] =>
  found(rowAt(tx, "feed", key(feed))).filter((row) => row.bureau === bureau);
const insertOps: Statement = (tx, [bureau, ...columns]) => {
  const names = [
    "seq",
    "recv",
    "h",
    "feed",
    "n",
    "intent",
    "actor",
    "desk",
    "wall",
    "schema",
    "verdict",
    "chain",
    "header",
    "payload",
    "sig",
    "actor_sig",
  ];
  const lists = columns as readonly (readonly unknown[])[];
  for (const index of (lists[0] ?? []).keys()) {
    const row: Row = {
      bureau,
      destroyed_seq: null,
      ...Object.fromEntries(names.map((name, at) => [name, lists[at]?.[index]])),
    };
    const at = key(bureau, row.seq);
    insertRow(tx, "op", [at, row]);
    insertRow(tx, "op_by_hash", [key(bureau, row.h), { at }]);
  }
  return NONE;
};

const insertStates: Statement = (tx, [bureau, ...columns]) => {
  const [ts = [], ids = [], states = [], stages = [], lasts = []] =
    columns as readonly (readonly unknown[])[];
  for (const [index, t] of ts.entries()) {
    const row = {
      bureau,
      t,
      id: ids[index],
      state: states[index],
      stages: stages[index],
      last_seq: lasts[index],
    };
    putRow(tx, "entity", [key(bureau, t, row.id), row]);
  }
  return NONE;
};

const insertDispute: Statement = (tx, [bureau, t, id, kind, f, heads, opened_seq]) => {
  const row = { bureau, t, id, kind, f, heads, opened_seq, closed_seq: null };
  putRow(tx, "dispute", [key(bureau, t, id, kind, f, opened_seq), row]);
  return NONE;
};

const nextOfSeries: Statement = async (tx, [bureau, series, year, count, over]) => {
  const at = key(bureau, series, year);
  await lockRow(tx, `number_series/${at}`);
  const next = Number(rowAt(tx, "number_series", at)?.next ?? Number(over) + 1) + Number(count);
  putRow(tx, "number_series", [at, { bureau, series, year, next }]);
  return [{ next: String(next) }];
};

/** The center's SQL, statement by statement, without its white space. A statement that is not here is an error. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  [LOG]: (tx, [bureau]) => found(rowAt(tx, "bureau_log", key(bureau))),
  [`${LOG} for update`]: async (tx, [bureau]) => {
    await lockRow(tx, `bureau_log/${bureau}`);
    return found(rowAt(tx, "bureau_log", key(bureau)));
  },
  [`${FEED} and feed = $2`]: (tx, [bureau, feed]) => feedOf(tx, bureau, feed),
  [`${FEED} and feed = $2 for update`]: async (tx, [bureau, feed]) => {
    await lockRow(tx, `feed/${feed}`);
    return feedOf(tx, bureau, feed);
  },
  [`${FEED} and is_center and state = 'open'`]: (tx, [bureau]) =>
    ofBureau(tx, "feed", bureau).filter((row) => row.is_center && row.state === "open"),
  "select home from bureau_log where bureau = $1": (tx, [bureau]) =>
    found(rowAt(tx, "bureau_log", key(bureau))),
  "select home, shipped from bureau_log where bureau = $1": (tx, [bureau]) =>
    found(rowAt(tx, "bureau_log", key(bureau))),
  "select is_recovering and not is_hub_revoked as is_trusted from bureau_log where bureau = $1": (
    tx,
    [bureau],
  ) =>
    found(rowAt(tx, "bureau_log", key(bureau))).map(({ is_recovering }) => ({ is_trusted: is_recovering })),
  // no hub keeps a book here
  "select no, key, seq, chain, at, sig from term where bureau = $1 order by no": () => NONE,
  ...EPOCH_STATEMENTS,
  ...END_STATEMENTS,
  ...HOLD_STATEMENTS,
  ...BUNDLE_STATEMENTS,
  ...SNAPSHOT_STATEMENTS,
  ...DESTROY_STATEMENTS,
  "select seq, encode(chain, 'hex') as chain from op where bureau = $1 and seq = any($2)": (
    tx,
    [bureau, seqs],
  ) =>
    (seqs as readonly number[]).flatMap((seq) =>
      found(rowAt(tx, "op", key(bureau, seq))).map((row) => ({
        seq: String(seq),
        chain: (row.chain as Buffer).toString("hex"),
      })),
    ),
  "update feed set seen_at = $3, unsent = $4, oldest_unsent_s = $5, conflicts = $6, contested = $7 where bureau = $1 and feed = $2":
    (tx, [, feed, seen_at, unsent, oldest_unsent_s, conflicts, contested]) =>
      change(tx, "feed", {
        key: key(feed),
        patch: { seen_at, unsent, oldest_unsent_s, conflicts, contested },
      }),
  "update feed set differs_seq = $3, differs_at = $4 where bureau = $1 and feed = $2": (
    tx,
    [, feed, differs_seq, differs_at],
  ) => change(tx, "feed", { key: key(feed), patch: { differs_seq, differs_at } }),
  "select h, seq, verdict from op where bureau = $1 and feed = $2 and h = any($3)": (
    tx,
    [bureau, feed, hashes],
  ) =>
    (hashes as readonly string[]).flatMap((h) =>
      found(opOf(tx, bureau, h)).filter((row) => row.feed === feed),
    ),
  "update feed set seen_at = $3, state = case when $4 then 'frozen' else state end where bureau = $1 and feed = $2":
    (tx, [, feed, seen_at, isFrozen]) =>
      change(tx, "feed", {
        key: key(feed),
        patch: { seen_at, ...(isFrozen === true && { state: "frozen" }) },
      }),
  "select 1 from entity where bureau = $1 and t = 'staff' limit 1": (tx, [bureau]) =>
    ofBureau(tx, "entity", bureau)
      .filter(({ t }) => t === "staff")
      .slice(0, 1),
  "update bureau_log set seq = $2, chain = $3 where bureau = $1": (tx, [bureau, seq, chain]) =>
    change(tx, "bureau_log", { key: key(bureau), patch: { seq: String(seq), chain } }),
  "update feed set n = $3, h = $4, head_seq = $5 where bureau = $1 and feed = $2": (
    tx,
    [, feed, n, h, head_seq],
  ) => change(tx, "feed", { key: key(feed), patch: { n: String(n), h, head_seq: String(head_seq) } }),
  "select e.state from entity e join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1":
    (tx, [bureau, ts, ids]) =>
      (ts as readonly string[]).flatMap((t, index) =>
        found(rowAt(tx, "entity", key(bureau, t, (ids as readonly string[])[index]))),
      ),
  "insert into entity (bureau, t, id, state, stages, last_seq) select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::jsonb[], $6::bigint[]) on conflict (bureau, t, id) do update set state = excluded.state, stages = excluded.stages, last_seq = excluded.last_seq":
    insertStates,
  "update dispute set closed_seq = $6 where bureau = $1 and t = $2 and id = $3 and kind = $4 and f = $5 and closed_seq is null":
    (tx, [bureau, t, id, kind, f, closed_seq]) => {
      for (const row of ofBureau(tx, "dispute", bureau))
        if (row.t === t && row.id === id && row.kind === kind && row.f === f && row.closed_seq === null)
          putRow(tx, "dispute", [key(bureau, t, id, kind, f, row.opened_seq), { ...row, closed_seq }]);
      return NONE;
    },
  "insert into dispute (bureau, t, id, kind, f, heads, opened_seq) values ($1, $2, $3, $4, $5, $6, $7) on conflict (bureau, t, id, kind, f, opened_seq) do update set heads = excluded.heads, closed_seq = null":
    insertDispute,
  "insert into op (bureau, seq, recv, h, feed, n, intent, actor, desk, wall, schema, verdict, chain, header, payload, sig, actor_sig) select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::int[], $12::text[], $13::bytea[], $14::bytea[], $15::bytea[], $16::text[], $17::text[])":
    insertOps,
  "insert into reject_log (bureau, feed, code, h, bytes, sample) values ($1, $2, $3, $4, $5, $6)": (
    tx,
    [bureau, feed, code, h, bytes, sample],
  ) => {
    const no = rowsOf(tx, "reject_log").length;
    putRow(tx, "reject_log", [key(bureau, no), { no, bureau, feed, code, h, bytes, sample }]);
    return NONE;
  },
  "select h from number_use where bureau = $1 and series = $2 and year = $3 and no = $4 and (t, id) <> ($5, $6)":
    (tx, [bureau, series, year, no, t, id]) =>
      ofBureau(tx, "number_use", bureau).filter(
        (row) =>
          row.series === series && row.year === year && row.no === no && !(row.t === t && row.id === id),
      ),
  "insert into number_use (bureau, series, year, no, h, t, id, f) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing":
    (tx, [bureau, series, year, no, h, t, id, f]) =>
      unlessThere(tx, "number_use", [
        key(bureau, series, year, no, h),
        { bureau, series, year, no, h, t, id, f },
      ]),
  "insert into dispute (bureau, t, id, kind, f, heads, opened_seq) values ($1, $2, $3, 'number', $4, $5, $6) on conflict do nothing":
    (tx, [bureau, t, id, f, heads, opened_seq]) =>
      unlessThere(tx, "dispute", [
        key(bureau, t, id, "number", f, opened_seq),
        { bureau, t, id, kind: "number", f, heads, opened_seq, closed_seq: null },
      ]),
  "insert into number_series (bureau, series, year, next) values ($1, $2, $3, $5::bigint + $4 + 1) on conflict (bureau, series, year) do update set next = number_series.next + $4 returning next":
    nextOfSeries,
  "select chain from op where bureau = $1 and seq = $2": (tx, [bureau, seq]) =>
    found(rowAt(tx, "op", key(bureau, seq))),
  "select seq, h, recv, verdict, chain, header, payload, sig, actor_sig, destroyed_seq from op where bureau = $1 and seq > $2 order by seq limit $3":
    (tx, [bureau, after, limit]) =>
      ofBureau(tx, "op", bureau)
        .filter(({ seq }) => Number(seq) > Number(after))
        .sort((a, b) => Number(a.seq) - Number(b.seq))
        .slice(0, Number(limit)),
  "select t, id, state as text from entity where bureau = $1 and last_seq > 0": (tx, [bureau]) =>
    ofBureau(tx, "entity", bureau)
      .filter(({ last_seq }) => Number(last_seq) > 0)
      .map(({ t, id, state }) => ({ t, id, text: state })),
  "select bureau, name, used_by, expires_at > $2 as is_live from enrol_code where code_hash = $1 and not is_hub for update":
    (tx, [hash]) => found(rowAt(tx, "enrol_code", key(hash))),
  // this province is nobody's hub
  "select hub, url, key from upstream where key <> ''": () => [],
  "select bureau, key, desk_name from feed where feed = $1": (tx, [feed]) =>
    found(rowAt(tx, "feed", key(feed))),
  "select 1 from bureau where bureau = $1": (tx, [bureau]) => found(rowAt(tx, "bureau", key(bureau))),
  "insert into bureau (bureau, name) values ($1, $2)": (tx, [bureau, name]) => {
    insertRow(tx, "bureau", [key(bureau), { bureau, name }]);
    return NONE;
  },
  "insert into bureau_log (bureau, epoch, chain) values ($1, $2, $3)": (tx, [bureau, epoch, chain]) => {
    insertRow(tx, "bureau_log", [
      key(bureau),
      {
        bureau,
        epoch,
        seq: "0",
        chain,
        stable_seq: "0",
        is_recovering: false,
        recovering_since: null,
        home: "here",
        shipped: "",
      },
    ]);
    return NONE;
  },
  "update enrol_code set used_at = $2, used_by = $3, bureau = $4 where code_hash = $1": (
    tx,
    [hash, used_at, used_by, bureau],
  ) => change(tx, "enrol_code", { key: key(hash), patch: { used_at, used_by, bureau } }),
  "update feed set state = 'revoked' where bureau = $1 and feed = $2": (tx, [, feed]) =>
    change(tx, "feed", { key: key(feed), patch: { state: "revoked" } }),
  "select state from entity where bureau = $1 and t = 'device' and id = $2": (tx, [bureau, id]) =>
    found(rowAt(tx, "entity", key(bureau, "device", id))),
};
