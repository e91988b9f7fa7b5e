import type { Dirent } from "node:fs";
import { access, readdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeFolder, writeDurably } from "../files.ts";
import { bureauPath, type ChunkStore, chunkPath, type Stored } from "./chunkStore.ts";

/** The rest of a chunk's name, after the two digits of its shelf. */
const CHUNK_FILE = /^[0-9a-f]{62}$/;
const DRAFT = /\.new$/;

/** What comes of a file; undefined when there is none. */
const ifThere = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ENOENT") return undefined;
    throw cause;
  }
};

/** The files of a bureau, shelf by shelf; `keep` says which by their names. */
async function* filesOf(folder: string, keep: RegExp): AsyncGenerator<Stored & { readonly path: string }> {
  const shelves: readonly Dirent[] = (await ifThere(readdir(folder, { withFileTypes: true }))) ?? [];
  for (const shelf of shelves.filter((each) => each.isDirectory()))
    for (const file of await readdir(join(folder, shelf.name))) {
      if (!keep.test(file)) continue;
      const path = join(folder, shelf.name, file);
      // it may have been taken away since the shelf was read
      const found = await ifThere(stat(path));
      if (found !== undefined) yield { path, name: shelf.name + file, writtenAt: found.mtimeMs };
    }
}

/** Chunks in files below a folder: a bureau's folder can be moved and counted as a whole. */
export const diskStore = (folder: string): ChunkStore => {
  const pathOf = (bureau: string, name: string): string => join(folder, chunkPath(bureau, name));
  const homeOf = (bureau: string): string => join(folder, bureauPath(bureau));
  return {
    put: async (bureau, name, bytes) => {
      const path = pathOf(bureau, name);
      await makeFolder(dirname(path));
      await writeDurably(path, bytes);
    },
    get: (bureau, name) => ifThere(readFile(pathOf(bureau, name))),
    has: async (bureau, name) => (await ifThere(access(pathOf(bureau, name)).then(() => true))) === true,
    list: (bureau) => filesOf(homeOf(bureau), CHUNK_FILE),
    remove: (bureau, name) => rm(pathOf(bureau, name), { force: true }),
    dropDrafts: async (bureau, before) => {
      for await (const { path, writtenAt } of filesOf(homeOf(bureau), DRAFT))
        if (writtenAt < before) await rm(path, { force: true });
    },
  };
};
