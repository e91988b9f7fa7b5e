import { closeSync, fsyncSync, openSync, statSync, unlinkSync, writeSync } from "node:fs";
import { errorCode, FILE_MODE, isDiskFull } from "../files.ts";

/** Room for any op in flight and everything a rescue needs (docs: fault F16). */
export const RESERVE_BYTES = 64 * 1024 * 1024;
const CHUNK = Buffer.alloc(1024 * 1024);

/** Disk space held back, so that a disk that fills up under our hands still takes the op being saved. */
export type Reserve = {
  /** Gives the space free; true when there was any to give. */
  readonly release: () => boolean;
  /** Takes the space again; false when the disk has none to spare. */
  readonly restore: () => boolean;
};

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Zeros will do: the file systems we meet neither compress nor deduplicate a clerk's home. */
const fill = (path: string, bytes: number): void => {
  const file = openSync(path, "w", FILE_MODE);
  try {
    for (let left = bytes; left > 0; ) left -= writeSync(file, CHUNK, 0, Math.min(left, CHUNK.length));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** The reserve file at `path`; it is made by `restore`, not by opening. */
export const openReserve = (path: string, bytes: number): Reserve => ({
  release: () => {
    try {
      unlinkSync(path);
      return true;
    } catch (cause) {
      if (errorCode(cause) !== "ENOENT") throw cause;
      return false;
    }
  },
  restore: () => {
    if (sizeOf(path) >= bytes) return true;
    try {
      fill(path, bytes);
      return true;
    } catch (cause) {
      if (!isDiskFull(cause)) throw cause;
      unlinkSync(path);
      return false;
    }
  },
});
