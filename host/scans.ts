import { createHash } from "node:crypto";
import { z } from "zod";
import { CHUNK_BYTES, CHUNKS_MAX } from "../shared/api/blobApi.ts";
import type { ScanFormat } from "../shared/dictionary/codes/scanFormats.ts";
import type { KeptScan } from "../shared/host/scanCalls.ts";
import { assert } from "../shared/kernel/assert.ts";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { isWholeScan, scanFits, sniffScan } from "../shared/law/scanRules.ts";
import { type BlobKeys, getBlob, placeOf, removeBlob } from "./blobs.ts";
import { makeFolder, readIfThere, writeDurably } from "./files.ts";
import { seal, unseal } from "./seal.ts";

/*
 * An attachment is a small sealed manifest beside its chunks; each chunk is a blob of its own, so the same page twice is
 * one file, a cut transfer goes on where it stopped, and one damaged chunk is fetched again alone.
 */

/** Where attachments lie, and the keys to them. */
export type ScanStore = { readonly folder: string; readonly keys: BlobKeys };

const manifest = z.object({
  bytes: z.number(),
  format: z.string(),
  chunks: z.array(z.string()),
  isAtCenter: z.boolean(),
});

const nameOf = (id: string): string => `scan ${id}`;

const writeScan = async ({ folder, keys }: ScanStore, { id, ...content }: KeptScan): Promise<void> => {
  const place = placeOf(folder, keys, nameOf(id));
  makeFolder(place.folder);
  const plain = Buffer.from(JSON.stringify(content), "utf8");
  await writeDurably(place.path, seal(keys.blobs, plain, nameOf(id)));
};

/** The attachment of this id as it lies here; undefined when it does not, or its manifest was damaged. */
export const readScan = async ({ folder, keys }: ScanStore, id: string): Promise<KeptScan | undefined> => {
  const sealed = await readIfThere(placeOf(folder, keys, nameOf(id)).path);
  const plain = sealed && unseal(keys.blobs, sealed, nameOf(id));
  if (plain === undefined) return undefined;
  // sealed by us: what opens is what was written
  return { id, ...(manifest.parse(JSON.parse(plain.toString("utf8"))) as Omit<KeptScan, "id">) };
};

type Measured = { readonly id: string; readonly bytes: number; readonly format: ScanFormat };

/** Reads every chunk once, in order: one in memory at a time, however long the whole is (F68). */
const measure = async ({ folder, keys }: ScanStore, chunks: readonly string[]): Promise<Result<Measured>> => {
  const [sum, last] = [createHash("sha256"), chunks.length - 1];
  let start: Uint8Array = new Uint8Array();
  let [end, bytes]: [Uint8Array, number] = [start, 0];
  for (const [index, chunk] of chunks.entries()) {
    const piece = await getBlob(folder, keys, chunk);
    if (piece === undefined) return refuse("not-found", undefined, `chunk ${index}`);
    if (index < last ? piece.length !== CHUNK_BYTES : piece.length > CHUNK_BYTES)
      return refuse("malformed", undefined, `chunk ${index}`);
    sum.update(piece);
    bytes += piece.length;
    if (index === 0) start = piece;
    // the mark of the end may lie across the last border
    end = Buffer.concat([end.subarray(-END_BYTES), piece]);
  }
  const sniffed = sniffScan(start);
  if (!sniffed.ok) return sniffed;
  const fits = scanFits(sniffed.value, bytes);
  if (!fits.ok) return fits;
  if (!isWholeScan(sniffed.value.format, end.subarray(-END_BYTES))) return refuse("scan-broken");
  return done({ id: sum.digest("hex"), bytes, format: sniffed.value.format });
};

/** In how many last bytes the mark of the end is looked for: scanners add their own notes behind it. */
const END_BYTES = 64 * 1024;

/**
 * Makes one attachment of chunks that were stored before. `expected`: the id it must have when it came from elsewhere.
 * Keeping it twice is one attachment.
 */
export const keepScan = async (
  store: ScanStore,
  chunks: readonly string[],
  expected?: string,
): Promise<Result<KeptScan>> => {
  if (chunks.length === 0) return refuse("scan-empty");
  if (chunks.length > CHUNKS_MAX) return refuse("scan-too-large", undefined, "≤ 50 MB");
  const measured = await measure(store, chunks);
  if (!measured.ok) return measured;
  const { id } = measured.value;
  if (expected !== undefined && expected !== id) return refuse("hash-mismatch", undefined, "scan");
  const known = await readScan(store, id);
  if (known !== undefined) return done(known);
  const scan: KeptScan = { ...measured.value, chunks: [...chunks], isAtCenter: false };
  await writeScan(store, scan);
  return done(scan);
};

/** Notes what the center said of an attachment that lies here. */
export const confirmScan = async (store: ScanStore, id: string, isAtCenter: boolean): Promise<void> => {
  const scan = await readScan(store, id);
  assert(scan !== undefined, "no such attachment here");
  if (scan.isAtCenter !== isAtCenter) await writeScan(store, { ...scan, isAtCenter });
};

/**
 * Takes an attachment off the disk: its chunks first, then the manifest that names them, so that a kill in between leaves
 * what the next call needs. A chunk that another attachment shares is fetched again from the center, like a damaged one.
 */
export const removeScan = async (store: ScanStore, id: string): Promise<void> => {
  const scan = await readScan(store, id);
  for (const chunk of scan?.chunks ?? []) await removeBlob(store.folder, store.keys, chunk);
  await removeBlob(store.folder, store.keys, nameOf(id));
};

/** Which of these blobs are not here or no longer what they were; reads one after another. */
export const missingBlobs = async (
  { folder, keys }: ScanStore,
  ids: readonly string[],
): Promise<readonly string[]> => {
  const missing: string[] = [];
  for (const id of ids) if ((await getBlob(folder, keys, id)) === undefined) missing.push(id);
  return missing;
};
