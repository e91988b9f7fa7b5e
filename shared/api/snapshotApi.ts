import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const whole = z.number().int().min(0);

/** The form of the manifest below. */
export const SNAPSHOT_FORMAT = 1;

/** The unpacked size at which a chunk is closed: packed it stays below 2 MiB. Only a single longer record goes beyond. */
export const CHUNK_BYTES = 2 * 1024 * 1024 - 64 * 1024;
/** No chunk is longer than this, packed or not: a record's ops are bounded, and so is what a desk reads into memory. */
export const CHUNK_BYTES_MAX = 64 * 1024 * 1024;

/** One piece of a snapshot: the states of `count` records, joined by commas. `id` is the SHA-256 of its unpacked bytes. */
export const snapshotChunk = z.object({
  id: hash,
  count: whole,
  /** Bytes on the line, and unpacked. */
  packed: whole,
  bytes: whole.max(CHUNK_BYTES_MAX),
  /** The kind of its first and of its last record. */
  from: z.string(),
  to: z.string(),
});

/**
 * What a snapshot says of itself: the state of every record after op `seq` of the book, in the order of the state hash
 * (docs/protocol.md §11). Signed by the center as canonical text.
 */
export const snapshotManifest = z.object({
  format: z.literal(SNAPSHOT_FORMAT),
  bureau: z.string(),
  epoch: z.string(),
  seq: whole,
  chain: hash,
  /** The rules of the fold and the dictionary by which it was made. */
  fold: whole,
  schema: whole,
  stateHash: hash,
  count: whole,
  madeAt: z.string(),
  /** Where each desk's feed ended in the book at `seq`. Feeds of more than one line are left out. */
  feeds: z.array(z.object({ feed: z.string(), n: whole, h: z.union([hash, z.literal("")]) })),
  /** Feeds with branches a person released: such a desk takes the log. */
  branched: z.array(z.string()),
  chunks: z.array(snapshotChunk),
});

/** The center has none for so short a book, is making one, or has this one: its canonical text and the signature. */
export const snapshotReply = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({ state: z.literal("building"), done: whole, all: whole }),
  z.object({ state: z.literal("ready"), manifest: z.string(), sig: z.string() }),
]);

export type SnapshotChunk = z.infer<typeof snapshotChunk>;
export type SnapshotManifest = z.infer<typeof snapshotManifest>;
export type SnapshotReply = z.infer<typeof snapshotReply>;

/** What the center signs of a snapshot (Ed25519 over its UTF-8): `manifestHash` is the SHA-256 of the manifest's text. */
export const snapshotText = (bureau: string, manifestHash: string): string =>
  `LAD snapshot\n${bureau}\n${manifestHash}`;
