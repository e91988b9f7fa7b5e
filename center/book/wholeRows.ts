import { CHAIN_START, chainInput } from "../../shared/sync/chain.ts";
import { sha256 } from "../hash.ts";

/** One op as it lies in the database. */
export type BookRow = {
  readonly seq: string;
  readonly h: string;
  readonly verdict: string;
  readonly chain: Buffer;
  readonly header: Buffer;
  readonly payload: Buffer;
  /** The number of the op that destroyed it by law; null for all others. */
  readonly destroyed_seq: string | null;
};

const hashOfPayload = (header: Buffer): unknown => {
  try {
    return (JSON.parse(header.toString("utf8")) as { readonly ph?: unknown }).ph;
  } catch (cause) {
    // what was written here as a header was readable; that it is not any more is the answer
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** What was booked, or lawfully nothing: an empty payload that no destruction accounts for is an edited row. */
const isPayload = ({ header, payload, destroyed_seq }: BookRow): boolean =>
  payload.length === 0 ? destroyed_seq !== null : sha256(payload) === hashOfPayload(header);

/**
 * The longest prefix of rows that are still what was booked: numbers without a gap from `after` + 1, every hash, and the
 * chain from `before` on. Whoever edits, removes or reorders rows of the database ends the prefix there (F77).
 */
export const wholeRows = <Row extends BookRow>(
  rows: readonly Row[],
  after: number,
  before = CHAIN_START,
): readonly Row[] => {
  let last = before;
  const end = rows.findIndex((row, index) => {
    const { seq, h, verdict, chain, header } = row;
    last = sha256(chainInput(last, h, verdict));
    return (
      Number(seq) !== after + index + 1 ||
      sha256(header) !== h ||
      !isPayload(row) ||
      chain.toString("hex") !== last
    );
  });
  return end === -1 ? rows : rows.slice(0, end);
};
