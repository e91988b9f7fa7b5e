import { lstat, open, readdir, stat, unlink } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { BUNDLE_MAX, REPORT } from "../../shared/sync/bundle.ts";
import { errorCode, unlessMissing, writeDurably } from "../files.ts";

/*
 * The folder that is watched for files of the center, usually a stick. It may be gone at any moment: pulled out, full, or
 * write-protected. Then nothing is lost, because every file lies in the export folder first.
 */

/** A file that might be a bundle, by what can be seen from outside. */
export type Seen = { readonly name: string; readonly bytes: number; readonly atMs: number };

const NAME = /^[^/\\]{1,100}\.ladb$/;
/** More files than a courier carries; a folder with more is not a stick for this. */
const SHOWN = 40;
/** Failures of a disk that is not (quite) there: weather, not a bug. */
// biome-ignore format: a list is read by its letters
const WEATHER: ReadonlySet<string> = new Set([
  "EACCES", "EBUSY", "EDQUOT", "EFBIG", "EINVAL", "EIO", "EMEDIUMTYPE", "ENODEV", "ENOENT", "ENOMEDIUM", "ENOSPC",
  "ENOTCONN", "ENOTDIR", "ENXIO", "EPERM", "EROFS", "ESTALE", "ETIMEDOUT", "UNKNOWN",
]);

/** True when the stick, not the program, is the reason. */
const isWeather = (cause: unknown): boolean => WEATHER.has(errorCode(cause));

const orNothing =
  <T>(nothing: T) =>
  (cause: unknown): T => {
    if (!isWeather(cause)) throw cause;
    return nothing;
  };

/** True for an absolute path of a folder that is there now. */
export const isFolder = async (path: string): Promise<boolean> =>
  isAbsolute(path) && (await stat(path).then((found) => found.isDirectory(), orNothing(false)));

const seenOf = async (folder: string, name: string): Promise<readonly Seen[]> => {
  const found = await lstat(join(folder, name)).catch(orNothing(undefined));
  const isOne = found?.isFile() === true && found.size > 0 && found.size <= BUNDLE_MAX;
  return isOne ? [{ name, bytes: found.size, atMs: found.mtimeMs }] : [];
};

/** The files on the stick that the center may have written, newest first; none when it is not there. */
export const filesOn = async (folder: string): Promise<readonly Seen[]> => {
  const names = await readdir(folder).catch(orNothing<readonly string[]>([]));
  const likely = names.filter((name) => NAME.test(name) && !name.startsWith(REPORT)).slice(0, SHOWN);
  const seen = await Promise.all(likely.map((name) => seenOf(folder, name)));
  return seen.flat().toSorted((a, b) => b.atMs - a.atMs);
};

/** The bytes of one of these files; undefined when it is gone, no plain file, or longer than a bundle may be. */
export const fromStick = async (folder: string, name: string): Promise<Buffer | undefined> => {
  if (!NAME.test(name) || (await seenOf(folder, name)).length === 0) return undefined;
  const file = await open(join(folder, name), "r").catch(orNothing(undefined));
  if (file === undefined) return undefined;
  try {
    return await file.readFile().catch(orNothing(undefined));
  } finally {
    await file.close().catch(orNothing(undefined));
  }
};

const isDraft = (name: string): boolean => name.startsWith(REPORT) && name.endsWith(".new");

/** What a stick pulled out while it was written left behind: no bundle, only in the way. */
const tidy = async (folder: string): Promise<void> => {
  for (const name of (await readdir(folder)).filter(isDraft))
    await unlink(join(folder, name)).catch(unlessMissing);
};

/**
 * Writes a file onto the stick: whole and durable under its name, or not under its name at all. False when the stick is
 * not there, full, write-protected, or was pulled out meanwhile.
 */
export const putOnStick = async (folder: string, name: string, bytes: Uint8Array): Promise<boolean> => {
  try {
    await tidy(folder);
    await writeDurably(join(folder, name), bytes);
    return true;
  } catch (cause) {
    return orNothing(false)(cause);
  }
};

/** Where systems show sticks; the folders inside are offered, so that nobody has to type a path. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/media", "/run/media"],
  darwin: ["/Volumes"],
};
const LETTERS = [..."DEFGHIJKLMNOP"].map((letter) => `${letter}:\\`);

const foldersIn = async (place: string): Promise<readonly string[]> => {
  const entries = await readdir(place, { withFileTypes: true }).catch(orNothing([]));
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(place, name));
};

/** Sticks and other volumes that are plugged in now, one level of a person's folder looked through. */
export const pluggedIn = async (): Promise<readonly string[]> => {
  if (process.platform === "win32") {
    const there = await Promise.all(LETTERS.map(isFolder));
    return LETTERS.filter((_, at) => there[at]);
  }
  const first = (await Promise.all((PLACES[process.platform] ?? []).map(foldersIn))).flat();
  const inside = process.platform === "linux" ? (await Promise.all(first.map(foldersIn))).flat() : [];
  return [...first, ...inside].slice(0, SHOWN);
};
