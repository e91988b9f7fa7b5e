import { onlyOfDestroyed } from "../book/eraseAside.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { readUp, type UpBundle } from "./readUp.ts";
import { fromShelf, shelved, unshelve } from "./shelf.ts";

/** True when chunks in a file belong to an attachment that neither the book nor an op of the file names (any more). */
const holdsUnnamed = async (tx: Tx, { caller, manifest, runs }: UpBundle): Promise<boolean> => {
  const ids = (manifest.blobs ?? []).map(({ id }) => id);
  const rows = await tx.all<{ id: string }>(
    "select distinct id from blob_ref where bureau = $1 and id = any($2)",
    [caller.bureau, ids],
  );
  const named = new Set(rows.map(({ id }) => id));
  const texts = runs.flatMap(({ ops }) => ops.map(({ payload }) => payload));
  return ids.some((id) => !named.has(id) && !texts.some((text) => text.includes(id)));
};

/**
 * True when a parked file is of one of these bureaus and holds something about nothing but destroyed records, or
 * attachments that may be theirs.
 */
const holdsDestroyed = async (
  center: Center,
  bytes: Uint8Array,
  bureaus: readonly string[],
): Promise<boolean> => {
  const up = await readUp(center, bytes);
  if (!up.ok || !bureaus.includes(up.value.caller.bureau)) return false;
  const payloads = up.value.runs.flatMap(({ ops }) => ops.map(({ payload }) => payload));
  const isGone = await center.db.inBureau(up.value.caller.bureau, (tx) =>
    onlyOfDestroyed(tx, up.value.caller.bureau, { payloads, going: new Set() }),
  );
  return (
    isGone.includes(true) || center.db.inBureau(up.value.caller.bureau, (tx) => holdsUnnamed(tx, up.value))
  );
};

/**
 * Takes files off the shelf of those that wait which hold content that was destroyed since (I39). A file is signed as a
 * whole and cannot be emptied. Nothing is lost with it: its desk has no receipt for what is in it, and writes that into
 * its next file again.
 */
export const withdrawParked = async (center: Center, bureaus: readonly string[]): Promise<void> => {
  for (const { id } of shelved(center, "parked")) {
    const bytes = fromShelf(center, "parked", id);
    if (bytes === undefined || !(await holdsDestroyed(center, bytes, bureaus))) continue;
    unshelve(center, "parked", id);
    center.log.info({ id }, "bundle.withdrawn");
  }
};
