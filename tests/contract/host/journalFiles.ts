import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The segments of a desk's journal as they lie on the disk, in their order. */
export const readJournalFiles = (
  folder: string,
): readonly { readonly path: string; readonly bytes: Buffer }[] =>
  readdirSync(join(folder, "journal"))
    .filter((name) => name.endsWith(".seg"))
    .sort()
    .map((name) => join(folder, "journal", name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
