import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { assert } from "../../shared/kernel/assert.ts";
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

/**
 * Points whose multiples are eight at most, by their y without the sign of x, in both ways of writing where there are two.
 * Under such a key one signature fits every text, and a desk refuses what the runtime here would take (RFC 8032 leaves it open).
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);
const SIGN_OF_X = 0x80;

const isOfSmallOrder = (raw: Buffer): boolean => {
  const y = Buffer.from(raw);
  y[y.length - 1] = (y.at(-1) ?? 0) & ~SIGN_OF_X;
  return SMALL_ORDER.has(y.toString("hex"));
};

/** A public key from its 64 hex digits. Throws where they are none, and for a key under which anything is signed. */
export const publicKeyOf = (hex: string): KeyObject => {
  const raw = Buffer.from(hex, "hex");
  assert(!isOfSmallOrder(raw), "a key of small order");
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
};

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
