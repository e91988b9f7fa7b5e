import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";
import { assert } from "../../shared/kernel/assert.ts";
import { BUNDLE_ENDING } from "../../shared/sync/bundle.ts";
import type { Center } from "../context.ts";
import { makeFolder, writeDurably } from "../files.ts";

/*
 * Two shelves of files in the data folder: bundles that wait for what they build upon, and answers to be fetched. Both
 * lie there as they travel, encrypted: the first to this center, the second to a desk.
 */

type Shelf = "parked" | "answers";
const NAME = /^[0-9a-f-]{36}\.ladb$/;
/** What stands on the label of a file: names of offices only. */
const label = z.object({
  bureauName: z.string(),
  deskName: z.string(),
  needs: z.array(z.object({ feed: z.string(), from: z.number(), to: z.number() })),
  /** Whose it is; labels of the release before do not say. */
  feed: z.string().optional(),
});
/** Answers of a desk that stay: the latest says everything, the one before may be on its way. */
const ANSWERS_KEPT = 2;

const folderOf = ({ config }: Center, shelf: Shelf): string => join(config.dataDir, "bundles", shelf);
const fileOf = (center: Center, shelf: Shelf, bundleId: string): string =>
  join(folderOf(center, shelf), `${bundleId}${BUNDLE_ENDING}`);

/** Whose file it is, and what it waits for (empty: nothing). */
export type ShelfLabel = z.infer<typeof label>;
/** A file on a shelf. */
export type Shelved = ShelfLabel & { readonly id: string; readonly atMs: number };

const labelOf = (path: string): ShelfLabel => {
  const read = label.safeParse(JSON.parse(readFileSync(`${path}.json`, "utf8")));
  assert(read.success, "a label of our own", read.error);
  return read.data;
};

/**
 * Puts a file on a shelf with its label, whole or not at all; it lies there when this has returned. Throws when the disk
 * has no room, and leaves none of it.
 */
export const shelve = async (
  center: Center,
  shelf: Shelf,
  file: { readonly id: string; readonly bytes: Uint8Array; readonly label: ShelfLabel },
): Promise<void> => {
  const path = fileOf(center, shelf, file.id);
  await makeFolder(folderOf(center, shelf));
  await writeDurably(`${path}.json`, JSON.stringify(file.label));
  await writeDurably(path, file.bytes);
};

/** True when a bundle of this number was answered before: its label stays, also when the answer itself has gone. */
export const hasAnswer = (center: Center, bundleId: string): boolean =>
  existsSync(`${fileOf(center, "answers", bundleId)}.json`);

/** What stands on a shelf, newest first. */
export const shelved = (center: Center, shelf: Shelf): readonly Shelved[] => {
  const folder = folderOf(center, shelf);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => ({
      id: name.slice(0, -BUNDLE_ENDING.length),
      atMs: statSync(join(folder, name)).mtimeMs,
      ...labelOf(join(folder, name)),
    }))
    .sort((a, b) => b.atMs - a.atMs);
};

/**
 * Takes the answers of a desk away that its `latest` has overtaken: with attachments each may be 64 MiB. Which is the
 * latest the caller knows; a clock that was put back would say another (F44).
 */
export const thinAnswers = (
  center: Center,
  { feed, latest }: { readonly feed: string; readonly latest: string },
): void => {
  const earlier = shelved(center, "answers").filter((each) => each.feed === feed && each.id !== latest);
  for (const { id } of earlier.slice(ANSWERS_KEPT - 1))
    rmSync(fileOf(center, "answers", id), { force: true });
};

/** The bytes of a file on a shelf; undefined when it is not there. */
export const fromShelf = (center: Center, shelf: Shelf, bundleId: string): Uint8Array | undefined => {
  if (!NAME.test(`${bundleId}${BUNDLE_ENDING}`)) return undefined;
  const path = fileOf(center, shelf, bundleId);
  return existsSync(path) ? readFileSync(path) : undefined;
};

/** A file on a shelf to be read piece by piece, and how long it is; undefined when it is not there. */
export const streamFromShelf = async (
  center: Center,
  shelf: Shelf,
  bundleId: string,
): Promise<{ readonly length: number; readonly pieces: Readable } | undefined> => {
  const path = fileOf(center, shelf, bundleId);
  if (!NAME.test(`${bundleId}${BUNDLE_ENDING}`) || !existsSync(path)) return undefined;
  const handle = await open(path);
  return { length: (await handle.stat()).size, pieces: handle.createReadStream() };
};

/** Takes a file from a shelf, its label last. */
export const unshelve = (center: Center, shelf: Shelf, bundleId: string): void => {
  const path = fileOf(center, shelf, bundleId);
  for (const each of [path, `${path}.json`]) rmSync(each, { force: true });
};
