import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../shared/kernel/assert.ts";
import { type BlobKeys, blobKeysOf, isSoundChunk } from "../blobs/blobKeys.ts";
import type { ChunkStore } from "../blobs/chunkStore.ts";
import { diskStore } from "../blobs/diskStore.ts";
import type { Center } from "../context.ts";
import { bureauChunks } from "./bureauChunks.ts";

/** The folder of a place where chunks lie, as the center keeps them: sealed, each under its name. */
export const CHUNK_FOLDER = "blobs";
/** Room that is left for the books, which are small and come first. */
const ROOM_FOR_BOOKS_BYTES = 64 * 1024 * 1024;
/** A copy that was read back is read again after so long: disks forget. */
const TRUSTED_MS = 30 * 24 * 3_600_000;
/** How many rows of the database one statement writes. */
const NOTED_AT_ONCE = 200;

/** What became of the chunks in one place: how many were copied, and how many the center itself no longer has whole. */
export type ChunksBackedUp = { readonly copied: number; readonly missing: number };

type Copying = {
  readonly center: Center;
  readonly bureau: string;
  readonly place: string;
  readonly keys: BlobKeys;
  readonly store: ChunkStore;
  readonly signal: AbortSignal;
};

type Held = { readonly chunk: string; readonly at: Date };

/** What is noted of a place and lies there; what is noted and gone, because another disk is connected, is forgotten. */
const stillThere = async ({ center, bureau, place, store }: Copying): Promise<ReadonlyMap<string, Date>> => {
  const noted = await center.db.inBureau(bureau, (tx) =>
    tx.all<Held>("select chunk, verified_at as at from backup_chunk where bureau = $1 and place = $2", [
      bureau,
      place,
    ]),
  );
  const there = new Map<string, Date>();
  for (const { chunk, at } of noted) if (await store.has(bureau, chunk)) there.set(chunk, at);
  const gone = noted.map(({ chunk }) => chunk).filter((chunk) => !there.has(chunk));
  if (gone.length > 0)
    await center.db.inBureau(bureau, (tx) =>
      tx.run("delete from backup_chunk where bureau = $1 and place = $2 and chunk = any($3)", [
        bureau,
        place,
        gone,
      ]),
    );
  return there;
};

const note = ({ center, bureau, place }: Copying, chunks: readonly string[]): Promise<number> =>
  center.db.inBureau(bureau, (tx) =>
    tx.run(
      `insert into backup_chunk (bureau, place, chunk, verified_at) select $1, $2, x, $4 from unnest($3::text[]) x
       on conflict (bureau, place, chunk) do update set verified_at = excluded.verified_at`,
      [bureau, place, chunks, new Date(center.now()).toISOString()],
    ),
  );

/** Brings one chunk to the place and reads it back there; false when the center has it no longer, or not whole. */
const copy = async ({ center, bureau, place, keys, store }: Copying, chunk: string): Promise<boolean> => {
  const isSound = (bytes: Buffer | undefined): bytes is Buffer =>
    bytes !== undefined && isSoundChunk(keys, chunk, bytes);
  if (isSound(await store.get(bureau, chunk))) return true;
  const bytes = await center.chunks.get(bureau, chunk);
  if (!isSound(bytes)) return false;
  const { bavail, bsize } = await statfs(place);
  assert(bavail * bsize > ROOM_FOR_BOOKS_BYTES, "the room that is left is kept for the books");
  await store.put(bureau, chunk, bytes);
  assert(isSound(await store.get(bureau, chunk)), "a chunk reads back other than it was written");
  return true;
};

const ofBureau = async (copying: Copying): Promise<ChunksBackedUp> => {
  const { center, bureau, keys } = copying;
  const there = await stillThere(copying);
  // only this run writes there: every half chunk is of one that was killed
  await copying.store.dropDrafts(bureau, Number.POSITIVE_INFINITY);
  const oldest = center.now() - TRUSTED_MS;
  const { stored } = await center.db.inBureau(bureau, (tx) => bureauChunks(tx, bureau, keys));
  const due = [...stored].filter((chunk) => (there.get(chunk)?.getTime() ?? 0) < oldest);
  let copied: string[] = [];
  let [count, missing] = [0, 0];
  for (const chunk of due) {
    // what was copied and not noted is found there the next time
    copying.signal.throwIfAborted();
    if (await copy(copying, chunk)) copied.push(chunk);
    else missing += 1;
    if (copied.length < NOTED_AT_ONCE && chunk !== due.at(-1)) continue;
    await note(copying, copied);
    count += copied.length;
    copied = [];
  }
  return { copied: count, missing };
};

/**
 * Brings every chunk that the place does not have yet to it, sealed as it is, and reads each back: its name is the keyed
 * hash of its content, so a copy proves itself. Interrupted or aborted, it goes on where it stopped. What the center no longer has
 * whole is counted, not fatal. Throws when the place takes no more, or `signal` says so.
 */
export const backUpChunks = async (
  center: Center,
  place: string,
  signal: AbortSignal,
): Promise<ChunksBackedUp> => {
  const bureaus = await center.db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));
  const store = diskStore(join(place, CHUNK_FOLDER));
  let [copied, missing] = [0, 0];
  for (const { bureau } of bureaus) {
    const keys = blobKeysOf(center.key, bureau);
    const of = await ofBureau({ center, bureau, place, keys, store, signal });
    copied += of.copied;
    missing += of.missing;
  }
  return { copied, missing };
};
