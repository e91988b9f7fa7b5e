import { type Backups, startBackups } from "./backup/backUp.ts";
import { type Sweep, startSweep } from "./blobs/sweepChunks.ts";
import { type Recounts, startRecounts } from "./book/recount.ts";
import type { Center } from "./context.ts";
import { type Destruction, startDestruction } from "./destruction/finish.ts";
import { createSnapshots, type Snapshots } from "./snapshots/snapshots.ts";
import { startUplink, type Uplink } from "./uplink/uplink.ts";

/** The parts of a center that work without being asked. */
export type Work = {
  readonly backups: Backups;
  readonly snapshots: Snapshots;
  readonly sweep: Sweep;
  readonly destruction: Destruction;
  readonly uplink: Uplink;
  readonly recounts: Recounts;
};

/** Begins them; each ends with its own `stop`. */
export const beginWork = (center: Center): Work => ({
  uplink: startUplink(center),
  snapshots: createSnapshots(center),
  backups: startBackups(center),
  sweep: startSweep(center),
  destruction: startDestruction(center),
  recounts: startRecounts(center),
});
