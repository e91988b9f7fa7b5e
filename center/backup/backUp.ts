import type { Center } from "../context.ts";
import { backUpChunks } from "./backUpChunks.ts";
import { connectedDevice } from "./places.ts";
import { noteVerified } from "./stable.ts";
import { noteStableChunks } from "./stableChunks.ts";
import { writeBackup } from "./writeBackup.ts";

/**
 * What became of the backup in one place: `file` is "" where the books failed, `areChunksWhole` false where some chunk of
 * an attachment could not be brought, or the center itself has it no longer.
 */
export type BackedUp = { readonly place: string; readonly file: string; readonly areChunksWhole: boolean };

/** One that works at a time, and can be ended. */
export type Backups = {
  /** A backup in every configured place, one after the other. A place that fails is logged and does not stop the next. */
  readonly now: () => Promise<readonly BackedUp[]>;
  /** No further one begins; the books at work are written to their end, attachments go on at the next start. */
  readonly stop: () => Promise<void>;
};

const DAY_MS = 24 * 3_600_000;

/** Attachments first: the books of the same backup then list what lies beside them. Without them the books still count. */
const bringChunks = async (
  center: Center,
  { path, where, signal }: { readonly path: string; readonly where: string; readonly signal: AbortSignal },
): Promise<boolean> => {
  try {
    const { missing } = await backUpChunks(center, path, signal);
    if (missing > 0) center.log.error({ where, missing }, "backup.chunksMissing");
    return missing === 0;
  } catch (error) {
    center.log.error({ where, message: (error as Error).message }, "backup.chunksFailed");
    return false;
  }
};

const inEveryPlace = async (center: Center, signal: AbortSignal): Promise<readonly BackedUp[]> => {
  const { places = [], recipient = "" } = center.config.backups ?? {};
  const done: BackedUp[] = [];
  for (const [index, place] of places.entries()) {
    const where = `LAD_BACKUP_PLACES[${index}]`;
    let areChunksWhole = false;
    try {
      const device = await connectedDevice(place);
      areChunksWhole = await bringChunks(center, { path: place, where, signal });
      const { file, ends } = await writeBackup(center, { place, recipient });
      await noteVerified(center, { path: place, device }, ends);
      await noteStableChunks(center, places);
      center.log.info({ where }, "backup.verified");
      done.push({ place, file, areChunksWhole });
    } catch (error) {
      center.log.error({ where, message: (error as Error).message }, "backup.failed");
      done.push({ place, file: "", areChunksWhole });
    }
  }
  return done;
};

/** Backs up at every start and once a day, where places are configured, and whenever somebody asks. */
export const startBackups = (center: Center): Backups => {
  const over = new AbortController();
  let atWork: Promise<readonly BackedUp[]> = Promise.resolve([]);
  const now = (): Promise<readonly BackedUp[]> => {
    atWork = atWork.then(() => inEveryPlace(center, over.signal));
    return atWork;
  };
  const timer = setInterval(() => void now(), DAY_MS);
  timer.unref();
  void now();
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      over.abort();
      await atWork;
    },
  };
};
