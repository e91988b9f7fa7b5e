import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { identityOf } from "../../shared/sync/ageKeys.ts";
import { seal, unseal } from "../seal.ts";

const CONTEXT = "device key";
/** What stands before the 32 raw bytes of an Ed25519 public key in its DER form. */
const SPKI_PREFIX = 12;

/** A new Ed25519 key of this desk: the public half in hex, the private half sealed (base64). */
export const newDeviceKey = (
  key: Uint8Array,
): { readonly publicKey: string; readonly deviceKey: string; readonly privateKey: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const der = privateKey.export({ format: "der", type: "pkcs8" });
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("hex", SPKI_PREFIX),
    deviceKey: seal(key, der, CONTEXT).toString("base64"),
    privateKey,
  };
};

/** The private key, when the data key is the right one. */
export const openDeviceKey = (key: Uint8Array, deviceKey: string): KeyObject | undefined => {
  const der = unseal(key, Buffer.from(deviceKey, "base64"), CONTEXT);
  return der === undefined ? undefined : createPrivateKey({ key: der, format: "der", type: "pkcs8" });
};

/** The Ed25519 signature of a text, in hex. */
export const signText = (privateKey: KeyObject, text: string): string =>
  sign(null, Buffer.from(text, "utf8"), privateKey).toString("hex");

const SCALAR_BYTES = 32;

/** What opens bundles addressed to this desk: age's form of the same key. */
export const ageIdentity = (privateKey: KeyObject): string => {
  const seed = Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url");
  return identityOf(createHash("sha512").update(seed).digest().subarray(0, SCALAR_BYTES));
};

const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** True when `sig` (128 hex digits) is the key's (64 hex digits) over a text. Never throws on foreign input. */
export const isSignedBy = (key: string, text: string, sig: string): boolean => {
  if (!/^[0-9a-f]{128}$/.test(sig)) return false;
  try {
    const der = Buffer.concat([SPKI, Buffer.from(key, "hex")]);
    const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
    return verify(null, Buffer.from(text, "utf8"), publicKey, Buffer.from(sig, "hex"));
  } catch {
    // 32 bytes that are no point of the curve: not a key at all
    return false;
  }
};
