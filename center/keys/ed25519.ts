import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { identityOf } from "../../shared/sync/ageKeys.ts";

/** A signing key and its public half as 64 hex digits; `identity` is what opens bundles that are addressed to it. */
export type Signer = {
  readonly publicKey: string;
  readonly sign: (bytes: Uint8Array | string) => string;
  readonly identity: () => string;
};

const SCALAR_BYTES = 32;

/** What precedes the 32 raw bytes in a DER public key of Ed25519 (RFC 8410). */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

const bytesOf = (bytes: Uint8Array | string): Uint8Array =>
  typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;

/** A public key from its 64 hex digits. */
export const publicKeyOf = (hex: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(hex, "hex")]), format: "der", type: "spki" });

/** True when `sig` (hex) is a signature over the bytes, or over a text's UTF-8, by `key`. Never throws on foreign input. */
export const isSigned = (key: KeyObject, bytes: Uint8Array | string, sig: string): boolean =>
  /^[0-9a-f]{128}$/.test(sig) && verify(null, bytesOf(bytes), key, Buffer.from(sig, "hex"));

/** A signer from a PEM private key. */
export const signerOf = (pem: string): Signer => {
  const key = createPrivateKey(pem);
  return {
    publicKey: createPublicKey(key)
      .export({ format: "der", type: "spki" })
      .subarray(SPKI.length)
      .toString("hex"),
    sign: (bytes) => sign(null, bytesOf(bytes), key).toString("hex"),
    identity: () => {
      const seed = Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url");
      return identityOf(createHash("sha512").update(seed).digest().subarray(0, SCALAR_BYTES));
    },
  };
};
