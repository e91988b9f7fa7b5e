import {
  createHash,
  createPrivateKey,
  type KeyObject,
  createPublicKey as realPublicKey,
  sign as realSign,
  verify as realVerify,
} from "node:crypto";
import { now } from "./now.ts";

/* Chance comes from the trace's seed. Signatures are ours unless the trace asks for the real ones: see `now.isRealCrypto`. */

export const randomBytes = (count: number): Buffer => {
  const bytes = Buffer.alloc(count);
  for (let at = 0; at < count; at += 1) bytes[at] = now.chance.below(256);
  return bytes;
};

export const randomUUID = (): string => {
  const hex = randomBytes(16).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** A key pair: a real one, or a name that signs by hashing. */
export type Key = { readonly publicKey: string; readonly privateKey: KeyObject };
type Named = { readonly named: string };
/** The secrets of keys that were made, by their public halves, until age.ts has taken them over. */
export const KEYS = new Map<string, Buffer>();

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI_BYTES = 12;

/** The key of a seed. */
export const keyOf = (seed: string): Key => {
  const secret = createHash("sha256").update(seed).digest();
  if (!now.isRealCrypto) {
    const publicKey = createHash("sha256").update(secret).digest("hex");
    KEYS.set(publicKey, secret);
    const named = { named: publicKey, export: () => ({ d: secret.toString("base64url") }) };
    return { publicKey, privateKey: named as unknown as KeyObject };
  }
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: "der", type: "pkcs8" });
  const der = realPublicKey(privateKey).export({ format: "der", type: "spki" });
  const publicKey = der.subarray(SPKI_BYTES).toString("hex");
  KEYS.set(publicKey, secret);
  return { publicKey, privateKey };
};

const namedSign = (named: string, bytes: Uint8Array): Buffer => {
  const digest = createHash("sha256").update(named).update(bytes).digest();
  return Buffer.concat([digest, digest]);
};

export const sign = (_: null, bytes: Uint8Array, key: KeyObject): Buffer =>
  "named" in key ? namedSign((key as unknown as Named).named, bytes) : realSign(null, bytes, key);

export const verify = (_: null, bytes: Uint8Array, key: KeyObject, signature: Uint8Array): boolean =>
  "named" in key
    ? namedSign((key as unknown as Named).named, bytes).equals(signature)
    : realVerify(null, bytes, key, signature);

/** The key of these bytes, in the form of the product: DER with a 12-byte head. */
export const createPublicKey = (input: {
  readonly key: Buffer;
  readonly format: "der";
  readonly type: "spki";
}): KeyObject =>
  now.isRealCrypto
    ? realPublicKey(input)
    : ({ named: input.key.subarray(SPKI_BYTES).toString("hex") } as unknown as KeyObject);
