import { randomBytes, randomUUID } from "node:crypto";
import { assert } from "../../shared/kernel/assert.ts";
import { deriveKey, KEY_BYTES, seal, unseal } from "../seal.ts";
import type { User, Vault } from "./vault.ts";

/*
 * The station wrap (decision 0021): a secret of this computer, kept by its key store, in which every password envelope
 * lies once more. It opens nothing by itself. With it a stolen copy of the folder does not even answer to the right
 * password; without the store the printed recovery key opens, because the secret also lies sealed by the data key.
 */

/** The machine's own key store, where it has one (Electron's safeStorage). Never the only way to the data key (row 33). */
export type Keychain = {
  /** The store's name; undefined where there is none, or one that only pretends to protect. Asks nobody anything. */
  readonly backend: () => string | undefined;
  /** Undefined while the store does not answer, for one because its owner has not opened it. */
  readonly seal: (secret: Uint8Array) => Promise<Uint8Array | undefined>;
  /** Undefined for bytes that this store did not seal; `isStale` when it wants to seal them anew. */
  readonly unseal: (
    sealed: Uint8Array,
  ) => Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | undefined>;
};
type Station = NonNullable<Vault["station"]>;

const secretKey = (dataKey: Uint8Array): Buffer => deriveKey(dataKey, "station");
const secretContext = ({ installId }: Vault, id: string): string => `vault ${installId} station ${id}`;
const layerContext = ({ installId }: Vault, { id }: User): string => `vault ${installId} station layer ${id}`;

/** The secret of the station, for whoever has the data key; undefined while nothing is bound. */
export const stationSecret = (vault: Vault, dataKey: Uint8Array): Buffer | undefined => {
  const { station } = vault;
  if (station === null) return undefined;
  const bytes = Buffer.from(station.sealed, "base64");
  const secret = unseal(secretKey(dataKey), bytes, secretContext(vault, station.id));
  assert(secret !== undefined, "the station wrap does not belong to this vault");
  return secret;
};

/** The secret of the station, as its key store gives it out; undefined when it does not. */
export const askStation = async (
  station: Station,
  keychain: Keychain | undefined,
): Promise<{ readonly secret: Uint8Array; readonly isStale: boolean } | undefined> => {
  if (keychain?.backend() === undefined) return undefined;
  return keychain.unseal(Buffer.from(station.wrap, "base64"));
};

/** Every password envelope inside the station's layer; without a secret the vault as it is. */
export const cover = (vault: Vault, secret: Uint8Array | undefined): Vault => {
  if (secret === undefined) return vault;
  const key = deriveKey(secret, "station layer");
  const put = (user: User): User => ({
    ...user,
    sealed: seal(key, Buffer.from(user.sealed, "base64"), layerContext(vault, user)).toString("base64"),
  });
  return { ...vault, users: vault.users.map(put) };
};

/** The vault as if nothing were bound, to try a password or to change one; undefined for another station's secret. */
export const uncover = (vault: Vault, secret: Uint8Array | undefined): Vault | undefined => {
  if (secret === undefined) return vault;
  const key = deriveKey(secret, "station layer");
  const users = vault.users.flatMap((user) => {
    const sealed = unseal(key, Buffer.from(user.sealed, "base64"), layerContext(vault, user));
    return sealed === undefined ? [] : [{ ...user, sealed: sealed.toString("base64") }];
  });
  return users.length === vault.users.length ? { ...vault, users } : undefined;
};

/** A vault whose passwords open on this station only; undefined while the store does not answer. */
export const bindStation = async (
  vault: Vault,
  dataKey: Uint8Array,
  keychain: Keychain,
): Promise<Vault | undefined> => {
  assert(vault.station === null, "bound already");
  const [id, secret, backend] = [randomUUID(), randomBytes(KEY_BYTES), keychain.backend()];
  const wrap = backend === undefined ? undefined : await keychain.seal(secret);
  if (backend === undefined || wrap === undefined) return undefined;
  const sealed = seal(secretKey(dataKey), secret, secretContext(vault, id)).toString("base64");
  const station: Station = {
    kind: "station",
    id,
    suite: 1,
    backend,
    wrap: Buffer.from(wrap).toString("base64"),
    sealed,
  };
  return { ...cover(vault, secret), station };
};

/** The vault whose passwords open wherever it lies; whoever has the data key may make it so. */
export const unbindStation = (vault: Vault, dataKey: Uint8Array): Vault => {
  const plain = uncover(vault, stationSecret(vault, dataKey));
  assert(plain !== undefined, "an envelope was not under the station's layer");
  return { ...plain, station: null };
};

/**
 * Keeps the binding in step with the machine, whenever somebody has opened the vault: sealed anew for a store that
 * changed or asks for it, given up when there is none any more, so that passwords open again.
 */
export const keepStation = async (
  vault: Vault,
  dataKey: Uint8Array,
  keychain: Keychain | undefined,
): Promise<Vault> => {
  const secret = stationSecret(vault, dataKey);
  const { station } = vault;
  if (station === null || secret === undefined) return vault;
  const backend = keychain?.backend();
  if (keychain === undefined || backend === undefined) return unbindStation(vault, dataKey);
  const asked = await askStation(station, keychain);
  const isRight = asked !== undefined && secret.equals(asked.secret);
  if (isRight && !asked.isStale && station.backend === backend) return vault;
  const wrap = await keychain.seal(secret);
  if (wrap !== undefined)
    return { ...vault, station: { ...station, backend, wrap: Buffer.from(wrap).toString("base64") } };
  return isRight ? vault : unbindStation(vault, dataKey);
};
