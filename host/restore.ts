import { existsSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HostInput, HostOutput } from "../shared/host/contract.ts";
import { done, type Result, refuse } from "../shared/kernel/result.ts";
import { BadBackup, readBackup, readBackupVault, VAULT } from "./backup.ts";
import { FILE_MODE, makeFolder, syncFolder } from "./files.ts";
import { userNamed } from "./identity/accounts.ts";
import { unwrapForRecovery, unwrapForUser } from "./identity/envelopes.ts";
import { openKeys } from "./identity/keys.ts";
import { reborn } from "./identity/newVault.ts";
import { readRecoveryKey } from "./identity/recoveryKey.ts";
import { askStation, type Keychain, unbindStation, uncover } from "./identity/stationKey.ts";
import { parseVault, type Vault, vaultBytes } from "./identity/vault.ts";
import { TYPE } from "./journal/frame.ts";
import { readOps } from "./journal/readOps.ts";
import { scanJournal } from "./journal/scanJournal.ts";

/*
 * A restore is one rename: everything is laid out and synced in "restore.part", which then becomes "restore.ready". A
 * host that finds "restore.ready" when it starts moves what lies there into place, as often as it takes.
 */
export const PART = "restore.part";
const READY = "restore.ready";
/** What a backup may hold; anything else was not written by us. Order of moving: the vault makes the desk a desk. */
const PARTS = ["earlier", "blobs", "journal", VAULT] as const;
const NAME = /^(journal\/\d{8}\.seg|earlier\/[0-9a-f]{24}\/\d{8}\.seg|blobs\/[0-9a-f]{2}\/[0-9a-f]{62})$/;

type Key = HostInput<"backup.restore">["key"];
type Restored = HostOutput<"backup.restore">;
type Opened = { readonly vault: Vault; readonly dataKey: Buffer };

/** Opens the vault of a backup; its passwords may lie under the station of another computer. */
const openVault = async (vault: Vault, key: Key, keychain: Keychain | undefined): Promise<Result<Buffer>> => {
  if ("recoveryKey" in key) {
    const secret = readRecoveryKey(key.recoveryKey);
    const dataKey = secret && unwrapForRecovery(vault, vault.recovery, secret);
    return dataKey === undefined
      ? refuse("recovery-key-invalid", undefined, secret === undefined ? "checksum" : "")
      : done(dataKey);
  }
  const asked = vault.station === null ? undefined : await askStation(vault.station, keychain);
  const plain = uncover(vault, asked?.secret);
  if (plain === undefined || (vault.station !== null && asked === undefined))
    return refuse("station-key-gone");
  const user = userNamed(plain, key.login);
  const dataKey = user && (await unwrapForUser(plain, user, key.password));
  return dataKey === undefined ? refuse("sign-in-failed") : done(dataKey);
};

const opened = async (path: string, key: Key, keychain: Keychain | undefined): Promise<Result<Opened>> => {
  const vault = parseVault(await readBackupVault(path));
  if (vault === undefined) return refuse("backup-damaged", undefined, "vault");
  const dataKey = await openVault(vault, key, keychain);
  return dataKey.ok ? done({ vault, dataKey: dataKey.value }) : dataKey;
};

const damaged = (what: string): BadBackup => new BadBackup("backup-damaged", what);

/** Reads the whole backup without writing anything; throws at the first sign of damage or of a foreign hand. */
const verify = async (path: string, { vault, dataKey }: Opened): Promise<void> => {
  let isVaultSeen = false;
  for await (const { name, bytes } of readBackup(path, openKeys(vault, dataKey).backup)) {
    if (name === VAULT && !bytes.equals(vaultBytes(vault))) throw damaged("the vault was edited");
    if (name !== VAULT && !NAME.test(name)) throw damaged("a name of nothing we write");
    isVaultSeen ||= name === VAULT;
  }
  if (!isVaultSeen) throw damaged("no sealed vault");
};

const put = async (path: string, bytes: Uint8Array): Promise<void> => {
  makeFolder(dirname(path));
  const file = await open(path, "wx", FILE_MODE);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Lays out the desk as it will be; the journal of a desk that was enrolled becomes one of the earlier ones. */
const layOut = async (part: string, path: string, { vault, dataKey }: Opened): Promise<Restored> => {
  const next = vault.center === null ? vault : reborn(vault, dataKey);
  const isNewFeed = next.feed !== vault.feed;
  const keys = openKeys(vault, dataKey);
  const journal = isNewFeed ? join("earlier", vault.feed) : "journal";
  for await (const { name, bytes } of readBackup(path, keys.backup))
    if (name !== VAULT) await put(join(part, name.replace(/^journal(?=\/)/, journal)), bytes);
  await put(join(part, VAULT), vaultBytes(unbindStation(next, dataKey)));
  const { places, state, head } = await scanJournal(join(part, journal), 0);
  const last = (places.get(TYPE.op) ?? []).slice(-1);
  const { isWhole } = await readOps(join(part, journal), keys.journal, last);
  if (state !== "sound" || !isWhole) throw damaged("the journal in it is not whole");
  return { opCount: head.n, isNewFeed };
};

/** Moves a restore that was decided into place; nothing to do when there is none. Run before anything is opened. */
export const finishRestore = async (data: string): Promise<void> => {
  const ready = join(data, READY);
  await rm(join(data, PART), { recursive: true, force: true });
  if (!existsSync(ready)) return;
  for (const name of PARTS.filter((each) => existsSync(join(ready, each)))) {
    await rm(join(data, name), { recursive: true, force: true });
    await rename(join(ready, name), join(data, name));
  }
  await syncFolder(data);
  await rm(ready, { recursive: true, force: true });
};

/** Decides for what was laid out: from the one rename on, every start moves it into place. */
export const decideRestore = async (data: string): Promise<void> => {
  const part = join(data, PART);
  for (const name of await readdir(part, { recursive: true, withFileTypes: true }))
    if (name.isDirectory()) await syncFolder(join(name.parentPath, name.name));
  await syncFolder(part);
  await rename(part, join(data, READY));
  await syncFolder(data);
};

/**
 * Makes ready the restore of the backup at `path`: verified as a whole before the first byte is written, then laid out
 * beside what is there. `finishRestore` puts it into place. `recovery-key-invalid`, `sign-in-failed`,
 * `station-key-gone`, `backup-damaged`, `backup-unknown`, `version-unknown`; after any of them nothing has changed.
 */
export const prepareRestore = async (
  { data, path }: { readonly data: string; readonly path: string },
  key: Key,
  keychain: Keychain | undefined,
): Promise<Result<Restored>> => {
  const part = join(data, PART);
  try {
    const found = await opened(path, key, keychain);
    if (!found.ok) return found;
    await verify(path, found.value);
    await rm(part, { recursive: true, force: true });
    makeFolder(part);
    const restored = await layOut(part, path, found.value);
    await decideRestore(data);
    return done(restored);
  } catch (cause) {
    await rm(part, { recursive: true, force: true });
    if (cause instanceof BadBackup) return refuse(cause.code);
    throw cause;
  }
};
