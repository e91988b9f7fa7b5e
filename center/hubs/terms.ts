import { type Term, termText } from "../../shared/api/hubApi.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";

type Row = Omit<Term, "seq"> & { readonly seq: string };

/** Who kept this bureau's book from where on, oldest first; empty for a book that never left this center. */
export const termsOf = async (tx: Tx, bureau: string): Promise<readonly Term[]> =>
  (
    await tx.all<Row>("select no, key, seq, chain, at, sig from term where bureau = $1 order by no", [bureau])
  ).map((row) => ({ ...row, seq: Number(row.seq) }));

/** Keeps terms that the province signed; one that is known already stays as it is. */
export const keepTerms = async (tx: Tx, bureau: string, terms: readonly Term[]): Promise<void> => {
  for (const { no, key, seq, chain, at, sig } of terms)
    await tx.run(
      "insert into term (bureau, no, key, seq, chain, at, sig) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
      [bureau, no, key, seq, chain, at, sig],
    );
};

/** The province says in writing who keeps the book from this point on; the next number after all before. */
export const signTerm = async (
  { key: signer, now }: Pick<Center, "key" | "now">,
  tx: Tx,
  of: { readonly bureau: string; readonly key: string; readonly seq: number; readonly chain: string },
): Promise<Term> => {
  const { bureau, key, seq, chain } = of;
  const no = ((await termsOf(tx, bureau)).at(-1)?.no ?? 0) + 1;
  const unsigned = { no, key, seq, chain, at: new Date(now()).toISOString() };
  const term = { ...unsigned, sig: signer.sign(termText(bureau, unsigned)) };
  await keepTerms(tx, bureau, [term]);
  return term;
};

/** Keys of those who kept this book before this center did: what they signed then still holds. */
export const formerKeys = async ({ key }: Pick<Center, "key">, tx: Tx, bureau: string) => [
  ...new Set((await termsOf(tx, bureau)).map((term) => term.key).filter((one) => one !== key.publicKey)),
];
