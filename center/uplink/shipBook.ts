import {
  HUB_ROUTES,
  type HubHelloReply,
  headText,
  hubHelloReply,
  type Shipped,
  shippedText,
  shipReply,
  type Term,
  termText,
} from "../../shared/api/hubApi.ts";
import { LIMITS } from "../../shared/api/syncApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { type BookHead, bookHead } from "../book/books.ts";
import { chainAt, pageAfter } from "../book/readSince.ts";
import { keepTerms, termsOf } from "../hubs/terms.ts";
import { isSigned, publicKeyOf } from "../keys/ed25519.ts";
import { askProvince } from "./askProvince.ts";
import type { Line, Shipping } from "./line.ts";
import { offerRest } from "./offerRest.ts";

const headOf = ({ center, bureau }: Line): Promise<BookHead> =>
  center.db.inBureau(bureau, (tx) => bookHead(tx, bureau));

const areSigned = ({ bureau, province }: Line, terms: readonly Term[]): boolean =>
  terms.every((term) => isSigned(publicKeyOf(province.key), termText(bureau, term), term.sig));

const greet = async (line: Line, trouble: string): Promise<Result<HubHelloReply>> => {
  const { center, province, token, bureau } = line;
  const { epoch, seq, chain } = await headOf(line);
  const row = await center.db.inBureau(bureau, (tx) =>
    tx.one<{ name: string }>("select name from bureau where bureau = $1", [bureau]),
  );
  const sig = center.key.sign(headText(bureau, { epoch, seq, chain }));
  const json = { bureau, name: row?.name ?? "", epoch, seq, chain, sig, trouble };
  const reply = await askProvince({ url: `${province.url}${HUB_ROUTES.hello}`, token, json }, hubHelloReply);
  if (reply.ok && !areSigned(line, reply.value.terms)) return refuse("signature-invalid", undefined, "term");
  return reply;
};

/** Keeps what the province said: who keeps the book, and how far its backups cover it. Fences us when it is not us. */
const keepSaid = (
  { center, bureau }: Line,
  { terms: said, stable }: HubHelloReply,
): Promise<{ readonly isOurs: boolean; readonly terms: readonly Term[] }> =>
  center.db.inBureau(bureau, async (tx) => {
    await keepTerms(tx, bureau, said);
    // a province that was itself restored may know fewer of its own terms: what it signed once still counts
    const terms = await termsOf(tx, bureau);
    const isOurs = terms.at(-1)?.key === center.key.publicKey;
    const home = isOurs ? "here" : "gone";
    // the lock of the row orders this with whoever is booking: after it nobody books again (I20)
    await tx.run("update bureau_log set home = $2, stable_seq = greatest(stable_seq, $3) where bureau = $1", [
      bureau,
      home,
      isOurs ? stable : 0,
    ]);
    return { isOurs, terms };
  });

const keepReceipt = ({ center, bureau }: Line, shipped: Shipped, stable: number): Promise<number> =>
  center.db.inBureau(bureau, (tx) =>
    tx.run("update bureau_log set shipped = $2, stable_seq = greatest(stable_seq, $3) where bureau = $1", [
      bureau,
      JSON.stringify(shipped),
      stable,
    ]),
  );

/** Ships the page after `from`; answers with its end as the province has it now. */
const shipPage = async (
  line: Line,
  from: { readonly seq: number; readonly chain: string },
): Promise<Result<Shipped>> => {
  const { center, bureau, province, token } = line;
  const bounds = { after: from.seq, before: from.chain, ops: LIMITS.opsPerPush, bytes: LIMITS.pullBytes };
  const [{ epoch }, page] = await center.db.inBureau(
    bureau,
    async (tx) => [await bookHead(tx, bureau), await pageAfter(tx, bureau, bounds)] as const,
  );
  if (!page.isWhole) return refuse("hash-mismatch", undefined, "book");
  const end = { epoch, seq: from.seq + page.ops.length, chain: page.chain };
  const query = new URLSearchParams({
    bureau,
    epoch,
    seq: String(end.seq),
    chain: end.chain,
    sig: center.key.sign(headText(bureau, end)),
  });
  const url = `${province.url}${HUB_ROUTES.ship}?${query}`;
  const reply = await askProvince({ url, token, ops: page.ops }, shipReply);
  if (!reply.ok) return reply;
  const { shipped, stable } = reply.value;
  const isSame = shipped.seq === end.seq && shipped.chain === end.chain && shipped.epoch === epoch;
  if (!isSame || !isSigned(publicKeyOf(province.key), shippedText(bureau, shipped), shipped.sig))
    return refuse("signature-invalid", undefined, "shipped");
  await keepReceipt(line, shipped, stable);
  return done(shipped);
};

/**
 * Brings the province's copy of one book up to ours: unchanged, from where the copy ends, each page believed only by the
 * province's signature over it. Where the copy is not a beginning of our book (we were restored below it), nothing is
 * shipped and both keep what they have. Where the book was handed over, what is only here is offered.
 */
export const shipBook = async (line: Line, trouble: string): Promise<Result<Shipping>> => {
  const said = await greet(line, trouble);
  if (!said.ok) return said;
  const { isOurs, terms } = await keepSaid(line, said.value);
  if (!isOurs) return offerRest(line, terms);
  const { copy } = said.value;
  const ours = await line.center.db.inBureau(line.bureau, (tx) => chainAt(tx, line.bureau, copy.seq));
  if (ours !== copy.chain) return done("diverged");
  let at: { readonly seq: number; readonly chain: string } = copy;
  do {
    const shipped = await shipPage(line, at);
    if (!shipped.ok) return shipped;
    at = shipped.value;
  } while (at.seq < (await headOf(line)).seq);
  return done("even");
};
