import { createHash, createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { unlink } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder, readIfThere, syncFolder, unlessMissing, writeDurably } from "./files.ts";
import { seal, unseal } from "./seal.ts";

/** The largest scan or letter that is kept. */
export const BLOB_BYTES_MAX = 20 * 1024 * 1024;

/** The keys of the blob store: one seals, the other hides which known document a file is. */
export type BlobKeys = { readonly blobs: Uint8Array; readonly blobNames: Uint8Array };

/** Where something of this name lies: the name on disk tells nothing without the key. */
export const placeOf = (
  folder: string,
  keys: Pick<BlobKeys, "blobNames">,
  id: string,
): { readonly folder: string; readonly path: string } => {
  const name = createHmac("sha256", keys.blobNames).update(id).digest("hex");
  const shelf = join(folder, name.slice(0, 2));
  return { folder: shelf, path: join(shelf, name.slice(2)) };
};

/** Stores bytes under their SHA-256, sealed and durable; the same bytes twice are one file. Answers their id. */
export const putBlob = async (folder: string, keys: BlobKeys, bytes: Uint8Array): Promise<string> => {
  const id = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(folder, keys, id);
  makeFolder(place.folder);
  if ((await getBlob(folder, keys, id)) === undefined)
    await writeDurably(place.path, seal(keys.blobs, bytes, `blob ${id}`));
  return id;
};

/** The bytes of this id; undefined when they are not here or no longer what they were. */
export const getBlob = async (folder: string, keys: BlobKeys, id: string): Promise<Buffer | undefined> => {
  const sealed = await readIfThere(placeOf(folder, keys, id).path);
  return sealed === undefined ? undefined : unseal(keys.blobs, sealed, `blob ${id}`);
};

/** Takes the bytes of this id off the disk, durably; what is not there is no error. */
export const removeBlob = async (
  folder: string,
  keys: Pick<BlobKeys, "blobNames">,
  id: string,
): Promise<void> => {
  const place = placeOf(folder, keys, id);
  if ((await readIfThere(place.path)) === undefined) return;
  await unlink(place.path).catch(unlessMissing);
  await syncFolder(place.folder);
};

/** The sealed files of the store as they lie there, relative to its folder; drafts of a crash are not among them. */
export const blobFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{62}$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
