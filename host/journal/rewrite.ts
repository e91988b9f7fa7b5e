import { readdirSync, unlinkSync } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { assert } from "../../shared/kernel/assert.ts";
import { writeDurably } from "../files.ts";
import { segmentPath } from "./segments.ts";

/** What shall stand in the place of a segment; undefined: it stays. */
export type Change = (segment: number, bytes: Buffer) => Buffer | undefined;

/** As much of an open journal as replacing its segments needs. `begin` appends what waits. */
type Rewritable = {
  readonly folder: string;
  readonly segment: number;
  readonly offset: number;
  readonly isDamaged: boolean;
  readonly waiting: readonly unknown[];
  file: FileHandle;
  working: Promise<void> | undefined;
};

/** Does `job` between two appends; what is asked for meanwhile follows. */
const alone = async (state: Rewritable, begin: () => void, job: () => Promise<void>): Promise<void> => {
  while (state.working !== undefined) await state.working;
  const done = job();
  state.working = done.then(
    () => undefined,
    () => undefined,
  );
  try {
    await done;
  } finally {
    state.working = undefined;
    if (state.waiting.length > 0) begin();
  }
};

const replace = async (state: Rewritable, number: number, change: Change): Promise<void> => {
  assert(!state.isDamaged, "the journal takes no more records");
  const isLast = number === state.segment;
  const path = segmentPath(state.folder, number);
  const bytes = (await readFile(path)).subarray(0, isLast ? state.offset : undefined);
  const changed = change(number, bytes);
  if (changed === undefined) return;
  assert(changed.length === bytes.length, "a segment keeps its length");
  // some systems replace no file that is open
  if (isLast) await state.file.close();
  try {
    await writeDurably(path, changed);
  } finally {
    if (isLast) state.file = await open(path, "r+");
  }
};

/**
 * Asks for every segment what shall stand in its place. The new one is written beside the old one, synced and renamed:
 * killed at any moment, one of the two lies there whole. Nothing is appended while one is replaced.
 */
export const rewriteSegments = async (
  state: Rewritable,
  begin: () => void,
  change: Change,
): Promise<void> => {
  for (let number = 1; number <= state.segment; number += 1)
    await alone(state, begin, () => replace(state, number, change));
};

const DRAFT = /^\d{8}\.seg\.[0-9a-f]{12}\.new$/;

/** Takes away what a replacement that was killed left beside the segments. */
export const dropDrafts = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => DRAFT.test(each))) unlinkSync(join(folder, name));
};
