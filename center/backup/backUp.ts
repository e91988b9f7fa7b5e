import type { Center } from "../context.ts";
import { connectedDevice } from "./places.ts";
import { noteVerified } from "./stable.ts";
import { writeBackup } from "./writeBackup.ts";

/** What became of the backup in one place; `file` is "" where it failed. */
export type BackedUp = { readonly place: string; readonly file: string };

/** One that works at a time, and can be ended. */
export type Backups = {
  /** A backup in every configured place, one after the other. A place that fails is logged and does not stop the next. */
  readonly now: () => Promise<readonly BackedUp[]>;
  /** No further one begins; the one at work ends first. */
  readonly stop: () => Promise<void>;
};

const DAY_MS = 24 * 3_600_000;

const inEveryPlace = async (center: Center): Promise<readonly BackedUp[]> => {
  const { places = [], recipient = "" } = center.config.backups ?? {};
  const done: BackedUp[] = [];
  for (const [index, place] of places.entries()) {
    const where = `LAD_BACKUP_PLACES[${index}]`;
    try {
      const device = await connectedDevice(place);
      const { file, ends } = await writeBackup(center, { place, recipient });
      await noteVerified(center, { path: place, device }, ends);
      center.log.info({ where }, "backup.verified");
      done.push({ place, file });
    } catch (error) {
      center.log.error({ where, message: (error as Error).message }, "backup.failed");
      done.push({ place, file: "" });
    }
  }
  return done;
};

/** Backs up at every start and once a day, where places are configured, and whenever somebody asks. */
export const startBackups = (center: Center): Backups => {
  let atWork: Promise<readonly BackedUp[]> = Promise.resolve([]);
  const now = (): Promise<readonly BackedUp[]> => {
    atWork = atWork.then(() => inEveryPlace(center));
    return atWork;
  };
  const timer = setInterval(() => void now(), DAY_MS);
  timer.unref();
  void now();
  return {
    now,
    stop: async () => {
      clearInterval(timer);
      await atWork;
    },
  };
};
