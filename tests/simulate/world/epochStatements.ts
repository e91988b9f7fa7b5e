import { change, key, NONE, ofBureau, opOf, type Statement, unlessThere } from "./statement.ts";
import { lockRow, putRow, type Row, rowAt, rowsOf } from "./tables.ts";

const DAY_MS = 86_400_000;

const whereabouts: Statement = (tx, [bureau, hashes]) =>
  (hashes as readonly string[]).map((h): Row => {
    const at = opOf(tx, bureau, h);
    if (at !== undefined) return { h, seq: String(at.seq), s: "ok" };
    if (rowAt(tx, "held", key(bureau, h)) !== undefined) return { h, seq: null, s: "held" };
    return { h, seq: null, s: rowAt(tx, "rescued", key(bureau, h)) === undefined ? "refused" : "kept" };
  });

const keepRescued: Statement = (
  tx,
  [bureau, h, old_seq, feed, n, offered_by, header, payload, sig, actor_sig, is_destroyed],
) => {
  const known = rowAt(tx, "rescued", key(bureau, h));
  const row: Row = known ?? {
    bureau,
    h,
    old_seq,
    feed,
    n,
    offered_by,
    is_placed: false,
    header,
    payload,
    sig,
    actor_sig,
    is_destroyed,
  };
  const isEmpty = (row.payload as Uint8Array).length === 0;
  putRow(tx, "rescued", [
    key(bureau, h),
    {
      ...row,
      old_seq: Math.min(Number(row.old_seq), Number(old_seq)),
      payload: isEmpty ? payload : row.payload,
    },
  ]);
  return NONE;
};

const missing: Statement = (tx, [bureau, days]) => {
  const log = rowAt(tx, "bureau_log", key(bureau));
  const since = ((log?.recovering_since as Date | null)?.getTime() ?? 0) - Number(days) * DAY_MS;
  return ofBureau(tx, "feed", bureau).filter(
    (row) =>
      !row.is_center &&
      row.state === "open" &&
      (row.checked_epoch ?? "") !== log?.epoch &&
      typeof row.seen_at === "string" &&
      Date.parse(row.seen_at) > since,
  );
};

const raise: Statement = async (tx, [bureau, series, year, to]) => {
  const at = key(bureau, series, year);
  await lockRow(tx, `number_series/${at}`);
  const next = Math.max(Number(rowAt(tx, "number_series", at)?.next ?? 1), Number(to) + 1);
  putRow(tx, "number_series", [at, { bureau, series, year, next }]);
  return NONE;
};

/** What a restored center asks of its database (center/epochs). */
export const EPOCH_STATEMENTS: Readonly<Record<string, Statement>> = {
  "select bureau from bureau_log where home = 'here'": (tx) => rowsOf(tx, "bureau_log"),
  "update bureau_log set epoch = $2, is_recovering = true, recovering_since = $3 where bureau = $1": (
    tx,
    [bureau, epoch, since],
  ) =>
    change(tx, "bureau_log", {
      key: key(bureau),
      patch: { epoch, is_recovering: true, recovering_since: new Date(String(since)) },
    }),
  "update bureau_log set is_recovering = false where bureau = $1": (tx, [bureau]) =>
    change(tx, "bureau_log", { key: key(bureau), patch: { is_recovering: false } }),
  "select feed from feed where bureau = $1 and is_center": (tx, [bureau]) =>
    ofBureau(tx, "feed", bureau).filter((row) => row.is_center),
  "select f.desk_name from feed f join bureau_log l on l.bureau = f.bureau where f.bureau = $1 and not f.is_center and f.state = 'open' and f.checked_epoch <> l.epoch and f.seen_at > l.recovering_since - make_interval(days => $2) order by f.desk_name":
    missing,
  "update feed set checked_epoch = $3 where bureau = $1 and feed = $2": (tx, [, feed, checked_epoch]) =>
    change(tx, "feed", { key: key(feed), patch: { checked_epoch } }),
  "update number_series set next = next + $2 where bureau = $1": (tx, [bureau, margin]) => {
    for (const row of ofBureau(tx, "number_series", bureau))
      putRow(tx, "number_series", [
        key(bureau, row.series, row.year),
        { ...row, next: Number(row.next) + Number(margin) },
      ]);
    return NONE;
  },
  "insert into number_series (bureau, series, year, next) values ($1, $2, $3, $4 + 1) on conflict (bureau, series, year) do update set next = greatest(number_series.next, excluded.next)":
    raise,
  "select feed, header, payload, sig, actor_sig, is_destroyed from rescued where bureau = $1 and not is_placed order by old_seq, n, h":
    (tx, [bureau]) =>
      ofBureau(tx, "rescued", bureau)
        .filter((row) => row.is_placed === false)
        .toSorted(
          (a, b) =>
            Number(a.old_seq) - Number(b.old_seq) ||
            Number(a.n) - Number(b.n) ||
            (String(a.h) < String(b.h) ? -1 : 1),
        ),
  "update rescued set is_placed = true where bureau = $1 and h = any($2)": (tx, [bureau, hashes]) => {
    for (const h of hashes as readonly string[]) {
      const row = rowAt(tx, "rescued", key(bureau, h));
      if (row !== undefined) putRow(tx, "rescued", [key(bureau, h), { ...row, is_placed: true }]);
    }
    return NONE;
  },
  "update feed set state = 'revoked' where bureau = $1 and is_center": async (tx, [bureau]) => {
    const own = ofBureau(tx, "feed", bureau).filter((row) => row.is_center);
    for (const { feed } of own) await change(tx, "feed", { key: key(feed), patch: { state: "revoked" } });
    return own;
  },
  "update feed set state = 'frozen' where bureau = $1 and feed = $2 and state = 'open'": (tx, [, feed]) =>
    rowAt(tx, "feed", key(feed))?.state === "open"
      ? change(tx, "feed", { key: key(feed), patch: { state: "frozen" } })
      : NONE,
  "update feed set state = 'revoked' where bureau = $1 and feed = $2 and not is_center": (tx, [, feed]) =>
    rowAt(tx, "feed", key(feed))?.is_center === false
      ? change(tx, "feed", { key: key(feed), patch: { state: "revoked" } })
      : NONE,
  "insert into feed (bureau, feed, is_center, desk_name, key, state) values ($1, $2, $3, $4, $5, $6) on conflict do nothing":
    (tx, [bureau, feed, is_center, desk_name, publicKey, state]) =>
      unlessThere(tx, "feed", [
        key(feed),
        {
          bureau,
          feed,
          is_center,
          desk_name,
          key: publicKey,
          state,
          n: "0",
          h: "",
          head_seq: "0",
          not_after: null,
        },
      ]),
  "select k.h, o.seq, case when o.seq is not null then 'ok' when e.h is not null then 'held' when r.h is not null then 'kept' else 'refused' end as s from unnest($2::text[]) as k(h) left join op o on o.bureau = $1 and o.h = k.h left join held e on e.bureau = $1 and e.h = k.h left join rescued r on r.bureau = $1 and r.h = k.h":
    whereabouts,
  "insert into rescued (bureau, h, old_seq, feed, n, offered_by, header, payload, sig, actor_sig, is_destroyed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (bureau, h) do update set old_seq = least(rescued.old_seq, excluded.old_seq), payload = case when rescued.payload = '' then excluded.payload else rescued.payload end":
    keepRescued,
};
