import { type BlobKeys, blobKeysOf, isSoundChunk } from "../blobs/blobKeys.ts";
import type { ChunkStore } from "../blobs/chunkStore.ts";
import type { Whole } from "../db/database.ts";
import type { Signer } from "../keys/ed25519.ts";
import { bureauChunks, type Enclosure } from "./bureauChunks.ts";

/** An attachment of which not everything came back: its name, and the indexes of the chunks that lack. */
export type Incomplete = {
  readonly bureau: string;
  readonly name: string;
  readonly missing: readonly number[];
};
/** What came back of the attachments. */
export type ChunksRestored = { readonly restored: number; readonly incomplete: readonly Incomplete[] };

/** Where chunks come from, where they go, and the key they are named and sealed by. */
export type ChunkWay = { readonly from: ChunkStore; readonly to: ChunkStore; readonly key: Signer };

type Moving = ChunkWay & { readonly bureau: string; readonly keys: BlobKeys };

/** True when the chunk lies where it belongs now, whole: from the backup, or because it was never lost. */
const bring = async ({ from, to, bureau, keys }: Moving, chunk: string): Promise<boolean> => {
  const saved = await from.get(bureau, chunk);
  if (saved !== undefined && isSoundChunk(keys, chunk, saved)) {
    await to.put(bureau, chunk, saved);
    return true;
  }
  const kept = await to.get(bureau, chunk);
  return kept !== undefined && isSoundChunk(keys, chunk, kept);
};

const incompleteOf = (bureau: string, enclosures: readonly Enclosure[], lost: ReadonlySet<string>) =>
  enclosures.flatMap(({ name, chunks }): readonly Incomplete[] => {
    const missing = chunks.flatMap((chunk, index) => (lost.has(chunk) ? [index] : []));
    return missing.length === 0 ? [] : [{ bureau, name, missing }];
  });

/**
 * Brings back the chunks of every attachment that the restored database knows. What the backup lacks, or has damaged, is
 * named and forgotten to have been stored: the desks that have it are asked for it again.
 */
export const restoreChunks = async (whole: Whole, way: ChunkWay): Promise<ChunksRestored> => {
  const bureaus = await whole.all<{ bureau: string }>("select bureau from bureau order by bureau");
  let restored = 0;
  const incomplete: Incomplete[] = [];
  for (const { bureau } of bureaus) {
    const keys = blobKeysOf(way.key, bureau);
    const { enclosures, stored } = await bureauChunks(whole, bureau, keys);
    const lost = new Set<string>();
    for (const chunk of stored) if (!(await bring({ ...way, bureau, keys }, chunk))) lost.add(chunk);
    restored += stored.size - lost.size;
    const here = incompleteOf(bureau, enclosures, lost);
    incomplete.push(...here);
    await whole.run("delete from blob_chunk where bureau = $1 and chunk = any($2)", [bureau, [...lost]]);
    await whole.run("update blob set completed_at = null where bureau = $1 and name = any($2)", [
      bureau,
      here.map(({ name }) => name),
    ]);
  }
  return { restored, incomplete };
};
