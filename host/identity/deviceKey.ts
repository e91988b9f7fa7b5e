import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
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
