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

/** The records of a chunk, after its bytes were proved to be the ones the manifest names; in their order, each once. */
export const openChunk = async (
  bytes: Uint8Array<ArrayBuffer>,
  chunk: SnapshotChunk,
): Promise<Result<readonly RecordState[]>> => {
  if (bytes.length !== chunk.bytes || (await sha256(bytes)) !== chunk.id)
    return refuse("hash-mismatch", undefined, "chunk");
  // what has the name the center signed was written by the center
  const states = JSON.parse(`[${textOf(bytes)}]`) as readonly RecordState[];
  const isInOrder = states.every((state, at) => at === 0 || byName(states[at - 1] as RecordState, state) < 0);
  return states.length === chunk.count && isInOrder ? done(states) : refuse("malformed", undefined, "chunk");
};
