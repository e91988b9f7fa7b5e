import { type KeyObject, randomBytes, randomUUID } from "node:crypto";
import { KEY_BYTES } from "../seal.ts";
import { newDeviceKey } from "./deviceKey.ts";
import { type Account, wrapForRecovery, wrapForUser } from "./envelopes.ts";
import { deviceSealKey } from "./keys.ts";
import { newRecoverySecret, printRecoveryKey } from "./recoveryKey.ts";
import type { User, Vault } from "./vault.ts";

/** What a desk is born with, before it knows its bureau: identity and keys. */
export type Birth = {
  readonly installId: string;
  readonly feed: string;
  readonly publicKey: string;
  readonly deviceKey: string;
  readonly privateKey: KeyObject;
  readonly dataKey: Buffer;
};
/** The first account of a machine. */
export type First = {
  readonly account: Account;
  readonly password: string;
  readonly deskName: string;
  readonly at: string;
};

const FEED_BYTES = 12;

/** A feed of its own: 96-bit id and Ed25519 key, the private half sealed by the data key. */
const newFeed = (dataKey: Uint8Array) => ({
  feed: randomBytes(FEED_BYTES).toString("hex"),
  ...newDeviceKey(deviceSealKey(dataKey)),
});

/**
 * The vault of a desk that goes on from a backup: it writes under another feed, because the old one may have grown since
 * (decision 30), and has to be enrolled anew. The old feed's key is kept to deliver what it still has.
 */
export const reborn = (vault: Vault, dataKey: Uint8Array): Vault => {
  const { feed, publicKey, deviceKey } = vault;
  const { privateKey: _, ...next } = newFeed(dataKey);
  return { ...vault, ...next, earlier: [...vault.earlier, { feed, publicKey, deviceKey }], center: null };
};

/** A new desk: 256-bit data key, 96-bit feed id, Ed25519 key. Nothing is written yet. */
export const bear = (): Birth => {
  const dataKey = randomBytes(KEY_BYTES);
  return {
    installId: randomUUID(),
    dataKey,
    ...newFeed(dataKey),
  };
};

/** The first vault of a desk, and the recovery key to print; the key is not kept anywhere. */
export const newVault = async (
  birth: Birth,
  place: Pick<Vault, "bureau" | "center" | "carried">,
  first: First,
): Promise<{ readonly vault: Vault; readonly user: User; readonly recoveryKey: string }> => {
  const { installId, feed, publicKey, deviceKey, dataKey } = birth;
  const home = { installId, feed, bureau: place.bureau, earlier: [] };
  const secret = newRecoverySecret();
  const user = await wrapForUser(home, first.account, { dataKey, password: first.password, at: first.at });
  const recovery = wrapForRecovery(home, secret, dataKey);
  const vault: Vault = {
    format: 1,
    installId,
    bureau: place.bureau,
    feed,
    deskName: first.deskName,
    publicKey,
    deviceKey,
    earlier: [],
    center: place.center,
    ...(place.carried !== undefined && { carried: place.carried }),
    users: [user],
    recovery,
    station: null,
  };
  return { vault, user, recoveryKey: printRecoveryKey(secret) };
};
