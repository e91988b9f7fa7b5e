import type { Tx } from "../db/database.ts";
import { bookHead } from "./books.ts";
import { type BookRow, wholeRows } from "./wholeRows.ts";

const AT_ONCE = 500;

/**
 * Whether a book is still what was booked, from its first op to the end its own row names: every number, hash and chain
 * value. One that is not is left as it was found, for whoever looks into it (F77).
 */
export const isWhole = async (tx: Tx, bureau: string): Promise<boolean> => {
  const head = await bookHead(tx, bureau);
  let chain: string | undefined;
  for (let seq = 0; seq < head.seq; ) {
    const rows = await tx.all<BookRow>(
      "select seq, h, verdict, chain, header, payload, destroyed_seq from op where bureau = $1 and seq > $2 order by seq limit $3",
      [bureau, seq, AT_ONCE],
    );
    if (rows.length === 0 || wholeRows(rows, seq, chain).length < rows.length) return false;
    seq += rows.length;
    chain = rows.at(-1)?.chain.toString("hex");
  }
  const beyond = await tx.one<object>("select 1 from op_entity where bureau = $1 and seq > $2 limit 1", [
    bureau,
    head.seq,
  ]);
  return beyond === undefined && (chain === undefined || chain === head.chain);
};
