import { assertFreshFolder, type Restored, restoreBackup } from "./backup/restoreBackup.ts";
import { chunkStoreOf } from "./blobs/chunkStoreOf.ts";
import type { Config } from "./config.ts";
import { openFolder } from "./dataFolder.ts";
import { openDatabase } from "./db/database.ts";
import { startEmbedded } from "./db/embedded.ts";

/** Restores a backup for the center that `config` describes, and ends again: nothing listens meanwhile. */
export const restoreFrom = async (
  config: Config,
  { file, identity }: { readonly file: string; readonly identity: string },
): Promise<Restored> => {
  const { dataDir, databaseUrl } = config;
  const chunks = chunkStoreOf(config);
  assertFreshFolder(dataDir);
  await openFolder(dataDir);
  const embedded = databaseUrl === undefined ? await startEmbedded(dataDir, () => undefined) : undefined;
  try {
    const db = await openDatabase(databaseUrl ?? embedded?.url ?? "", () => undefined);
    try {
      return await db.whole((whole) => restoreBackup(whole, { file, identity, dataDir, chunks }));
    } finally {
      await db.close();
    }
  } finally {
    if (embedded?.isOwn === true) await embedded.stop();
  }
};
