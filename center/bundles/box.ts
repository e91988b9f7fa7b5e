import { Decrypter, Encrypter } from "age-encryption";
import { bundleText, encodeBundle, plainCode, signedBundle } from "../../shared/sync/bundle.ts";
import { sha256 } from "../hash.ts";
import type { Signer } from "../keys/ed25519.ts";

/** Work of opening an enrolment file: the code has 55 bits of chance, a second of work each makes guessing hopeless. */
const CODE_WORK = 15;

/** Opens age: the bytes, or undefined when the file is not for us or not what was written. */
export const openAge = async (sealed: Uint8Array, identity: string): Promise<Uint8Array | undefined> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    // age says no in many words; each means that nothing of the file may be believed
    return undefined;
  }
};

/** Whom a file is for: the holder of a key (`age1…`), or of a code on paper. */
export type Addressee = { readonly recipient: string } | { readonly code: string };

/** Signs a manifest with its parts and encrypts the whole. */
export const sealBundle = (
  key: Signer,
  content: { readonly manifest: string; readonly parts: readonly Uint8Array[] },
  to: Addressee,
): Promise<Uint8Array> => {
  const plain = encodeBundle(content.manifest, content.parts);
  const signed = signedBundle(plain, key.sign(bundleText(sha256(plain))));
  const encrypter = new Encrypter();
  if ("recipient" in to) encrypter.addRecipient(to.recipient);
  else {
    encrypter.setScryptWorkFactor(CODE_WORK);
    encrypter.setPassphrase(plainCode(to.code));
  }
  return encrypter.encrypt(signed);
};
