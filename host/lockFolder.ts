import { chmodSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { FILE_MODE } from "./files.ts";

/** SQLite's number for "somebody else holds the lock". */
const SQLITE_BUSY = 5;

/** Gives the folder back; called once, at the end of the host. */
export type Unlock = () => void;

/**
 * Takes the data folder for this process alone; undefined when another process has it (fault F18).
 * Node has no file locks of its own, SQLite does: fcntl on Linux and macOS, LockFileEx on Windows. The system lets go
 * of them when the process dies, however it dies, so there is never a stale lock to clean up. The database stays empty.
 */
export const lockFolder = (folder: string): Unlock | undefined => {
  const path = join(folder, "lock");
  const db = new DatabaseSync(path);
  try {
    // With its rollback journal in memory: nothing is ever written, and no second file should lie about.
    db.exec("PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    db.close();
    if (cause instanceof Error && "errcode" in cause && cause.errcode === SQLITE_BUSY) return undefined;
    throw cause;
  }
  chmodSync(path, FILE_MODE);
  return () => db.close();
};
