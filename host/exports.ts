import { randomBytes } from "node:crypto";
import { link, readdir, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { errorCode, syncFolder, unlessMissing, writeSynced } from "./files.ts";

/** How many names are tried before the clerk is asked to tidy up. */
const TRIES = 1000;
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Names that Windows takes for devices, whatever follows the dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name any of our systems can bear, or undefined when nothing of it is left. Never a path, never hidden. */
export const safeName = (name: string): string | undefined => {
  const clean = name
    .normalize("NFC")
    .replaceAll(FORBIDDEN, "_")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "");
  if (clean === "" || /^_+$/.test(clean)) return undefined;
  return DEVICE.test(clean) ? `_${clean}` : clean;
};

/** "letter.pdf" → "letter (2).pdf": as file managers do it. */
const numbered = (name: string, count: number): string => {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  return count === 1 ? name : `${stem} (${count})${ending}`;
};

const DRAFT = /^\.[0-9a-f]{12}\.new$/u;

/** Takes away what a host that was killed had begun to write and never finished: nobody was told of it. */
export const sweepDrafts = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) if (DRAFT.test(name)) await unlink(join(folder, name));
};

/** Disks that know no second names for a file (FAT on a stick) say so with one of these. */
const NO_LINKS = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"];

/** Gives a finished draft its name unless something has it already: false then. */
const named = async (draft: string, path: string): Promise<boolean> => {
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") return false;
    if (!NO_LINKS.includes(errorCode(cause))) throw cause;
  }
  if ((await stat(path).catch(unlessMissing)) !== undefined) return false;
  await rename(draft, path);
  return true;
};

/**
 * Writes a file into the export folder under a safe name, readable by its owner alone, never over an existing one
 * (security list, row 55). Whole or not at all: nobody who looks into the folder meets half a letter. Answers its
 * path; `malformed` for a name of which nothing is left.
 */
export const saveExport = async (
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string>> => {
  const safe = safeName(name);
  if (safe === undefined) return refuse("malformed", undefined, "name");
  const draft = join(folder, `.${randomBytes(6).toString("hex")}.new`);
  try {
    await writeSynced(draft, bytes);
    for (let count = 1; count <= TRIES; count += 1) {
      const path = join(folder, numbered(safe, count));
      if (!(await named(draft, path))) continue;
      await syncFolder(folder);
      return done(path);
    }
    return refuse("busy", undefined, "name");
  } finally {
    await unlink(draft).catch(unlessMissing);
  }
};
