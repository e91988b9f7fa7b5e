import { openAttempts } from "../identity/attempts.ts";
import { readVault } from "../identity/vault.ts";
import { openEarlier } from "../journal/earlierJournals.ts";
import { openJournal } from "../journal/journal.ts";
import { finishRestore } from "../restore.ts";
import type { Scene } from "../scene.ts";
import { uptimeOf } from "../uptime.ts";

/** The desk that was laid out takes the place of the present one under the running host. */
export const openRestored = async (scene: Scene): Promise<void> => {
  const { folders, options } = scene;
  await scene.journal.close();
  await finishRestore(folders.data);
  scene.vault = readVault(folders.data);
  scene.journal = await openJournal(folders.journal, options.sizes);
  scene.earlier = await openEarlier(folders.data, scene.vault);
  scene.attempts = openAttempts(folders.data, scene.vault?.installId ?? "", uptimeOf(options));
};
