import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync } from "node:fs";
import { open, readFile, rename, unlink } from "node:fs/promises";
import { constants } from "node:os";
import { dirname } from "node:path";

/** Only the person who runs the desk may read its files (security list, row 55). */
export const FOLDER_MODE = 0o700;
export const FILE_MODE = 0o600;

const syncNames = (folder: string): void => {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Makes a folder and those above it that are missing; answers the topmost it made. One by one, because the runtime's own
 * way takes a refusal that it has no name for (a share that is used up, F17) for a folder that is not there.
 */
const makeMissing = (path: string): string | undefined => {
  try {
    mkdirSync(path, { mode: FOLDER_MODE });
    return path;
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") return undefined;
    if (errorCode(cause) !== "ENOENT" || dirname(path) === path) throw cause;
  }
  const above = makeMissing(dirname(path));
  const own = makeMissing(path);
  return above ?? own;
};

/**
 * Makes a folder that only its owner can enter, parents included; an existing one is tightened. What is new has a name
 * that survives a power cut: a journal whose folder is gone is gone too (F12).
 */
export const makeFolder = (path: string): string => {
  const first = makeMissing(path);
  chmodSync(path, FOLDER_MODE);
  if (first === undefined) return path;
  const above = dirname(first);
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    syncNames(folder);
    if (folder === above || folder === dirname(folder)) return path;
  }
};

/** Makes a new or renamed name in `folder` survive a power cut. Windows keeps names by itself and cannot open folders. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a file that is not there yet, and waits until the disk has its bytes; its name needs `syncFolder`. */
export const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const handle = await open(path, "wx", FILE_MODE);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Replaces a file as a whole: after a crash at any moment the old bytes are there or the new ones, never a mixture. */
export const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    await writeSynced(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    await unlink(draft).catch(unlessMissing);
    throw cause;
  }
  await syncFolder(dirname(path));
};

/** True for the one refusal of a disk that the runtime has no name for ("Unknown system error -122"). */
const isQuota = (cause: Error): boolean => "errno" in cause && cause.errno === -constants.errno.EDQUOT;

/** The system's short name of a failure ("ENOSPC"), or "" for anything else that was thrown. */
export const errorCode = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "";
  if (isQuota(cause)) return "EDQUOT";
  return "code" in cause && typeof cause.code === "string" ? cause.code : "";
};

/** True when the disk, or the person's share of it, is full. */
export const isDiskFull = (cause: unknown): boolean => ["ENOSPC", "EDQUOT"].includes(errorCode(cause));

/** For a clean-up that can be put off until there is room: everything but a full disk is thrown again. */
export const unlessFull = (cause: unknown): undefined => {
  if (!isDiskFull(cause)) throw cause;
  return undefined;
};

/** For a clean-up that may find nothing left to do: everything but "no such file" is thrown again. */
export const unlessMissing = (cause: unknown): undefined => {
  if (errorCode(cause) !== "ENOENT") throw cause;
  return undefined;
};

/** The bytes of a file, or undefined when there is none. */
export const readIfThere = (path: string): Promise<Buffer | undefined> => readFile(path).catch(unlessMissing);
