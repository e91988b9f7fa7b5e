import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { layCluster } from "../../once/cluster.ts";

/** A fresh folder, on the disk for temporary files unless told, and how to be rid of it. */
export const aFolder = (on = tmpdir()): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(on, "lad-center-"));
  // PostgreSQL runs as a user of its own when we are root
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** A fresh data folder of a center; where the suite has one, with a copy of its PostgreSQL (tests/once/cluster.ts). */
export const aDataFolder = (): ReturnType<typeof aFolder> => {
  const folder = aFolder();
  layCluster(folder.path);
  return folder;
};

/** A center with its own PostgreSQL in a fresh folder; `end` leaves no process and no file behind. */
export const aCenter = async (
  now?: () => number,
): Promise<Running & { readonly end: () => Promise<void> }> => {
  process.env.LAD_LOG ??= "silent";
  const folder = aDataFolder();
  const center = await startCenter({ dataDir: folder.path, port: 0, ...(now !== undefined && { now }) });
  const end = async (): Promise<void> => {
    await center.stop();
    folder.remove();
  };
  return { ...center, end };
};
