import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { blobKeysOf, blobName } from "./blobKeys.ts";

const DAY_MS = 24 * 3_600_000;
/** Names the lock of a bureau's attachments: a sweep and a desk that begins to hand over wait for each other. */
const SWEEP_LOCK = 4_145_003;
/** Chunks taken away in one transaction. */
const AT_ONCE = 100;
/** A book that was restored may lack what desks still bring back; what lies beside it is not judged for so long. */
const RESTORED_DAYS = 365;

/** Waits until no sweep of this bureau is at work, and keeps the next one waiting until this transaction ends. */
export const besideSweep = (tx: Tx, bureau: string): Promise<number> =>
  tx.run("select pg_advisory_xact_lock($1, hashtext($2))", [SWEEP_LOCK, bureau]);

/** The names of all chunks that some attachment of the bureau consists of, whether complete or on its way. */
const needed = async (tx: Tx, { key }: Pick<Center, "key">, bureau: string): Promise<ReadonlySet<string>> => {
  const keys = blobKeysOf(key, bureau);
  const rows = await tx.all<{ chunk: string }>(
    "select distinct unnest(chunks) as chunk from blob where bureau = $1",
    [bureau],
  );
  return new Set(rows.map(({ chunk }) => blobName(keys, chunk)));
};

const wasRestored = async (tx: Tx, bureau: string, since: Date): Promise<boolean> =>
  (await tx.one<object>("select 1 from bureau_log where bureau = $1 and recovering_since > $2", [
    bureau,
    since.toISOString(),
  ])) !== undefined;

/** Takes away those of `old` that nothing consists of now; while it does, nobody begins to hand anything over. */
const takeAway = (center: Center, bureau: string, old: readonly string[]): Promise<number> =>
  center.db.inBureau(bureau, async (tx) => {
    await besideSweep(tx, bureau);
    if (await wasRestored(tx, bureau, new Date(center.now() - RESTORED_DAYS * DAY_MS))) return 0;
    const keep = await needed(tx, center, bureau);
    const loose = old.filter((name) => !keep.has(name));
    await tx.run("delete from blob_chunk where bureau = $1 and chunk = any($2)", [bureau, loose]);
    for (const name of loose) await center.chunks.remove(bureau, name);
    return loose.length;
  });

type Span = { readonly before: number; readonly signal: AbortSignal };

const sweepBureau = async (center: Center, bureau: string, { before, signal }: Span): Promise<number> => {
  const old: string[] = [];
  for await (const { name, writtenAt } of center.chunks.list(bureau)) if (writtenAt < before) old.push(name);
  await center.chunks.dropDrafts(bureau, before);
  let count = 0;
  for (let at = 0; at < old.length && !signal.aborted; at += AT_ONCE)
    count += await takeAway(center, bureau, old.slice(at, at + AT_ONCE));
  return count;
};

/**
 * Takes away the chunks that were written more than LAD_SWEEP_DAYS ago and that no attachment consists of: what a killed
 * hand-over, or a description that gave way to another, left behind. Answers how many. What an op names is never among
 * them (I30), and no chunk of a bureau whose book was restored within the last year.
 */
const sweepChunks = async (center: Center, signal: AbortSignal): Promise<number> => {
  const bureaus = await center.db.atGate((tx) => tx.all<{ bureau: string }>("select bureau from bureau"));
  const before = center.now() - center.config.sweepDays * DAY_MS;
  let count = 0;
  for (const { bureau } of bureaus)
    if (!signal.aborted) count += await sweepBureau(center, bureau, { before, signal });
  return count;
};

/** A sweep at work; `stop` ends it after what it is at. */
export type Sweep = { readonly stop: () => Promise<void> };

/** Sweeps once, beside the work of the center. */
export const startSweep = (center: Center): Sweep => {
  const over = new AbortController();
  const sweep = async (): Promise<void> => {
    try {
      const swept = center.config.sweepDays === 0 ? 0 : await sweepChunks(center, over.signal);
      if (swept > 0) center.log.info({ swept }, "blobs.swept");
    } catch (error) {
      center.log.error({ message: (error as Error).message }, "blobs.notSwept");
    }
  };
  const swept = sweep();
  return {
    stop: async () => {
      over.abort();
      await swept;
    },
  };
};
