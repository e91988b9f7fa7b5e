import { createHash } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { type BundleManifest, parseManifest } from "../../shared/api/bundleApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { recipientOf } from "../../shared/sync/ageKeys.ts";
import { BUNDLE_MAX, bundleText, decodeBundle, plainCode } from "../../shared/sync/bundle.ts";
import { isSignedBy } from "../identity/deviceKey.ts";

/** SHA-256 of bytes as 64 hex digits. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Encrypts a finished bundle to the holder of an Ed25519 key. */
export const sealTo = (key: string, bytes: Uint8Array): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(key));
  return encrypter.encrypt(bytes);
};

/** What opens a file: a key, or the code on paper. */
export type Opener = { readonly identity: string } | { readonly code: string };

/** A bundle signed by the sender it names; whether that is the sender it should be, its reader asks. */
export type OpenBundle = { readonly manifest: BundleManifest; readonly parts: readonly Uint8Array[] };

/**
 * Opens a bundle file and checks its signature. `bundle-damaged` when any bit is not as written or it is addressed to
 * somebody else; `code-invalid` when the code does not open it.
 */
export const openBundle = async (file: Uint8Array, by: Opener): Promise<Result<OpenBundle>> => {
  if (file.length > BUNDLE_MAX) return refuse("too-large", undefined, "bundle");
  const decrypter = new Decrypter();
  if ("identity" in by) decrypter.addIdentity(by.identity);
  else decrypter.addPassphrase(plainCode(by.code));
  let plain: Uint8Array;
  try {
    plain = await decrypter.decrypt(file);
  } catch {
    // age says no in many words; each means that nothing of the file may be believed
    return refuse("code" in by ? "code-invalid" : "bundle-damaged");
  }
  const bundle = decodeBundle(plain);
  if (!bundle.ok) return refuse("bundle-damaged");
  const { signed, sig, parts } = bundle.value;
  const manifest = parseManifest(bundle.value.manifest);
  if (!manifest.ok) return refuse("bundle-damaged");
  const isGenuine = isSignedBy(manifest.value.from.key, bundleText(sha256(plain.subarray(0, signed))), sig);
  return isGenuine ? done({ manifest: manifest.value, parts }) : refuse("bundle-damaged");
};
