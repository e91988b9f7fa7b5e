import { HEAD_BYTES } from "../sync/bundle.ts";
import { type BlobManifest, chunkLength } from "./blobApi.ts";
import type { Enclosed } from "./bundleApi.ts";

/** An attachment that is to travel in files, and the indexes of its chunks that the other side lacks. */
export type Offer = {
  readonly id: string;
  readonly manifest: BlobManifest;
  readonly indexes: readonly number[];
};

/** What an attachment takes of a manifest, with room to spare: its names and braces, a hash per chunk, an index per chunk carried. */
const ENTRY_BYTES = 200;
const HASH_BYTES = 67;
const INDEX_BYTES = 4;

const entryBytes = ({ chunks }: BlobManifest): number => ENTRY_BYTES + chunks.length * HASH_BYTES;
const chunkBytes = ({ bytes }: BlobManifest, index: number): number =>
  HEAD_BYTES + INDEX_BYTES + chunkLength(bytes, index);

/** The indexes that fit, in order. A chunk that does not fit ends it: what follows is shorter only at an attachment's end. */
const fitting = ({ manifest, indexes }: Offer, room: number): readonly number[] => {
  let left = room - entryBytes(manifest);
  const over = indexes.findIndex((index) => {
    left -= chunkBytes(manifest, index);
    return left < 0;
  });
  return over < 0 ? indexes : indexes.slice(0, over);
};

/**
 * Which chunks travel in a file with room for so many bytes: the attachments one after the other, the last one cut where
 * the file ends. Attachments of which nothing fits any more are left out, a shorter one behind them too: the next file
 * begins with the first that is left.
 */
export const packed = (offers: readonly Offer[], room: number): readonly Enclosed[] => {
  const list: Enclosed[] = [];
  let left = room;
  for (const offer of offers) {
    if (offer.indexes.length === 0) continue;
    const { id, manifest } = offer;
    const has = [...fitting(offer, left)];
    if (has.length > 0) list.push({ id, manifest, has });
    if (has.length < offer.indexes.length) break;
    left -= has.reduce((sum, index) => sum + chunkBytes(manifest, index), entryBytes(manifest));
  }
  return list;
};

/** Reads one chunk of an attachment; undefined when it is gone or damaged. */
type ReadChunk = (enclosed: Enclosed, index: number) => Promise<Uint8Array | undefined>;

/** What travels, with its chunks in the order of the list. */
export type Parcel = { readonly blobs: readonly Enclosed[]; readonly chunks: readonly Uint8Array[] };

/** Fetches the chunks of a list. One that cannot be read is left out of it, as if it had not fitted. */
export const loaded = async (list: readonly Enclosed[], read: ReadChunk): Promise<Parcel> => {
  const [blobs, chunks]: [Enclosed[], Uint8Array[]] = [[], []];
  for (const each of list) {
    const has: number[] = [];
    for (const index of each.has) {
      const chunk = await read(each, index);
      if (chunk === undefined) continue;
      has.push(index);
      chunks.push(chunk);
    }
    if (has.length > 0) blobs.push({ ...each, has });
  }
  return { blobs, chunks };
};

/** The chunks of each attachment of a parcel, as they lie in it. The list and the chunks must be of one length. */
export const unpacked = ({
  blobs,
  chunks,
}: Parcel): readonly (Enclosed & { readonly chunks: readonly Uint8Array[] })[] => {
  let at = 0;
  return blobs.map((each) => {
    const own = chunks.slice(at, at + each.has.length);
    at += each.has.length;
    return { ...each, chunks: own };
  });
};
