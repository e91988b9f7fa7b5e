import { readdirSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { generateX25519Identity, identityToRecipient } from "age-encryption";
import type { Restored } from "../../../center/backup/restoreBackup.ts";
import { readConfig } from "../../../center/config.ts";
import { restoreFrom } from "../../../center/restoreFrom.ts";
import { type Running, runCenter } from "../../../center/startCenter.ts";
import { aFolder } from "../../contract/center/aCenter.ts";

/** The memory disk of Linux: a second device on every machine that runs these tests. */
const OTHER_DISK = "/dev/shm";
/** What whoever signs in to the console types. */
export const CONSOLE_PASSWORD = "invented for the console";

/** A fresh folder on another disk than `aFolder` makes them; throws where there is none, for then nothing would be shown. */
export const aFolderElsewhere = (): ReturnType<typeof aFolder> => {
  const [here, there] = [aFolder(), aFolder(OTHER_DISK)];
  const isOther = statSync(here.path).dev !== statSync(there.path).dev;
  here.remove();
  if (!isOther) throw new Error(`${OTHER_DISK} is no other disk than the folder for temporary files`);
  return there;
};

/** The backups in a place, oldest first. */
export const backupsIn = (place: string): readonly string[] =>
  readdirSync(place)
    .filter((name) => name.startsWith("center-"))
    .toSorted()
    .map((name) => join(place, name));

/** The last backup in a place. */
export const newestIn = (place: string): string => backupsIn(place).at(-1) ?? "";

/** A pair of keys for backups, and centers that are backed up to it. */
export const aSafe = async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const started: Running[] = [];
  const configOf = (dataDir: string, places: readonly string[]) =>
    readConfig(["--data", dataDir, "--port", "0"], {
      LAD_LOG: "silent",
      LAD_RECOVERY_HOURS: "24",
      LAD_BACKUP_PLACES: places.join(delimiter),
      LAD_BACKUP_RECIPIENT: recipient,
    });
  return {
    recipient,
    start: async (dataDir: string, places: readonly string[], databaseUrl?: string): Promise<Running> => {
      const config = { ...configOf(dataDir, places), ...(databaseUrl !== undefined && { databaseUrl }) };
      const running = await runCenter(config, { now: Date.now, consolePassword: CONSOLE_PASSWORD });
      started.push(running);
      return running;
    },
    restore: (file: string, dataDir: string, key = identity): Promise<Restored> =>
      restoreFrom(configOf(dataDir, []), { file, identity: key }),
    end: async (): Promise<void> => {
      for (const running of started) await running.stop().catch(() => undefined);
    },
  };
};
/** What `aSafe` answers. */
export type Safe = Awaited<ReturnType<typeof aSafe>>;
