import { z } from "zod";

/** Attachments travel and lie on disk in chunks of this many bytes; only the last one is shorter. */
export const CHUNK_BYTES = 512 * 1024;
/** Most chunks of one attachment: the largest that is taken (50 MB). */
export const CHUNKS_MAX = 100;
/** Most attachments in one question. */
export const BLOB_IDS_MAX = 200;
/** Most attachments of one op. */
const REFS_MAX = 50;

/** How many chunks so many bytes take. */
export const chunkCount = (bytes: number): number => Math.ceil(bytes / CHUNK_BYTES);

/** How long chunk `index` of so many bytes is; 0 when there is no such chunk. */
export const chunkLength = (bytes: number, index: number): number =>
  Math.max(0, Math.min(CHUNK_BYTES, bytes - index * CHUNK_BYTES));

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const size = z
  .number()
  .int()
  .min(1)
  .max(CHUNK_BYTES * CHUNKS_MAX);

/** What an op says of the attachments that belong to it: SHA-256 of the content, size and media type. */
export const blobRefs = z
  .array(z.strictObject({ id: hash, bytes: size, type: z.string().min(1).max(80) }))
  .max(REFS_MAX);

/** What an attachment consists of: its size, and the SHA-256 of each chunk in order. */
export const blobManifest = z
  .strictObject({ bytes: size, chunks: z.array(hash).min(1).max(CHUNKS_MAX) })
  .refine(({ bytes, chunks }) => chunks.length === chunkCount(bytes), { path: ["chunks"] });

/** Which of these attachments does the center hold? By the SHA-256 of their contents, which stands in no address. */
export const blobStateRequest = z.strictObject({ ids: z.array(hash).max(BLOB_IDS_MAX) });
/**
 * Those it holds, each with its name in addresses (an HMAC under a key of the bureau) and whether verified backups in two
 * places have all of it, and those it waits for. What this bureau's book does not name is in neither list, whoever else
 * may have it.
 */
export const blobStateReply = z.object({
  held: z.array(z.object({ id: hash, name: hash, isStable: z.boolean() })),
  wanted: z.array(hash),
});

/** A desk begins, or goes on with, handing over an attachment. */
export const blobOpenRequest = z.strictObject({ id: hash, manifest: blobManifest });
/** Its name in addresses, and the indexes of the chunks the center does not have yet. */
export const blobOpenReply = z.object({
  name: hash,
  missing: z.array(z.number().int().min(0)),
  isHeld: z.boolean(),
});
/** The center has verified the whole and keeps it. */
export const blobHeld = z.object({ isHeld: z.literal(true) });
/** A chunk was stored durably. */
export const chunkHeld = z.object({ isStored: z.literal(true) });

export type BlobManifest = z.infer<typeof blobManifest>;
export type BlobOpenReply = z.infer<typeof blobOpenReply>;
export type BlobStateReply = z.infer<typeof blobStateReply>;
