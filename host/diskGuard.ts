import { statfsSync } from "node:fs";

/** Below this the desk is read-only: browsers on a full disk reset their databases (measured), and letters need room too. */
export const MIN_FREE_BYTES = 500 * 1024 * 1024;

/** Below this a page may not even open its database: Chromium needs room to write its log before it reads (fault F16). */
const OPEN_FREE_BYTES = 64 * 1024 * 1024;

/** Watches the free space of the disk under the data folder. */
export type DiskGuard = {
  readonly freeBytes: () => number;
  readonly isFull: () => boolean;
  /** Whether a page may open its database; a desk that is allowed to write may always. */
  readonly mayOpen: () => boolean;
};

/** A guard that asks the system each time: the call takes microseconds, and a stale answer could lose a database. */
export const openDiskGuard = (folder: string, minFreeBytes: number): DiskGuard => {
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    freeBytes,
    isFull: () => freeBytes() < minFreeBytes,
    mayOpen: () => freeBytes() >= Math.min(OPEN_FREE_BYTES, minFreeBytes),
  };
};
