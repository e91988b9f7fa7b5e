import type { Desk } from "./desk.ts";
import { asOnlyWriter } from "./lock.ts";
import { type Meta, readMeta, writeMeta } from "./meta.ts";
import { scanRefs } from "./scanRefs.ts";

/** Most hashes of one call to the host. */
const AT_ONCE = 1000;

const cut = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) =>
    list.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );

/** False when the host cannot now: locked, or the disk is full. */
const eraseInHost = async (desk: Desk, { ops, blobs }: Meta["toErase"]): Promise<boolean> => {
  // a scan that an op of another record names as well stays
  const still = new Set((await scanRefs(desk, new Map())).map(({ id }) => id));
  const gone = blobs.filter((id) => !still.has(id));
  for (const part of cut(ops))
    if (!(await desk.host["journal.erase"]({ ops: [...part], blobs: [] })).ok) return false;
  for (const part of cut(gone))
    if (!(await desk.host["journal.erase"]({ ops: [], blobs: [...part] })).ok) return false;
  return true;
};

const without = (all: readonly string[], done: readonly string[]): string[] => {
  const gone = new Set(done);
  return all.filter((each) => !gone.has(each));
};

/**
 * Finishes on this computer what destructions in the book began: the content goes out of the journal, the letters and
 * scans off the disk, the kinds' bound volumes are thrown away and bound anew (I39). Killed at any moment it is begun
 * again at the next opening or page; what the host refuses now is tried then.
 */
export const finishErasing = async (desk: Desk): Promise<void> => {
  const { db, session } = desk;
  const { toErase } = await readMeta(db);
  if (toErase.ops.length === 0) return;
  for (const t of toErase.kinds)
    await db.volumes.where("[t+upTo]").between([t, 0], [t, Number.MAX_SAFE_INTEGER], true, true).delete();
  if (!(await eraseInHost(desk, toErase))) return;
  await asOnlyWriter(session.installId, async () => {
    const now = (await readMeta(db)).toErase;
    const ops = without(now.ops, toErase.ops);
    // what was noted meanwhile belongs to ops that are still to be erased
    const rest = { ops, blobs: without(now.blobs, toErase.blobs), kinds: ops.length === 0 ? [] : now.kinds };
    await writeMeta(db, { toErase: rest });
  });
};
