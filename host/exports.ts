import { open } from "node:fs/promises";
import { join } from "node:path";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { errorCode, FILE_MODE, syncFolder } from "./files.ts";

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

/**
 * Writes a file into the export folder under a safe name, readable by its owner alone, never over an existing one
 * (security list, row 55). Answers its path; `malformed` for a name of which nothing is left.
 */
export const saveExport = async (
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<Result<string>> => {
  const safe = safeName(name);
  if (safe === undefined) return refuse("malformed", undefined, "name");
  for (let count = 1; count <= TRIES; count += 1) {
    const path = join(folder, numbered(safe, count));
    try {
      const file = await open(path, "wx", FILE_MODE);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncFolder(folder);
      return done(path);
    } catch (cause) {
      if (errorCode(cause) !== "EEXIST") throw cause;
    }
  }
  return refuse("busy", undefined, "name");
};
