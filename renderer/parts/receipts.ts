import type { Receipt } from "../../shared/sync/receiptText.ts";

/** A receipt as the host kept it, with the center's signature. */
export type KeptReceipt = Receipt & { readonly sig: string };

const KEYS = ["feed", "n", "h", "seq", "at", "sig"] as const;

const isReceipt = (value: unknown): value is KeptReceipt =>
  typeof value === "object" && value !== null && KEYS.every((key) => key in value);

/** The receipts in a list of notes; a note of another shape is passed over. */
export const receiptsOf = (notes: readonly { readonly body: string }[]): readonly KeptReceipt[] =>
  notes.map(({ body }): unknown => JSON.parse(body)).filter(isReceipt);

/**
 * The first receipt that covers an op: each op holds the hash of the one before it, so what is signed for number n is
 * signed for all before n. undefined where none was kept.
 */
export const coveringOf = (
  receipts: readonly KeptReceipt[],
  { feed, n }: { readonly feed: string; readonly n: number },
): KeptReceipt | undefined =>
  receipts
    .filter((each) => each.feed === feed && each.n >= n)
    .reduce<KeptReceipt | undefined>((a, b) => (a === undefined || b.n < a.n ? b : a), undefined);

/** How far the receipt before this one reached; 0 for the first. */
export const beginOf = (receipts: readonly KeptReceipt[], { feed, n }: KeptReceipt): number =>
  receipts
    .filter((each) => each.feed === feed && each.n < n)
    .reduce((last, each) => Math.max(last, each.n), 0);
