import type { Desk } from "./desk.ts";
import { readMeta, writeMeta } from "./meta.ts";
import { openOp } from "./opRow.ts";

/** An attachment that some op names. */
export type ScanRef = { readonly id: string; readonly bytes: number };

/** What was read before, by op: an op never changes until it is destroyed. */
export type KnownRefs = Map<string, readonly ScanRef[]>;

/** Every attachment that the ops on this desk name. */
export const scanRefs = async ({ db, seal }: Desk, known: KnownRefs): Promise<readonly ScanRef[]> => {
  const names = await db.ops.where("scans").equals(1).primaryKeys();
  const fresh = await db.ops.bulkGet(names.filter((h) => !known.has(h)));
  for (const row of fresh.filter((each) => each !== undefined)) {
    const { payloadRead } = await openOp(seal, row);
    known.set(row.h, payloadRead.blobs ?? []);
  }
  // an op that was destroyed by law names nothing any more
  const still = new Set(names);
  for (const h of [...known.keys()].filter((each) => !still.has(each))) known.delete(h);
  const refs = [...known.values()].flat();
  return [...new Map(refs.map((ref) => [ref.id, ref])).values()];
};

/** Tells every screen that something about attachments is new. */
export const tellScans = async ({ db }: Desk): Promise<void> => {
  const { scanRev } = await readMeta(db);
  await writeMeta(db, { scanRev: scanRev + 1 });
};
