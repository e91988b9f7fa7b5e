import { join } from "node:path";
import { CHUNK_FOLDER } from "../backup/backUpChunks.ts";
import { deviceOf } from "../backup/places.ts";
import { blobKeysOf, blobName } from "../blobs/blobKeys.ts";
import { diskStore } from "../blobs/diskStore.ts";
import { besideSweep } from "../blobs/sweepChunks.ts";
import { withdrawParked } from "../bundles/withdraw.ts";
import type { Center } from "../context.ts";
import { everyNight } from "../snapshots/nightly.ts";

/** Tables in which content lay that a destruction erased; their old pages still hold it until they are written anew. */
const TABLES = ["op", "entity", "held", "rescued", "reject_log", "snapshot_chunk"] as const;

const bureausOf = ({ db }: Center): Promise<readonly { readonly bureau: string }[]> =>
  db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));

/** Takes copies out of the places of the backups; false while one of them is not connected. */
const takeCopies = async (center: Center, bureau: string, names: readonly string[]): Promise<boolean> => {
  let isEverywhere = true;
  for (const place of center.config.backups?.places ?? []) {
    if ((await deviceOf(place)) === "") {
      isEverywhere = false;
      continue;
    }
    const store = diskStore(join(place, CHUNK_FOLDER));
    for (const name of names) await store.remove(bureau, name);
  }
  return isEverywhere;
};

/**
 * Takes away the chunks of destroyed attachments that no other attachment consists of, here and beside the backups.
 * Killed half way, or while a place is not connected, they are still noted: the next run goes on.
 */
const takeChunks = (center: Center, bureau: string): Promise<number> =>
  center.db.inBureau(bureau, async (tx) => {
    await besideSweep(tx, bureau);
    const keys = blobKeysOf(center.key, bureau);
    const rows = await tx.all<{ hash: string; is_used: boolean }>(
      `select d.hash, exists (select 1 from blob b where b.bureau = d.bureau and d.hash = any(b.chunks)) as is_used
       from destroyed_chunk d where d.bureau = $1`,
      [bureau],
    );
    const loose = rows.filter(({ is_used }) => !is_used).map(({ hash }) => blobName(keys, hash));
    await tx.run("delete from blob_chunk where bureau = $1 and chunk = any($2)", [bureau, loose]);
    await tx.run("delete from backup_chunk where bureau = $1 and chunk = any($2)", [bureau, loose]);
    for (const name of loose) await center.chunks.remove(bureau, name);
    if (await takeCopies(center, bureau, loose))
      await tx.run("delete from destroyed_chunk where bureau = $1", [bureau]);
    return loose.length;
  });

const takeAllChunks = async (center: Center): Promise<void> => {
  for (const { bureau } of await bureausOf(center)) {
    const count = await takeChunks(center, bureau);
    if (count > 0) center.log.info({ bureau, count }, "destruction.chunks");
  }
};

type Unswept = { readonly bureau: string; readonly seq: string };

/** Books in which something was erased since their tables were written last, and where each ends. */
const unsweptBooks = async (center: Center): Promise<readonly Unswept[]> => {
  const found: Unswept[] = [];
  for (const { bureau } of await bureausOf(center)) {
    const row = await center.db.inBureau(bureau, (tx) =>
      tx.one<{ seq: string }>("select seq from bureau_log where bureau = $1 and is_unswept", [bureau]),
    );
    if (row !== undefined) found.push({ bureau, seq: row.seq });
  }
  return found;
};

/**
 * Takes parked files away and writes the tables anew, when something in them was erased since the last time. A book stays
 * marked until that is done, so that a kill half way loses nothing; and longer, when it has grown meanwhile: whatever
 * erases books an op.
 */
const rewrite = async (center: Center): Promise<void> => {
  const unswept = await unsweptBooks(center);
  if (unswept.length === 0) return;
  await withdrawParked(
    center,
    unswept.map(({ bureau }) => bureau),
  );
  await center.db.rewrite(TABLES);
  for (const { bureau, seq } of unswept)
    await center.db.inBureau(bureau, (tx) =>
      tx.run("update bureau_log set is_unswept = false where bureau = $1 and seq = $2", [bureau, seq]),
    );
  center.log.info({ bureaus: unswept.length }, "destruction.rewritten");
};

/** What follows a destruction outside its transaction. */
export type Destruction = {
  /** Does all of it now, whatever the hour. */
  readonly now: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const finish = async (center: Center): Promise<void> => {
  await takeAllChunks(center);
  await rewrite(center);
};

const HOUR_MS = 3_600_000;

/**
 * Finishes destructions: chunks of attachments within the hour, and at night, when nobody waits for the tables, the pages
 * of the database in which erased content may still lie.
 */
export const startDestruction = (center: Center): Destruction => {
  let atWork: Promise<void> = Promise.resolve();
  const after = (work: (center: Center) => Promise<void>): Promise<void> => {
    const next = atWork.then(() => work(center));
    atWork = next.catch((error: Error) => {
      center.log.error({ message: error.message }, "destruction.unfinished");
    });
    return next;
  };
  const chunks = (): void => void after(takeAllChunks).catch(() => undefined);
  chunks();
  const timer = setInterval(chunks, HOUR_MS).unref();
  const endNights = everyNight(center, () => after(finish));
  return {
    now: () => after(finish),
    stop: async () => {
      clearInterval(timer);
      endNights();
      await atWork;
    },
  };
};
