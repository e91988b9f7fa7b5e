import { readFileSync as realReadFileSync } from "node:fs";
import { aFile, type DiskFile, syncFile, writeAt } from "./disk.ts";
import { diskNow, failure, fileAt, readdirSync, statSync, unlinkSync } from "./nodeFs.ts";
import { now } from "./now.ts";
import { currentProcess } from "./process.ts";

/* Calls of node:fs and node:fs/promises about whole files, over the disk of the computer they run on. */

type Written = string | Uint8Array;
const bytesOf = (data: Written): Uint8Array => (typeof data === "string" ? Buffer.from(data, "utf8") : data);

/** Fills a file from its beginning; a disk without room keeps what it took. */
export const fill = (path: string, file: DiskFile, data: Written): void => {
  const bytes = bytesOf(data);
  file.atMs = now.trueMs;
  if (writeAt(diskNow(), file, 0, bytes) < bytes.length) throw failure("ENOSPC", path);
};

const contentAt = (path: string): Buffer => {
  const { bytes, length } = fileAt(path);
  return Buffer.from(bytes.subarray(0, length));
};

/** Outside every program a module that is being loaded reads its own files. */
export const readFileSync = (path: string, encoding?: "utf8"): Buffer | string => {
  if (currentProcess() === undefined)
    return encoding === undefined ? realReadFileSync(path) : realReadFileSync(path, encoding);
  const bytes = contentAt(path);
  return encoding === undefined ? bytes : bytes.toString(encoding);
};

export const writeFileSync = (path: string, data: Written, options: { readonly flush?: boolean }): void => {
  const { files } = diskNow();
  const file = aFile();
  files.set(path, file);
  fill(path, file, data);
  if (options.flush === true) syncFile(file);
};

/** A name that was given to another file; it is on the disk at once, as journaling file systems have it. */
export const renameSync = (from: string, to: string): void => {
  const file = fileAt(from);
  const disk = diskNow();
  const { files } = disk;
  disk.freeBytes += files.get(to)?.length ?? 0;
  file.isNamed = true;
  files.set(to, file);
  files.delete(from);
};

export const rmSync = (path: string): void => {
  if (diskNow().files.has(path)) unlinkSync(path);
};

export const link = async (from: string, to: string): Promise<void> => {
  const { files } = diskNow();
  if (files.has(to)) throw failure("EEXIST", to);
  files.set(to, fileAt(from));
};
export const rename = async (from: string, to: string): Promise<void> => renameSync(from, to);
/** Takes one name away; the bytes are free when it was the last. */
export const unlink = async (path: string): Promise<void> => {
  const file = fileAt(path);
  const { files } = diskNow();
  const isLast = [...files.values()].filter((each) => each === file).length === 1;
  if (isLast) unlinkSync(path);
  else files.delete(path);
};
export const stat = async (path: string) => {
  const found = statSync(path);
  if (found === undefined) throw failure("ENOENT", path);
  return { ...found, isFile: () => true, isDirectory: () => false };
};
/** There are no links on this disk. */
export const lstat = (path: string) => stat(path);
export const readdir = async (path: string): Promise<readonly string[]> => readdirSync(path);
