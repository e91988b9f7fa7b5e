import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { constants } from "node:os";
import { dirname } from "node:path";

/*
 * How the center writes files that must outlive a power cut (F32): a file's bytes are synced before it has its name, and
 * so is the folder that holds the name. PostgreSQL looks after its own.
 */

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Makes new and changed names in `folder` survive a power cut. Windows keeps names by itself and cannot open folders. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** True when the disk, or our share of it, is full; the runtime has no name for the latter ("Unknown system error -122"). */
export const isDiskFull = (cause: unknown): boolean =>
  cause instanceof Error &&
  "errno" in cause &&
  [-constants.errno.ENOSPC, -constants.errno.EDQUOT].includes(Number(cause.errno));

const isCalled = (cause: unknown, code: string): boolean =>
  cause instanceof Error && "code" in cause && cause.code === code;

/** One by one: where a share is used up (F17) the runtime's own way says that there is no such folder. */
const makeMissing = (path: string, mode: number): string | undefined => {
  try {
    mkdirSync(path, { mode });
    return path;
  } catch (cause) {
    if (isCalled(cause, "EEXIST")) return undefined;
    if (!isCalled(cause, "ENOENT") || dirname(path) === path) throw cause;
  }
  const above = makeMissing(dirname(path), mode);
  const own = makeMissing(path, mode);
  return above ?? own;
};

/** Makes a folder with its parents, each under a name that survives a power cut; one that is there stays as it is. */
export const makeFolder = async (path: string, mode = FOLDER_MODE): Promise<void> => {
  const first = makeMissing(path, mode);
  if (first === undefined) return;
  const above = dirname(first);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === above) return;
  }
};

/** Gives a finished draft its name, in place of what bore it before. */
export const nameDurably = async (draft: string, path: string): Promise<void> => {
  await rename(draft, path);
  await syncFolder(dirname(path));
};

/**
 * Writes a file, or replaces it as a whole: after a crash at any moment the old bytes are there or the new ones, never a
 * mixture or a part; once it has returned, the new ones. Only the center's own user may read it.
 */
export const writeDurably = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    const handle = await open(draft, "wx", FILE_MODE);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await nameDurably(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
};
