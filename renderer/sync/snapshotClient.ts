import {
  CHUNK_BYTES_MAX,
  type SnapshotChunk,
  type SnapshotManifest,
  type SnapshotReply,
  snapshotManifest,
  snapshotText,
} from "../../shared/api/snapshotApi.ts";
import { parseCanonical } from "../../shared/kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { textOf } from "../../shared/kernel/utf8.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { byName } from "../../shared/sync/stateHash.ts";
import { isSigned, sha256, sha256Of } from "./proof.ts";

/** A manifest the center has signed, and the name it has by its content. */
export type ProvedManifest = { readonly manifest: SnapshotManifest; readonly hash: string };

/** Whose book it must be of, and whose signature counts. */
export type Expected = { readonly bureau: string; readonly epoch: string; readonly centerKey: string };

/** Proves what a manifest says: the center's signature, this bureau, this epoch, and sums that agree. */
export const proveManifest = async (
  { manifest: text, sig }: Extract<SnapshotReply, { state: "ready" }>,
  { bureau, epoch, centerKey }: Expected,
): Promise<Result<ProvedManifest>> => {
  const hash = await sha256Of(text);
  if (!(await isSigned(centerKey, sig, snapshotText(bureau, hash))))
    return refuse("signature-invalid", undefined, "snapshot");
  const parsed = parseCanonical(text);
  const manifest = parsed.ok ? snapshotManifest.safeParse(parsed.value) : undefined;
  if (manifest === undefined || !manifest.success) return refuse("malformed", undefined, "snapshot");
  const { data } = manifest;
  if (data.bureau !== bureau) return refuse("wrong-bureau", undefined, "snapshot");
  if (data.epoch !== epoch) return refuse("gap", undefined, "snapshot");
  const sum = data.chunks.reduce((total, { count }) => total + count, 0);
  return sum === data.count ? done({ manifest: data, hash }) : refuse("malformed", undefined, "count");
};

/** The bytes of a body, at most `most` of them: what is longer is refused while it comes. */
export const bytesUpTo = async (
  body: ReadableStream<Uint8Array>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done: isEnd, value } = await reader.read();
    if (isEnd) break;
    length += value.length;
    if (length > Math.min(most, CHUNK_BYTES_MAX)) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** A record of a chunk, and the bytes it came as: the canonical JSON of its state. */
export type ChunkRecord = { readonly state: RecordState; readonly json: Uint8Array<ArrayBuffer> };

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
/** By byte outside of strings: how much deeper what follows lies. */
const DEEPER = new Int8Array(256);
for (const opening of "{[") DEEPER[opening.charCodeAt(0)] = 1;
for (const closing of "}]") DEEPER[closing.charCodeAt(0)] = -1;

/** Where a JSON string ends that begins at `at`: behind its closing quotation mark. */
const behindString = (bytes: Uint8Array, at: number): number => {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return end + 1;
};

/** The values of a list without its brackets, each as the bytes it is written in. */
const valuesIn = (bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] => {
  if (bytes.length === 0) return [];
  const values: Uint8Array<ArrayBuffer>[] = [];
  let [depth, from, at] = [0, 0, 0];
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      at = behindString(bytes, at);
      continue;
    }
    if (byte === COMMA && depth === 0) {
      values.push(bytes.subarray(from, at));
      from = at + 1;
    }
    depth += DEEPER[byte] as number;
    at += 1;
  }
  return [...values, bytes.subarray(from)];
};

/**
 * The records of a chunk, after its bytes were proved to be the ones the manifest names; in their order, each once. Read
 * one by one: a chunk as one text costs more memory than its records together.
 */
export const openChunk = async (
  bytes: Uint8Array<ArrayBuffer>,
  chunk: SnapshotChunk,
): Promise<Result<readonly ChunkRecord[]>> => {
  if (bytes.length !== chunk.bytes || (await sha256(bytes)) !== chunk.id)
    return refuse("hash-mismatch", undefined, "chunk");
  // what has the name the center signed was written by the center
  const records = valuesIn(bytes).map((json) => ({ state: JSON.parse(textOf(json)) as RecordState, json }));
  const isInOrder = records.every(({ state }, at) => {
    const before = records[at - 1]?.state;
    return before === undefined || byName(before, state) < 0;
  });
  return records.length === chunk.count && isInOrder
    ? done(records)
    : refuse("malformed", undefined, "chunk");
};
