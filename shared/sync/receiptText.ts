/** What a receipt says: of `feed` the center holds everything up to number `n`, whose hash is `h`; it is `seq` in the book. */
export type Receipt = {
  readonly feed: string;
  readonly n: number;
  readonly h: string;
  readonly seq: number;
  /** When the center signed (UTC text). */
  readonly at: string;
};

/** The very text under the center's signature (docs/protocol.md). */
export const receiptText = (bureau: string, { feed, n, h, seq, at }: Receipt): string =>
  `LAD receipt\n${bureau}\n${feed}\n${n}\n${h}\n${seq}\n${at}`;
