import { type KeyObject, randomUUID } from "node:crypto";
import type { Session } from "../../shared/host/contract.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { deriveKey } from "../seal.ts";
import { openDeviceKey } from "./deviceKey.ts";
import type { User, Vault } from "./vault.ts";

/** One key per purpose, all derived from the data key. They exist in memory only while somebody is signed in. */
export type Keys = {
  readonly journal: Buffer;
  readonly blobs: Buffer;
  readonly blobNames: Buffer;
  readonly backup: Buffer;
  readonly dataKey: Buffer;
  readonly device: KeyObject;
};
/** Who is signed in, and what that opens. */
export type SignedIn = { readonly session: Session; readonly isAdmin: boolean; readonly keys: Keys };

/** The key that seals the private device key. */
export const deviceSealKey = (dataKey: Uint8Array): Buffer => deriveKey(dataKey, "device");

/** Opens everything the data key opens. Throws when the device key does not belong to it: the vault was edited. */
export const openKeys = (vault: Vault, dataKey: Buffer): Keys => {
  const device = openDeviceKey(deviceSealKey(dataKey), vault.deviceKey);
  assert(device !== undefined, "the device key does not belong to this vault");
  return {
    journal: deriveKey(dataKey, "journal"),
    blobs: deriveKey(dataKey, "blobs"),
    blobNames: deriveKey(dataKey, "blob names"),
    backup: deriveKey(dataKey, "backup"),
    dataKey,
    device,
  };
};

/** The private key of one of this desk's feeds; undefined for a feed of somebody else. */
export const feedKey = (vault: Vault, { dataKey, device }: Keys, feed: string): KeyObject | undefined => {
  if (feed === vault.feed) return device;
  const earlier = vault.earlier.find((each) => each.feed === feed);
  return earlier && openDeviceKey(deviceSealKey(dataKey), earlier.deviceKey);
};

/** A new session of this person. */
export const signedInAs = (vault: Vault, user: User, dataKey: Buffer): SignedIn => ({
  isAdmin: user.isAdmin,
  keys: openKeys(vault, dataKey),
  session: {
    staffId: user.staffId,
    login: user.login,
    sessionId: randomUUID(),
    pageKey: deriveKey(dataKey, "page").toString("base64"),
    installId: vault.installId,
    bureau: vault.bureau,
    feed: vault.feed,
    earlier: vault.earlier.map(({ feed }) => feed),
    isFounder: user.isFounder,
  },
});

/** Overwrites the secret bytes; the rest is left to the collector, which is why the page reloads itself too. */
export const forgetKeys = ({ keys }: SignedIn): void => {
  for (const key of [keys.journal, keys.blobs, keys.blobNames, keys.backup, keys.dataKey]) key.fill(0);
};
