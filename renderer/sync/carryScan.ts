import type { Result } from "../../shared/kernel/result.ts";
import { fromBase64, toBase64 } from "../base64.ts";
import type { Desk } from "../data/desk.ts";
import { askChunk, askManifest, completeBlob, openBlob, sendChunk } from "./blobClient.ts";
import { came, rough, type Weather } from "./weather.ts";

/**
 * Waits until no op is on its way: asked before every chunk, so that an op waits for one chunk at most. False when
 * somebody meanwhile waits for another attachment: this one goes on later, with the chunks that are missing.
 */
export type GiveWay = () => Promise<boolean>;

/** What the host would not do is no weather, but the loop rests after it just the same. */
const told = <T>(answered: Result<T>): Weather<T> =>
  answered.ok ? came(answered.value) : rough(answered.refusal);

const confirm = async (host: Desk["host"], id: string): Promise<Weather<boolean>> => {
  const noted = told(await host["scan.confirm"]({ id, isAtCenter: true }));
  return noted.ok ? came(true) : noted;
};

/** Hands one attachment to the center: only what it misses, chunk by chunk, and then it verifies the whole (I30). */
export const sendScan = async ({ host }: Desk, id: string, giveWay: GiveWay): Promise<Weather<boolean>> => {
  const listed = told(await host["scan.list"]({ ids: [id] }));
  if (!listed.ok) return listed;
  const [scan] = listed.value.scans;
  if (scan === undefined) return rough({ code: "not-found" });
  const { bytes, chunks } = scan;
  const opened = await openBlob(id, { bytes, chunks });
  if (!opened.ok) return opened;
  const { name, missing } = opened.value;
  for (const index of missing) {
    if (!(await giveWay())) return came(false);
    const chunk = told(await host["blob.get"]({ id: chunks[index] ?? "" }));
    if (!chunk.ok) return chunk;
    const sent = await sendChunk(name, index, fromBase64(chunk.value.data));
    if (!sent.ok) return sent;
  }
  const whole = await completeBlob(name);
  return whole.ok ? confirm(host, id) : whole;
};

/** Fetches one attachment: only the chunks that are not here or were damaged; the host verifies the whole. */
export const fetchScan = async (
  { host }: Desk,
  { id, name }: { readonly id: string; readonly name: string },
  giveWay: GiveWay,
): Promise<Weather<boolean>> => {
  const manifest = await askManifest(name);
  if (!manifest.ok) return manifest;
  const { chunks } = manifest.value;
  const missing = told(await host["blob.missing"]({ ids: chunks }));
  if (!missing.ok) return missing;
  for (const hash of missing.value.ids) {
    if (!(await giveWay())) return came(false);
    const chunk = await askChunk(name, chunks.indexOf(hash));
    if (!chunk.ok) return chunk;
    const put = told(await host["blob.put"]({ data: toBase64(chunk.value) }));
    if (!put.ok) return put;
    // stored under what it is, which is not what was asked for
    if (put.value.id !== hash) return rough({ code: "hash-mismatch", detail: "chunk" });
  }
  const kept = told(await host["scan.keep"]({ chunks, id }));
  return kept.ok ? confirm(host, id) : kept;
};
