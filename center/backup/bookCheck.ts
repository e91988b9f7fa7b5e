import { assert } from "../../shared/kernel/assert.ts";
import { CHAIN_START, chainInput } from "../../shared/sync/chain.ts";
import { sha256 } from "../hash.ts";
import type { BackupPage } from "./lines.ts";

/** Where a bureau's book ends in a backup. */
export type BookEnd = {
  readonly bureau: string;
  readonly epoch: string;
  readonly seq: number;
  readonly chain: string;
};

const hexOf = (bytea: unknown): string => String(bytea).slice(2);

type So = { seq: number; chain: string };

const follow = (so: So, row: Readonly<Record<string, unknown>>): void => {
  const where = `op ${String(row.seq)} of ${String(row.bureau)}`;
  assert(Number(row.seq) === so.seq + 1, `${where} does not follow ${so.seq}`);
  const h = sha256(Buffer.from(hexOf(row.header), "hex"));
  assert(h === row.h, `${where} is not what it was`);
  so.seq += 1;
  so.chain = sha256(chainInput(so.chain, h, String(row.verdict)));
  assert(so.chain === hexOf(row.chain), `${where} breaks the chain`);
};

/** Follows the rows of a backup as they are written or read. */
export type BookCheck = ReturnType<typeof createBookCheck>;

/**
 * Recomputes every book's chain from the ops as they pass (I8). `ends` throws unless each book ends where its own row
 * says: only such a backup counts as verified.
 */
export const createBookCheck = () => {
  const books = new Map<string, So>();
  const said: BookEnd[] = [];
  const bookOf = (bureau: string): So => {
    const so = books.get(bureau) ?? { seq: 0, chain: CHAIN_START };
    books.set(bureau, so);
    return so;
  };
  return {
    take: ({ table, rows }: BackupPage): void => {
      for (const row of rows) {
        if (table === "op") follow(bookOf(String(row.bureau)), row);
        if (table === "bureau_log")
          said.push({
            bureau: String(row.bureau),
            epoch: String(row.epoch),
            seq: Number(row.seq),
            chain: hexOf(row.chain),
          });
      }
    },
    ends: (): readonly BookEnd[] => {
      for (const { bureau, seq, chain } of said) {
        const so = bookOf(bureau);
        assert(so.seq === seq && so.chain === chain, `the book of ${bureau} does not end where it says`);
      }
      assert(books.size === said.length, "ops without a book");
      return said;
    },
  };
};
