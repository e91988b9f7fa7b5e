import { randomBytes, randomUUID } from "node:crypto";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { type Header, type Mut, OP_FORMAT, type Payload, SUITE } from "../../shared/ops/op.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { publicKeyOf } from "../keys/ed25519.ts";
import { CENTER_VERSION } from "../version.ts";
import { append } from "./append.ts";
import { bookHead, centerFeedOf, lockFeed } from "./books.ts";
import { checkEnvelope } from "./envelope.ts";

const BOOT = randomUUID();
/** China Standard Time in minutes; the center's office hours are the province's. */
const TZO = 480;
const ACTOR = "center";

/** What the center wishes to record of its own: a desk, a revocation, a block of numbers. */
export type OwnWish = { readonly intent: string; readonly muts: readonly Mut[] };

/** Into whose book, in which transaction. */
export type OwnBook = { readonly center: Center; readonly tx: Tx; readonly bureau: string };

/** A write by the center itself, which is the only writer of its kinds of record: it replaces what stands there. */
export const putBy = (
  record: { readonly t: string; readonly id: string },
  facts: Readonly<Record<string, Json>>,
): readonly Mut[] =>
  Object.entries(facts).map(([f, v]) => ({ k: "put", ...record, f, old: null, new: v, sup: [] }));

/**
 * Books an op of the center's own feed, signed with the center's key like any desk's, in the caller's transaction.
 * Answers with its number. Throws when the book does not take it: that would be our own mistake.
 */
export const bookOwn = async ({ center, tx, bureau }: OwnBook, wish: OwnWish): Promise<number> => {
  const { feed: id } = await centerFeedOf(tx, bureau);
  const feed = await lockFeed(tx, bureau, id);
  assert(feed !== undefined, "book without a center's feed");
  const seen = await bookHead(tx, bureau);
  const ms = center.now();
  const recv = new Date(ms).toISOString();
  const payload = canonicalJson({ muts: wish.muts } satisfies Payload as unknown as Json);
  const header: Header = {
    v: OP_FORMAT,
    suite: SUITE,
    bureau,
    feed: id,
    n: feed.n + 1,
    prev: feed.h,
    rnd: randomBytes(16).toString("hex"),
    intent: wish.intent,
    actor: ACTOR,
    session: BOOT,
    desk: feed.deskName,
    app: CENTER_VERSION,
    os: process.platform,
    wall: recv,
    tzo: TZO,
    hlc: [ms, 0],
    mono: { boot: BOOT, ms: Math.floor(performance.now()) },
    seen: { epoch: seen.epoch, seq: seen.seq, head: seen.chain },
    schema: DICTIONARY,
    minReader: 1,
    ph: sha256(payload),
  };
  const text = canonicalJson(header as unknown as Json);
  const received = { header: text, payload, sig: center.key.sign(text), actorSig: "" };
  const checked = checkEnvelope(received, { bureau, feed: id, key: publicKeyOf(center.key.publicKey) });
  assert(checked.ok, "the center's own op is not well formed");
  const { bookings } = await append(tx, { bureau, feed, recv }, [checked.value]);
  assert(bookings[0]?.verdict === "ok", "the center's own op was not accepted");
  return bookings[0].seq;
};
