import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Every key of the product is 256 bits. */
export const KEY_BYTES = 32;
/** How many bytes sealing adds: a random nonce before, the tag behind. */
export const SEAL_BYTES = NONCE_BYTES + TAG_BYTES;

/** A key made ready for many seals: from the bare bytes each of them would make it anew, three times its own work. */
export const readyKey = (key: Uint8Array): KeyObject => createSecretKey(key);

/**
 * AES-256-GCM: nonce, cipher text, tag. `context` says where the bytes belong and is authenticated with them, so that
 * sealed bytes moved to another place do not open there.
 */
export const seal = (key: Uint8Array, plain: Uint8Array, context: string): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(context, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The bytes that were sealed, or undefined when the key, the place or a single bit is not the one of the sealing. */
export const unseal = (
  key: Uint8Array | KeyObject,
  sealed: Uint8Array,
  context: string,
): Buffer | undefined => {
  if (sealed.length < SEAL_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(context, "utf8"));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    // `final` has exactly one way to fail: the tag does not fit.
    return undefined;
  }
};

/** The key for one purpose, from a master key; keys of different purposes tell nothing of each other (HKDF-SHA256). */
export const deriveKey = (master: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", master, new Uint8Array(0), `legal-aid-desk ${purpose}`, KEY_BYTES));
