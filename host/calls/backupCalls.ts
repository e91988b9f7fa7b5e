import { statSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Host, HostInput, HostOutput } from "../../shared/host/contract.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { FILE_MODE, isDiskFull } from "../files.ts";
import { BACKUP_NAME, backupsIn } from "../keptBackups.ts";
import { prepareRestore } from "../restore.ts";
import type { Scene } from "../scene.ts";
import { openRestored } from "./openRestored.ts";

/** The backup that is being sent in pieces. */
const SENT = "incoming.part";

const list = ({ folders }: Scene): HostOutput<"backup.list"> => ({
  folder: folders.backups,
  backups: backupsIn(folders.backups),
});

/** Only a machine without a desk is given one: whose desk is here is not replaced by a file. */
const mayBegin = ({ vault, disk }: Scene): Result<void> => {
  if (vault !== undefined) return refuse("already-set-up");
  return disk.isFull() ? refuse("disk-full") : done(undefined);
};

const part = async (
  scene: Scene,
  { at, data }: HostInput<"backup.part">,
): Promise<Result<HostOutput<"backup.part">>> => {
  const may = mayBegin(scene);
  if (!may.ok) return may;
  const file = await open(join(scene.folders.backups, SENT), at === 0 ? "w" : "a", FILE_MODE);
  try {
    const { size } = await file.stat();
    if (size !== at) return refuse("gap", undefined, String(size));
    const bytes = Buffer.from(data, "base64");
    await file.writeFile(bytes);
    return done({ bytes: at + bytes.length });
  } finally {
    await file.close();
  }
};

const restore = async (
  scene: Scene,
  { name, key }: HostInput<"backup.restore">,
): Promise<Result<HostOutput<"backup.restore">>> => {
  const may = mayBegin(scene);
  if (!may.ok) return may;
  if (name !== "" && !BACKUP_NAME.test(name)) return refuse("not-found", undefined, "name");
  const { data, backups } = scene.folders;
  const path = join(backups, name === "" ? SENT : name);
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return refuse("not-found", undefined, "name");
  const prepared = await prepareRestore({ data, path }, key, scene.options.keychain);
  if (!prepared.ok) {
    scene.log("restore-refused", { code: prepared.refusal.code });
    return prepared;
  }
  await openRestored(scene);
  await rm(join(backups, SENT), { force: true });
  scene.log("restored", { count: prepared.value.opCount });
  return prepared;
};

const orFull = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work;
  } catch (cause) {
    if (isDiskFull(cause)) return refuse("disk-full");
    throw cause;
  }
};

type BackupCall = "backup.list" | "backup.part" | "backup.restore";
/** Which backups there are, and a first start from one of them. */
export const backupCalls = (scene: Scene): Pick<Host, BackupCall> => ({
  "backup.list": async () => done(list(scene)),
  "backup.part": (input) => scene.alone(() => orFull(part(scene, input))),
  "backup.restore": (input) => scene.alone(() => orFull(restore(scene, input))),
});
