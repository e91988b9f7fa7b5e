import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { access, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { assert } from "../../shared/kernel/assert.ts";
import type { Config } from "../config.ts";

/** Where sealed chunks are kept. A chunk that `put` has answered for survives a power cut. */
export type ChunkStore = {
  readonly put: (bureau: string, name: string, bytes: Uint8Array) => Promise<void>;
  readonly get: (bureau: string, name: string) => Promise<Buffer | undefined>;
  readonly has: (bureau: string, name: string) => Promise<boolean>;
};

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const BUREAU = /^[0-9a-zA-Z-]{8,64}$/;
const NAME = /^[0-9a-f]{64}$/;

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const write = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    const handle = await open(draft, "wx", FILE_MODE);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};

/** True when the store has no room: the desk comes again later, and whoever runs the center reads it in the log. */
export const isStoreFull = (cause: unknown): boolean =>
  ["ENOSPC", "EDQUOT"].includes((cause as { readonly code?: string } | null)?.code ?? "");

/** What comes of a file; undefined when there is none. */
const ifThere = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ENOENT") return undefined;
    throw cause;
  }
};

/** Chunks on disk, `<folder>/<bureau>/ab/cdef…`: a bureau's folder can be moved and counted as a whole. */
export const diskStore = (folder: string): ChunkStore => {
  const pathOf = (bureau: string, name: string): string => {
    // ids and names come from a session and from hashes; whatever else they may be, they are never a path (F72)
    assert(BUREAU.test(bureau) && NAME.test(name), "no name of a chunk");
    return join(folder, bureau, name.slice(0, 2), name.slice(2));
  };
  return {
    put: async (bureau, name, bytes) => {
      const path = pathOf(bureau, name);
      const made = mkdirSync(dirname(path), { recursive: true, mode: FOLDER_MODE });
      await write(path, bytes);
      await syncFolder(dirname(path));
      if (made !== undefined) await syncFolder(dirname(dirname(path)));
    },
    get: (bureau, name) => ifThere(readFile(pathOf(bureau, name))),
    has: async (bureau, name) => (await ifThere(access(pathOf(bureau, name)).then(() => true))) === true,
  };
};

/** The store of a center: beside its database. */
export const chunkStoreOf = ({ dataDir }: Pick<Config, "dataDir">): ChunkStore =>
  diskStore(join(dataDir, "blobs"));
