import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { isDestroyed } from "../../shared/ops/destroyed.ts";
import { type Hash, isErased, type Mut, PENDING } from "../../shared/ops/op.ts";
import type { OpRow } from "./deskDb.ts";
import type { Meta, MetaPatch } from "./meta.ts";
import { erasedOp, hasEffect, openOp, type ReadOp, recordKey, rowOfOp } from "./opRow.ts";
import { atOf, type Held, type Store, stateAt } from "./recordStore.ts";

/** The verdict of what came about a record that was destroyed before it. */
const DESTROYED = "destroyed";

/** The booked destructions among these ops; one that is still pending destroys nothing (I39). */
const purgesIn = (ops: readonly ReadOp[]): readonly Extract<Mut, { k: "purge" }>[] =>
  ops
    .filter((op) => op.seq < PENDING && hasEffect(op))
    .flatMap(({ payloadRead }) => payloadRead.muts)
    .filter((mut) => mut.k === "purge");

/** The ops that booked destructions among these name. */
export const namedIn = (ops: readonly ReadOp[]): readonly Hash[] => purgesIn(ops).flatMap((mut) => mut.ops);

/**
 * Ops of the book that came without their payload and that no booked destruction has named yet. A destruction stands
 * behind what it destroys, so at the end of the book none may be left: somebody would have emptied it without one (I38). One
 * that was booked as being about a destroyed record never had an effect. A restored book may bring one again, and whole.
 */
export const emptiedAfter = (before: readonly Hash[], ops: readonly ReadOp[]): readonly Hash[] => {
  const booked = ops.filter(({ seq }) => seq < PENDING);
  const settled = new Set([...namedIn(ops), ...booked.filter((op) => !isErased(op)).map(({ h }) => h)]);
  const came = booked.filter((op) => isErased(op) && op.verdict !== DESTROYED).map(({ h }) => h);
  return [...new Set([...before, ...came])].filter((h) => !settled.has(h));
};

const HASH = /^[0-9a-f]{64}$/;
/** Under these names rows of letters, services and materials name what lies beside the journal. */
const NAMES: ReadonlySet<string> = new Set(["pdfHash", "docxHash", "hash"]);

/** Every letter and scan that a value names, however deep. */
export const blobsIn = (value: Json): readonly Hash[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, v]) =>
    typeof v === "string" ? (NAMES.has(name) && HASH.test(v) ? [v] : []) : blobsIn(v),
  );
};

/** More to destroy, with what was left to be destroyed before. */
export const moreToErase = (before: Meta["toErase"], more: Meta["toErase"]): Meta["toErase"] => ({
  ops: [...new Set([...before.ops, ...more.ops])],
  blobs: [...new Set([...before.blobs, ...more.blobs])],
  kinds: [...new Set([...before.kinds, ...more.kinds])],
});

/** A record that news change, as it was before them. */
type Before = { readonly key: string; readonly t: string; readonly held: Held };

const erased = async (
  { db, seal }: Store,
  hashes: readonly Hash[],
  destroyed: readonly Before[],
): Promise<{ readonly ops: readonly ReadOp[]; readonly toErase: Meta["toErase"] }> => {
  const stored = (await db.ops.bulkGet([...hashes])).filter((row) => row !== undefined);
  const ops = await Promise.all(stored.map((row) => openOp(seal, row)));
  const said = [...ops.map(({ payloadRead }) => payloadRead), ...destroyed.map(({ held }) => held)];
  const scans = ops.flatMap(({ payloadRead }) => (payloadRead.blobs ?? []).map(({ id }) => id));
  return {
    ops,
    toErase: {
      ops: [...hashes],
      blobs: [...new Set([...scans, ...said.flatMap((each) => blobsIn(each as unknown as Json))])],
      kinds: [...new Set(destroyed.map(({ t }) => t))],
    },
  };
};

/**
 * Own ops that wait here with their content and come back booked without it: they were held at the center while the
 * record they are about was destroyed. They are believed to be that (`gone`) only where this desk finds every record destroyed;
 * the others somebody has emptied.
 */
const emptiedOwn = async (
  store: Store,
  news: readonly ReadOp[],
  going: ReadonlySet<string>,
): Promise<{ readonly gone: readonly Hash[]; readonly doubted: readonly Hash[] }> => {
  const came = news.filter((op) => op.seq < PENDING && isErased(op) && op.verdict === DESTROYED);
  const rows = (await store.db.ops.bulkGet(came.map(({ h }) => h))).filter((row) => row !== undefined);
  const found = await Promise.all(
    rows
      .filter(({ seq }) => seq >= PENDING)
      .map(async ({ h, records }) => {
        const isGone = await Promise.all(
          records.map(async (key) => going.has(key) || isDestroyed(await stateAt(store, atOf(key)))),
        );
        return { h, isGone: isGone.every((each) => each) };
      }),
  );
  const hashes = (isGone: boolean) => found.filter((each) => each.isGone === isGone).map(({ h }) => h);
  return { gone: hashes(true), doubted: hashes(false) };
};

/** What news destroy on this desk: which ops, the stored rows without their content, and what is left to be done. */
type Erasure = {
  readonly named: ReadonlySet<Hash>;
  readonly rows: readonly OpRow[];
  readonly meta: MetaPatch;
};

/**
 * Prepares what the destructions among `news` do here: stored ops lose their content in the transaction that stores the
 * news; journal, letters, scans and bound volumes follow by `finishErasing`, and it is noted that they must.
 */
export const erasureOf = async (
  store: Store,
  { meta, news }: { readonly meta: Pick<Meta, "toErase" | "emptied">; readonly news: readonly ReadOp[] },
  befores: readonly Before[],
): Promise<Erasure> => {
  const going = new Set(purgesIn(news).map(({ t, id }) => recordKey(t, id)));
  const own = await emptiedOwn(store, news, going);
  const emptied = emptiedAfter([...meta.emptied, ...own.doubted], news);
  const isSame = emptied.length === meta.emptied.length && emptied.every((h) => meta.emptied.includes(h));
  const patch = isSame ? {} : { emptied };
  const named = new Set([...namedIn(news), ...own.gone]);
  if (named.size === 0) return { named, rows: [], meta: patch };
  const incoming = new Set(news.map(({ h }) => h));
  const destroyed = befores.filter(({ key }) => going.has(key));
  const { ops, toErase } = await erased(store, [...named], destroyed);
  const rows = ops.filter(({ h }) => !incoming.has(h)).map((op) => rowOfOp(store.seal, erasedOp(op)));
  return {
    named,
    rows: await Promise.all(rows),
    meta: { ...patch, toErase: moreToErase(meta.toErase, toErase) },
  };
};
