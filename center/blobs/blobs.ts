import { createHash } from "node:crypto";
import {
  type BlobManifest,
  type BlobOpenReply,
  type BlobStateReply,
  chunkLength,
} from "../../shared/api/blobApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { sha256 } from "../hash.ts";
import { type BlobKeys, blobKeysOf, blobName, sealChunk, unsealChunk } from "./blobKeys.ts";
import { isStoreBusy } from "./chunkStore.ts";
import { besideSweep } from "./sweepChunks.ts";

type Row = {
  readonly id: string;
  readonly bytes: number;
  readonly chunks: readonly string[];
  readonly is_held: boolean;
};

const ROW = "select id, bytes, chunks, completed_at is not null as is_held from blob where bureau = $1";

const rowOf = (tx: Tx, bureau: string, name: string): Promise<Row | undefined> =>
  tx.one<Row>(`${ROW} and name = $2`, [bureau, name]);

const keysOf = ({ key }: Center, bureau: string): BlobKeys => blobKeysOf(key, bureau);

/** The chunks of these that are stored, by their names. */
const stored = async (tx: Tx, bureau: string, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.all<{ chunk: string }>(
    "select chunk from blob_chunk where bureau = $1 and chunk = any($2)",
    [bureau, names],
  );
  return new Set(rows.map(({ chunk }) => chunk));
};

const missingOf = async (tx: Tx, bureau: string, names: readonly string[]): Promise<number[]> => {
  const here = await stored(tx, bureau, names);
  return names.flatMap((name, index) => (here.has(name) ? [] : [index]));
};

/** Which of these attachments the center holds, and which its book names and it waits for. */
export const blobStates = (center: Center, bureau: string, ids: readonly string[]): Promise<BlobStateReply> =>
  center.db.inBureau(bureau, async (tx) => {
    const rows = await tx.all<{ id: string; is_held: boolean; is_stable: boolean }>(
      `select r.id, coalesce(bool_or(b.completed_at is not null), false) as is_held,
         coalesce(bool_or(b.completed_at is not null and b.stable_at is not null), false) as is_stable
       from blob_ref r left join blob b on b.bureau = r.bureau and b.id = r.id
       where r.bureau = $1 and r.id = any($2) group by r.id`,
      [bureau, ids],
    );
    const keys = keysOf(center, bureau);
    return {
      held: rows.flatMap(({ id, is_held, is_stable: isStable }) =>
        is_held ? [{ id, name: blobName(keys, id), isStable }] : [],
      ),
      wanted: rows.flatMap(({ id, is_held }) => (is_held ? [] : [id])),
    };
  });

