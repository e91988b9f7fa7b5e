import type { z } from "zod";
import {
  type BlobManifest,
  type BlobOpenReply,
  type BlobStateReply,
  blobHeld,
  blobManifest,
  blobOpenReply,
  blobStateReply,
  chunkHeld,
} from "../../shared/api/blobApi.ts";
import { ROUTES } from "../../shared/api/syncApi.ts";
import { ask, readBytes, readJson, send } from "./centerClient.ts";
import type { Weather } from "./weather.ts";

const { blobs } = ROUTES;
/** A chunk on a slow county line takes its time; the center waits as long. */
const CHUNK_MS = 60_000;
const STREAM = "application/octet-stream";

/** Which of these attachments the center holds, and which it waits for. */
export const askStates = (ids: readonly string[]): Promise<Weather<BlobStateReply>> =>
  ask(`${blobs}/state`, { ids }, blobStateReply);

/** Begins to hand over an attachment, or goes on. */
export const openBlob = (id: string, manifest: BlobManifest): Promise<Weather<BlobOpenReply>> =>
  ask(blobs, { id, manifest }, blobOpenReply);

/** Hands over one chunk. */
export const sendChunk = async (
  name: string,
  index: number,
  body: Uint8Array<ArrayBuffer>,
): Promise<Weather<z.infer<typeof chunkHeld>>> => {
  const path = `${blobs}/${name}/${index}`;
  const sent = await send(path, { method: "PUT", headers: { "content-type": STREAM }, body }, CHUNK_MS);
  return sent.ok ? readJson(path, sent.value, chunkHeld) : sent;
};

/** Has the center verify the whole. */
export const completeBlob = (name: string): Promise<Weather<z.infer<typeof blobHeld>>> =>
  ask(`${blobs}/${name}/complete`, {}, blobHeld);

/** What an attachment of this name consists of. */
export const askManifest = async (name: string): Promise<Weather<BlobManifest>> => {
  const path = `${blobs}/${name}`;
  const sent = await send(path, { method: "GET" });
  return sent.ok ? readJson(path, sent.value, blobManifest) : sent;
};

/** One chunk, as it came: whoever stores it checks its hash. */
export const askChunk = async (name: string, index: number): Promise<Weather<Uint8Array<ArrayBuffer>>> => {
  const sent = await send(`${blobs}/${name}/${index}`, { method: "GET" }, CHUNK_MS);
  return sent.ok ? readBytes(sent.value) : sent;
};
