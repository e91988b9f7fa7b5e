import { LIMITS } from "../../shared/api/syncApi.ts";
import { canonicalJson } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { textOf } from "../../shared/kernel/utf8.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { CHAIN_START } from "../../shared/sync/chain.ts";
import { encodeBooked, withTrailer } from "../../shared/sync/frames.ts";
import type { Database, Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { bookHead } from "./books.ts";
import { type BookRow, wholeRows } from "./wholeRows.ts";

/** From where a desk reads on, in which lineage, and how many ops at most. */
export type Since = { readonly after: number; readonly epoch: string; readonly max: number };

type Row = BookRow & { readonly recv: string; readonly sig: string; readonly actor_sig: string };

/** Framing of one op on the wire above its own texts, roughly; keeps pages under the announced size. */
const FRAME_BYTES = 256;
const sizeOf = ({ header, payload }: Row): number => header.length + payload.length + FRAME_BYTES;

/** The longest prefix that fits a page; always at least one op, which is bounded by itself. */
const fitting = (rows: readonly Row[], most: number): readonly Row[] => {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += sizeOf(row);
    return index > 0 && bytes > most;
  });
  return end === -1 ? rows : rows.slice(0, end);
};

const bookedOf = (row: Row): BookedOp => ({
  h: row.h,
  seq: Number(row.seq),
  recv: row.recv,
  verdict: row.verdict,
  header: textOf(row.header),
  payload: textOf(row.payload),
  sig: row.sig,
  actorSig: row.actor_sig,
});

/** The chain value right after op `seq`; undefined when the book does not reach so far. */
export const chainAt = async (tx: Tx, bureau: string, seq: number): Promise<string | undefined> => {
  if (seq === 0) return CHAIN_START;
  const row = await tx.one<{ chain: Buffer }>("select chain from op where bureau = $1 and seq = $2", [
    bureau,
    seq,
  ]);
  return row?.chain.toString("hex");
};

/** How long a page may be, and the chain value right before it. */
type Bounds = {
  readonly after: number;
  readonly before: string;
  readonly ops: number;
  readonly bytes: number;
};

/** Ops of a page with the chain value after the last; `isWhole` is false where the next row is not what was booked. */
export type BookPage = {
  readonly ops: readonly BookedOp[];
  readonly chain: string;
  readonly isWhole: boolean;
};

/** The next ops of the book after a number, exact bytes, ending before a row that was edited (F77). */
export const pageAfter = async (tx: Tx, bureau: string, bounds: Bounds): Promise<BookPage> => {
  const rows = await tx.all<Row>(
    "select seq, h, recv, verdict, chain, header, payload, sig, actor_sig, destroyed_seq from op where bureau = $1 and seq > $2 order by seq limit $3",
    [bureau, bounds.after, bounds.ops],
  );
  const page = wholeRows(fitting(rows, bounds.bytes), bounds.after, bounds.before);
  const chain = page.at(-1)?.chain.toString("hex") ?? bounds.before;
  return { ops: page.map(bookedOf), chain, isWhole: page.length > 0 || rows.length === 0 };
};

/**
 * A page of the book: contiguous from `after` + 1, exact bytes, closed by a trailer that names where it ends. Safe to
 * read by number because numbers appear in commit order (F35). Refused as `gap` when the cursor is of another lineage, as
 * `hash-mismatch` when the next op is not what was booked: a row of the database was edited, and it is never handed on (F77).
 */
export const readSince = (
  db: Database,
  bureau: string,
  since: Since,
): Promise<Result<Uint8Array<ArrayBuffer>>> =>
  db.inBureau(bureau, async (tx) => {
    const { after } = since;
    const before = await chainAt(tx, bureau, after);
    const bounds = { after, ops: Math.min(since.max, LIMITS.opsPerPull), bytes: LIMITS.pullBytes };
    const page = before === undefined ? undefined : await pageAfter(tx, bureau, { ...bounds, before });
    const head = await bookHead(tx, bureau);
    if (since.epoch !== head.epoch) return refuse("gap", undefined, "epoch");
    if (page === undefined) return refuse("gap", undefined, "after");
    const { ops, chain, isWhole } = page;
    if (!isWhole) return refuse("hash-mismatch", undefined, "book");
    const body = encodeBooked(ops);
    const trailer = canonicalJson({
      to: after + ops.length,
      chain,
      stable: head.stable,
      head: head.seq,
      epoch: head.epoch,
      count: ops.length,
      sha256: sha256(body),
    });
    return done(withTrailer(body, trailer));
  });