/** Of attachments that are not held: the indexes of the chunks that are missing, of those that some desk described. */
export const lackingOf = (
  center: Center,
  bureau: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number[]>> =>
  center.db.inBureau(bureau, async (tx) => {
    const keys = keysOf(center, bureau);
    const lacking = new Map<string, number[]>();
    for (const id of ids) {
      const row = await rowOf(tx, bureau, blobName(keys, id));
      const names = (row?.chunks ?? []).map((chunk) => blobName(keys, chunk));
      if (row !== undefined) lacking.set(id, await missingOf(tx, bureau, names));
    }
    return lacking;
  });

/**
 * Begins to take an attachment, or goes on: which chunks are still missing. Only what an op of this bureau's book names
 * is taken, and in the size it names; `not-found` otherwise, whoever else may have it (I19).
 */
export const openBlob = (
  center: Center,
  bureau: string,
  { id, manifest }: { readonly id: string; readonly manifest: BlobManifest },
): Promise<Result<BlobOpenReply>> =>
  center.db.inBureau(bureau, async (tx) => {
    await besideSweep(tx, bureau);
    const named = await tx.one<object>(
      "select 1 from blob_ref where bureau = $1 and id = $2 and bytes = $3 limit 1",
      [bureau, id, manifest.bytes],
    );
    if (named === undefined) return refuse("not-found");
    const keys = keysOf(center, bureau);
    const name = blobName(keys, id);
    // what was verified stays; a description that led nowhere gives way to the next
    await tx.run(
      "insert into blob (bureau, name, id, bytes, chunks) values ($1, $2, $3, $4, $5) on conflict (bureau, name) do update set chunks = excluded.chunks, bytes = excluded.bytes where blob.completed_at is null",
      [bureau, name, id, manifest.bytes, manifest.chunks],
    );
    const row = await rowOf(tx, bureau, name);
    const names = (row?.chunks ?? []).map((chunk) => blobName(keys, chunk));
    return done({
      name,
      missing: await missingOf(tx, bureau, names),
      isHeld: row?.is_held === true,
    });
  });

/** Stores one chunk, durably, before it answers; the same chunk twice is one. `busy` when the disk has no room. */
export const putChunk = async (
  center: Center,
  bureau: string,
  { name, index, bytes }: { readonly name: string; readonly index: number; readonly bytes: Uint8Array },
): Promise<Result<{ readonly isStored: true }>> => {
  const row = await center.db.inBureau(bureau, (tx) => rowOf(tx, bureau, name));
  const hash = row?.chunks[index];
  if (row === undefined || hash === undefined) return refuse("not-found");
  if (bytes.length !== chunkLength(row.bytes, index) || sha256(bytes) !== hash)
    return refuse("hash-mismatch", undefined, "chunk");
  const keys = keysOf(center, bureau);
  const chunk = blobName(keys, hash);
  try {
    await center.chunks.put(bureau, chunk, sealChunk(keys, chunk, bytes));
  } catch (cause) {
    if (!isStoreBusy(cause)) throw cause;
    center.log.error({ bureau }, "blobs.busy");
    return refuse("busy", undefined, "blobs");
  }
  await center.db.inBureau(bureau, (tx) =>
    tx.run("insert into blob_chunk (bureau, chunk) values ($1, $2) on conflict do nothing", [bureau, chunk]),
  );
  return done({ isStored: true });
};

/** The bytes of a chunk; undefined when they are gone or damaged, which the database forgets to have had then. */
const readChunk = async (center: Center, bureau: string, hash: string): Promise<Buffer | undefined> => {
  const keys = keysOf(center, bureau);
  const chunk = blobName(keys, hash);
  const sealed = await center.chunks.get(bureau, chunk);
  const plain = sealed && unsealChunk(keys, chunk, sealed);
  if (plain !== undefined && sha256(plain) === hash) return plain;
  center.log.warn({ bureau }, "blobs.damaged");
  await center.db.inBureau(bureau, async (tx) => {
    await tx.run("delete from blob_chunk where bureau = $1 and chunk = $2", [bureau, chunk]);
    // whatever consists of it is wanted again: desks that have it bring the one chunk
    await tx.run("update blob set completed_at = null where bureau = $1 and $2 = any(chunks)", [
      bureau,
      hash,
    ]);
  });
  return undefined;
};

/** Reads the whole once more and compares it with its id; only then it is held (I30). `gap`: a chunk is missing. */
export const completeBlob = async (
  center: Center,
  bureau: string,
  name: string,
): Promise<Result<{ readonly isHeld: true }>> => {
  const keys = keysOf(center, bureau);
  const { row, missing } = await center.db.inBureau(bureau, async (tx) => {
    const found = await rowOf(tx, bureau, name);
    const names = (found?.chunks ?? []).map((chunk) => blobName(keys, chunk));
    return { row: found, missing: await missingOf(tx, bureau, names) };
  });
  if (row === undefined) return refuse("not-found");
  if (row.is_held) return done({ isHeld: true });
  if (missing.length > 0) return refuse("gap", undefined, "chunk");
  const sum = createHash("sha256");
  for (const hash of row.chunks) {
    const bytes = await readChunk(center, bureau, hash);
    if (bytes === undefined) return refuse("gap", undefined, "chunk");
    sum.update(bytes);
  }
  if (sum.digest("hex") !== row.id) return refuse("hash-mismatch", undefined, "blob");
  await center.db.inBureau(bureau, (tx) =>
    tx.run("update blob set completed_at = $4 where bureau = $1 and name = $2 and chunks = $3", [
      bureau,
      name,
      row.chunks,
      new Date(center.now()).toISOString(),
    ]),
  );
  return done({ isHeld: true });
};

/** What a held attachment consists of. */
export const manifestOf = async (
  center: Center,
  bureau: string,
  name: string,
): Promise<Result<BlobManifest>> => {
  const row = await center.db.inBureau(bureau, (tx) => rowOf(tx, bureau, name));
  return row?.is_held === true ? done({ bytes: row.bytes, chunks: [...row.chunks] }) : refuse("not-found");
};

/** One chunk of a held attachment. */
export const getChunk = async (
  center: Center,
  bureau: string,
  { name, index }: { readonly name: string; readonly index: number },
): Promise<Result<Buffer>> => {
  const manifest = await manifestOf(center, bureau, name);
  const hash = manifest.ok ? manifest.value.chunks[index] : undefined;
  const bytes = hash === undefined ? undefined : await readChunk(center, bureau, hash);
  return bytes === undefined ? refuse("not-found") : done(bytes);
};
