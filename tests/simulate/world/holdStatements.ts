import { change, key, NONE, ofBureau, type Statement } from "./statement.ts";
import { putRow, type Row, rowAt, type Transaction } from "./tables.ts";

const patched = (tx: Transaction, at: string, patch: Row): void => {
  const row = rowAt(tx, "held", at);
  if (row !== undefined) putRow(tx, "held", [at, { ...row, ...patch }]);
};
/** A deleted row stays as a mark: nothing else of the center is ever deleted. */
const branches = (tx: Transaction, bureau: unknown, feed: unknown): readonly Row[] =>
  ofBureau(tx, "branch", bureau).filter((row) => row.feed === feed && row.is_gone === false);

const heldOf: Statement = (tx, [bureau, feed, hashes]) =>
  (hashes as readonly string[]).flatMap((h) => {
    const row = rowAt(tx, "held", key(bureau, h));
    return row !== undefined && row.feed === feed && row.released_seq === null ? [row] : [];
  });

/** What a held op, its release and its branch are to the database (center/desks/holds.ts, center/book/branches.ts). */
export const HOLD_STATEMENTS: Readonly<Record<string, Statement>> = {
  "select h from held where bureau = $1 and feed = $2 and h = any($3) and released_seq is null": heldOf,
  "insert into held (bureau, h, feed, n, reason, header, payload, sig, actor_sig, is_erased) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing":
    (tx, [bureau, h, feed, n, reason, header, payload, sig, actor_sig, is_erased]) => {
      const at = key(bureau, h);
      if (rowAt(tx, "held", at) !== undefined) return NONE;
      const arrived_no = ofBureau(tx, "held", bureau).length;
      // where the book ended when it came: no column, but what a check asks
      const at_seq = Number(rowAt(tx, "bureau_log", key(bureau))?.seq);
      const open = { released_seq: null, decision: "", arrived_no, is_erased, at_seq };
      putRow(tx, "held", [at, { bureau, h, feed, n, reason, header, payload, sig, actor_sig, ...open }]);
      return NONE;
    },
  "select h, reason, decision, header, payload, sig, actor_sig, is_erased from held where bureau = $1 and feed = $2 and released_seq is null order by arrived_no":
    (tx, [bureau, feed]) =>
      ofBureau(tx, "held", bureau)
        .filter((row) => row.feed === feed && row.released_seq === null)
        .toSorted((a, b) => Number(a.arrived_no) - Number(b.arrived_no)),
  "update held set released_seq = $3 where bureau = $1 and h = $2": (tx, [bureau, h, released_seq]) => {
    patched(tx, key(bureau, h), { released_seq });
    return NONE;
  },
  "select h, payload from held where bureau = $1 and released_seq is null and not is_erased and ($2::text[] is null or h = any($2))":
    (tx, [bureau, among]) =>
      ofBureau(tx, "held", bureau).filter(
        (row) =>
          row.released_seq === null &&
          row.is_erased === false &&
          (among === null || (among as readonly string[]).includes(String(row.h))),
      ),
  "update held set decision = $3 where bureau = $1 and h = any($2)": (tx, [bureau, hashes, decision]) => {
    for (const h of hashes as readonly string[]) patched(tx, key(bureau, h), { decision });
    return NONE;
  },
  "update feed set state = 'open' where bureau = $1 and feed = $2 and state = 'frozen'": (tx, [, feed]) =>
    rowAt(tx, "feed", key(feed))?.state === "frozen"
      ? change(tx, "feed", { key: key(feed), patch: { state: "open" } })
      : NONE,
  "select h, n from branch where bureau = $1 and feed = $2": (tx, [bureau, feed]) =>
    branches(tx, bureau, feed),
  "insert into branch (bureau, feed, h, n) values ($1, $2, $3, $4)": (tx, [bureau, feed, h, n]) => {
    putRow(tx, "branch", [key(bureau, feed, h), { bureau, feed, h, n: String(n), is_gone: false }]);
    return NONE;
  },
  "delete from branch where bureau = $1 and feed = $2 and h = $3": (tx, [bureau, feed, h]) => {
    const row = rowAt(tx, "branch", key(bureau, feed, h));
    if (row !== undefined) putRow(tx, "branch", [key(bureau, feed, h), { ...row, is_gone: true }]);
    return NONE;
  },
};
