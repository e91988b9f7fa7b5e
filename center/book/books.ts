import { assert } from "../../shared/kernel/assert.ts";
import type { Hash } from "../../shared/ops/op.ts";
import type { Tx } from "../db/database.ts";

/** Where a book ends: its epoch, highest number and chain value. */
export type BookHead = {
  readonly epoch: string;
  readonly seq: number;
  readonly chain: Hash;
  readonly stable: number;
  /** Restored, and still waiting for what desks bring back: nothing new is booked. */
  readonly isRecovering: boolean;
  /** When that began (milliseconds UTC); 0 for never. */
  readonly recoveringSince: number;
  /** Whether this center numbers the book: `hub` for the copy of one that a hub keeps, `gone` for one handed over. */
  readonly home: "here" | "hub" | "gone";
};

/** One feed as the center knows it. */
export type FeedRow = {
  readonly feed: string;
  readonly isCenter: boolean;
  readonly deskName: string;
  readonly key: string;
  readonly state: "open" | "frozen" | "revoked";
  readonly n: number;
  readonly h: Hash | "";
  readonly headSeq: number;
  /** When its enrolment ends (milliseconds UTC); absent where it was never given an end. */
  readonly notAfterMs?: number;
};

type LogRow = {
  readonly epoch: string;
  readonly seq: string;
  readonly chain: Buffer;
  readonly stable_seq: string;
  readonly is_recovering: boolean;
  readonly recovering_since: Date | null;
  readonly home: BookHead["home"];
};

const LOG =
  "select epoch, seq, chain, stable_seq, is_recovering, recovering_since, home from bureau_log where bureau = $1";
const headOf = (row: LogRow): BookHead => ({
  epoch: row.epoch,
  seq: Number(row.seq),
  chain: row.chain.toString("hex"),
  stable: Number(row.stable_seq),
  isRecovering: row.is_recovering,
  recoveringSince: row.recovering_since?.getTime() ?? 0,
  home: row.home,
});

/** The end of the bureau's book as of now. */
export const bookHead = async (tx: Tx, bureau: string): Promise<BookHead> => {
  const row = await tx.one<LogRow>(LOG, [bureau]);
  assert(row !== undefined, "bureau without a book");
  return headOf(row);
};

/** The end of the book, held until the transaction ends: nobody else may append meanwhile (F35). */
export const lockBook = async (tx: Tx, bureau: string): Promise<BookHead> => {
  const row = await tx.one<LogRow>(`${LOG} for update`, [bureau]);
  assert(row !== undefined, "bureau without a book");
  return headOf(row);
};

type RawFeed = {
  readonly feed: string;
  readonly is_center: boolean;
  readonly desk_name: string;
  readonly key: string;
  readonly state: FeedRow["state"];
  readonly n: string;
  readonly h: string;
  readonly head_seq: string;
  readonly not_after: Date | null;
};

const FEED =
  "select feed, is_center, desk_name, key, state, n, h, head_seq, not_after from feed where bureau = $1";
const feedOf = (row: RawFeed): FeedRow => ({
  feed: row.feed,
  isCenter: row.is_center,
  deskName: row.desk_name,
  key: row.key,
  state: row.state,
  n: Number(row.n),
  h: row.h,
  headSeq: Number(row.head_seq),
  ...(row.not_after !== null && { notAfterMs: row.not_after.getTime() }),
});

/** A feed of this bureau, held until the transaction ends: racing pushes of one desk go one after the other (F23). */
export const lockFeed = async (tx: Tx, bureau: string, feed: string): Promise<FeedRow | undefined> => {
  const row = await tx.one<RawFeed>(`${FEED} and feed = $2 for update`, [bureau, feed]);
  return row === undefined ? undefined : feedOf(row);
};

/** A feed of this bureau as of now. */
export const readFeed = async (tx: Tx, bureau: string, feed: string): Promise<FeedRow | undefined> => {
  const row = await tx.one<RawFeed>(`${FEED} and feed = $2`, [bureau, feed]);
  return row === undefined ? undefined : feedOf(row);
};

/** The center's own feed in this bureau's book; those of earlier epochs are closed. */
export const centerFeedOf = async (tx: Tx, bureau: string): Promise<FeedRow> => {
  const row = await tx.one<RawFeed>(`${FEED} and is_center and state = 'open'`, [bureau]);
  assert(row !== undefined, "book without a center's feed");
  return feedOf(row);
};

/** Every feed the center has had in this book, of this epoch and of earlier ones. */
export const centerFeedsOf = async (tx: Tx, bureau: string): Promise<ReadonlySet<string>> =>
  new Set(
    (await tx.all<{ feed: string }>("select feed from feed where bureau = $1 and is_center", [bureau])).map(
      ({ feed }) => feed,
    ),
  );
