import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { HostOutput } from "../shared/host/contract.ts";

/** As `writeBackup` names them; the count stands in the name so that nobody has to open one to compare. */
export const BACKUP_NAME = /^desk-(\d{8}T\d{6}Z)-(\d+)\.ladb$/;

/**
 * How many backups stay in a desk's folder, as in each place of a center. What was destroyed by law is in none of them
 * once so many were written since (I39); a copy that a person put elsewhere is that person's to destroy.
 */
export const BACKUPS_KEPT = 14;

const timeOf = (stamp: string): string =>
  stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");

/** The backups in a folder, newest first. */
export const backupsIn = (folder: string): HostOutput<"backup.list">["backups"] =>
  readdirSync(folder)
    .flatMap((name) => {
      const [, stamp, count] = BACKUP_NAME.exec(name) ?? [];
      if (stamp === undefined) return [];
      const bytes = statSync(join(folder, name)).size;
      return [{ name, writtenAt: timeOf(stamp), bytes, opCount: Number(count) }];
    })
    .sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));

/**
 * Takes the oldest backups away, down to those that are kept; called once `written` was read back whole. That one stays
 * whatever the clock of this computer said before.
 */
export const pruneBackups = (folder: string, written: string): number => {
  const older = backupsIn(folder).filter(({ name }) => name !== written);
  const over = older.slice(BACKUPS_KEPT - 1);
  for (const { name } of over) rmSync(join(folder, name), { force: true });
  return over.length;
};
