import { createHash } from "node:crypto";
import {
  SNAPSHOT_FORMAT,
  type SnapshotChunk,
  type SnapshotManifest,
  snapshotText,
} from "../../shared/api/snapshotApi.ts";
import { DICTIONARY } from "../../shared/dictionary/entities.ts";
import { canonicalJson, type Json } from "../../shared/kernel/canonicalJson.ts";
import { FOLD } from "../../shared/ops/state.ts";
import { byName } from "../../shared/sync/stateHash.ts";
import { type BookHead, bookHead, lockBook } from "../book/books.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { cutChunks, type StateText } from "./cutChunks.ts";

/** Told how many records are done of how many, while a snapshot is made. */
export type OnBuilt = (doneCount: number, allCount: number) => void;

/** Records read at once. */
const PAGE = 1000;
/** The newest, and the one that some desk may still be loading. */
const KEPT_COUNT = 2;

type Key = { readonly t: string; readonly id: string };

/** Every record in the order of the state hash, which no database's collation decides. */
async function* statesOf(tx: Tx, bureau: string, keys: readonly Key[]): AsyncGenerator<readonly StateText[]> {
  for (let at = 0; at < keys.length; at += PAGE) {
    const page = keys.slice(at, at + PAGE);
    const rows = await tx.all<Key & { readonly state: string }>(
      "select e.t, e.id, e.state from entity e join unnest($2::text[], $3::text[]) as k(t, id) on e.t = k.t and e.id = k.id where e.bureau = $1",
      [bureau, page.map(({ t }) => t), page.map(({ id }) => id)],
    );
    yield rows.toSorted(byName).map(({ t, state }) => ({ t, text: state }));
  }
}

const feedsOf = async (tx: Tx, bureau: string): Promise<Pick<SnapshotManifest, "feeds" | "branched">> => {
  const feeds = await tx.all<{ feed: string; n: string; h: string }>(
    "select feed, n, h from feed where bureau = $1 and not is_center order by feed",
    [bureau],
  );
  const branches = await tx.all<{ feed: string }>("select distinct feed from branch where bureau = $1", [
    bureau,
  ]);
  const branched = branches.map(({ feed }) => feed).toSorted();
  return {
    branched,
    feeds: feeds
      .filter(({ feed }) => !branched.includes(feed))
      .map(({ feed, n, h }) => ({ feed, n: Number(n), h })),
  };
};

type Written = {
  readonly stateHash: string;
  readonly count: number;
  readonly chunks: readonly SnapshotChunk[];
};
type Cut = { readonly most: number; readonly onBuilt: OnBuilt };

const writeChunks = async (tx: Tx, bureau: string, { most, onBuilt }: Cut): Promise<Written> => {
  const rows = await tx.all<Key>("select t, id from entity where bureau = $1", [bureau]);
  const keys = rows.toSorted(byName);
  const state = createHash("sha256").update("[");
  const chunks: SnapshotChunk[] = [];
  let count = 0;
  const hashed = async function* (pages: AsyncIterable<readonly StateText[]>) {
    for await (const page of pages) {
      for (const { text } of page) {
        state.update(count === 0 ? text : `,${text}`);
        count += 1;
      }
      yield page;
    }
  };
  for await (const { chunk, packed } of cutChunks(hashed(statesOf(tx, bureau, keys)), most)) {
    await tx.run(
      "insert into snapshot_chunk (bureau, id, packed) values ($1, $2, $3) on conflict do nothing",
      [bureau, chunk.id, packed],
    );
    chunks.push(chunk);
    onBuilt(count, keys.length);
  }
  return { stateHash: state.update("]").digest("hex"), count, chunks };
};

const forgetOld = async (tx: Tx, bureau: string): Promise<void> => {
  const rows = await tx.all<{ epoch: string; seq: string; fold: number; chunks: string[] }>(
    "select epoch, seq, fold, chunks from snapshot where bureau = $1 order by made_no desc",
    [bureau],
  );
  for (const { epoch, seq, fold } of rows.slice(KEPT_COUNT))
    await tx.run("delete from snapshot where bureau = $1 and epoch = $2 and seq = $3 and fold = $4", [
      bureau,
      epoch,
      seq,
      fold,
    ]);
  await tx.run("delete from snapshot_chunk where bureau = $1 and not (id = any($2))", [
    bureau,
    rows.slice(0, KEPT_COUNT).flatMap(({ chunks }) => chunks),
  ]);
};

const manifestOf = async (
  tx: Tx,
  bureau: string,
  { head, written, madeAt }: { readonly head: BookHead; readonly written: Written; readonly madeAt: string },
): Promise<SnapshotManifest> => ({
  format: SNAPSHOT_FORMAT,
  bureau,
  epoch: head.epoch,
  seq: head.seq,
  chain: head.chain,
  fold: FOLD,
  schema: DICTIONARY,
  madeAt,
  ...(await feedsOf(tx, bureau)),
  ...written,
  chunks: [...written.chunks],
});

/**
 * What was destroyed while a snapshot was made is still in it, and chunks it shares with older ones may be gone: all of them
 * go then (I39). Whoever was booking meanwhile is waited for first: what it took away did not include this one.
 */
export const withdrawErased = async ({ db }: Center, bureau: string, seq: number): Promise<void> => {
  await db.inBureau(bureau, (tx) => lockBook(tx, bureau));
  await db.inBureau(bureau, async (tx) => {
    const erased = await tx.one<object>("select 1 from op where bureau = $1 and destroyed_seq > $2 limit 1", [
      bureau,
      seq,
    ]);
    if (erased === undefined) return;
    await tx.run("delete from snapshot where bureau = $1", [bureau]);
    await tx.run("delete from snapshot_chunk where bureau = $1", [bureau]);
  });
};

const make = (center: Center, bureau: string, onBuilt: OnBuilt): Promise<number> =>
  center.db.inBureauAsOfNow(bureau, async (tx) => {
    const head = await bookHead(tx, bureau);
    const written = await writeChunks(tx, bureau, { most: center.config.snapshotChunkBytes, onBuilt });
    const madeAt = new Date(center.now()).toISOString();
    const manifest = canonicalJson(
      (await manifestOf(tx, bureau, { head, written, madeAt })) as unknown as Json,
    );
    await tx.run(
      "insert into snapshot (bureau, epoch, seq, fold, chunks, manifest, sig) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
      [
        bureau,
        head.epoch,
        head.seq,
        FOLD,
        written.chunks.map(({ id }) => id),
        manifest,
        center.key.sign(snapshotText(bureau, sha256(manifest))),
      ],
    );
    await forgetOld(tx, bureau);
    return head.seq;
  });

/**
 * Makes and keeps a snapshot of the bureau's book as it stands now: one transaction that sees one moment, so that number,
 * chain and states belong together while desks go on pushing (R12). Killed half way, nothing of it is there.
 */
export const buildSnapshot = async (center: Center, bureau: string, onBuilt: OnBuilt): Promise<void> =>
  withdrawErased(center, bureau, await make(center, bureau, onBuilt));
