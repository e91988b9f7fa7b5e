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
const fitting = (rows: readonly Row[]): readonly Row[] => {
  let bytes = 0;
  const end = rows.findIndex((row, index) => {
    bytes += sizeOf(row);
    return index > 0 && bytes > LIMITS.pullBytes;
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
    const limit = Math.min(since.max, LIMITS.opsPerPull);
    const rows = await tx.all<Row>(
      "select seq, h, recv, verdict, chain, header, payload, sig, actor_sig from op where bureau = $1 and seq > $2 order by seq limit $3",
      [bureau, since.after, limit],
    );
    const head = await bookHead(tx, bureau);
    if (since.epoch !== head.epoch) return refuse("gap", undefined, "epoch");
    const before = await chainAt(tx, bureau, since.after);
    if (before === undefined) return refuse("gap", undefined, "after");
    const page = wholeRows(fitting(rows), since.after, before);
    if (page.length === 0 && rows.length > 0) return refuse("hash-mismatch", undefined, "book");
    const chain = page.at(-1)?.chain.toString("hex") ?? before;
    const body = encodeBooked(page.map(bookedOf));
    const trailer = canonicalJson({
      to: since.after + page.length,
      chain,
      stable: head.stable,
      head: head.seq,
      epoch: head.epoch,
      count: page.length,
      sha256: sha256(body),
    });
    return done(withTrailer(body, trailer));
  });
