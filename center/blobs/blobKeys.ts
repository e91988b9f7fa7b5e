import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { sha256 } from "../hash.ts";
import type { Signer } from "../keys/ed25519.ts";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The keys of one bureau's attachments: one for their names in addresses and on disk, one that seals them. Neither
 * leaves the center. Both come from the center's own key: Ed25519 signs one text in exactly one way.
 */
export type BlobKeys = { readonly names: Buffer; readonly seal: Buffer };

/** The keys of a bureau. */
export const blobKeysOf = (key: Signer, bureau: string): BlobKeys => {
  const derive = (purpose: string): Buffer =>
    createHash("sha256")
      .update(key.sign(`LAD ${purpose}\n${bureau}`))
      .digest();
  return { names: derive("blob names"), seal: derive("blob seal") };
};

/** The name of what has this SHA-256: nobody who sees an address or a file learns which known bytes they are. */
export const blobName = ({ names }: Pick<BlobKeys, "names">, sha256: string): string =>
  createHmac("sha256", names).update(sha256).digest("hex");

/** A chunk as it is stored: AES-256-GCM, bound to its name. */
export const sealChunk = ({ seal }: Pick<BlobKeys, "seal">, name: string, plain: Uint8Array): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, seal, nonce);
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** The chunk, or undefined when a single bit is not the one that was sealed under this name. */
export const unsealChunk = (
  { seal }: Pick<BlobKeys, "seal">,
  name: string,
  sealed: Uint8Array,
): Buffer | undefined => {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, seal, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    // `final` has exactly one way to fail: the tag does not fit
    return undefined;
  }
};

/** True when these are the sealed bytes of the chunk of this name, to the last bit: the name is a hash of the content. */
export const isSoundChunk = (keys: BlobKeys, name: string, sealed: Uint8Array): boolean => {
  const plain = unsealChunk(keys, name, sealed);
  return plain !== undefined && blobName(keys, sha256(plain)) === name;
};
