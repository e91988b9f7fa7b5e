import { createHash } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { type BundleManifest, chunksIn, parseManifest } from "../../shared/api/bundleApi.ts";
import type { Parcel } from "../../shared/api/parcel.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { recipientOf } from "../../shared/sync/ageKeys.ts";
import {
  BUNDLE_MAX,
  type BundleContent,
  bundlePieces,
  bundleText,
  decodeBundle,
  lengthOf,
  plainCode,
  signaturePieces,
} from "../../shared/sync/bundle.ts";
import { mayTryCode } from "../codeWork.ts";
import { isSignedBy } from "../identity/deviceKey.ts";

/** SHA-256 of bytes as 64 hex digits. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const SLICE_BYTES = 1024 * 1024;

/** Pieces as a stream that hands them out as they are asked for. */
const streamOf = (pieces: Iterable<Uint8Array>): ReadableStream<Uint8Array> => {
  const left = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull: (controller) => {
      const next = left.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
};

const sliced = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / SLICE_BYTES) }, (_, at) =>
    bytes.subarray(at * SLICE_BYTES, (at + 1) * SLICE_BYTES),
  );

/** Reads a stream of known length into one array: a file may be 64 MiB, and is in memory once. */
const whole = async (stream: ReadableStream<Uint8Array>, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length);
  let at = 0;
  for await (const piece of stream) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
};

/** Signs a bundle and encrypts it to the holder of an Ed25519 key. */
export const sealTo = async (
  key: string,
  content: BundleContent,
  sign: (text: string) => string,
): Promise<Uint8Array> => {
  const sum = createHash("sha256");
  const signed = bundlePieces(content);
  for (const piece of signed) sum.update(piece);
  const pieces = [...signed, ...signaturePieces(sign(bundleText(sum.digest("hex"))))];
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipientOf(key));
  const sealed = await encrypter.encrypt(streamOf(pieces));
  return whole(sealed, sealed.size(lengthOf(pieces)));
};

/** What opens a file: a key, or the code on paper. */
export type Opener = { readonly identity: string } | { readonly code: string };

/** A bundle signed by the sender it names; whether that is the sender it should be, its reader asks. */
export type OpenBundle = {
  readonly manifest: BundleManifest;
  readonly parts: readonly Uint8Array[];
  readonly chunks: Parcel["chunks"];
};

/**
 * Opens a bundle file and checks its signature. `bundle-damaged` when any bit is not as written or it is addressed to
 * somebody else; `code-invalid` when the code does not open it.
 */
export const openBundle = async (file: Uint8Array, by: Opener): Promise<Result<OpenBundle>> => {
  if (file.length > BUNDLE_MAX) return refuse("too-large", undefined, "bundle");
  if ("code" in by && !mayTryCode(file)) return refuse("bundle-damaged", undefined, "head");
  const decrypter = new Decrypter();
  if ("identity" in by) decrypter.addIdentity(by.identity);
  else decrypter.addPassphrase(plainCode(by.code));
  let plain: Uint8Array;
  try {
    const opened = await decrypter.decrypt(streamOf(sliced(file)));
    plain = await whole(opened, opened.size(file.length));
  } catch {
    // age says no in many words; each means that nothing of the file may be believed
    return refuse("code" in by ? "code-invalid" : "bundle-damaged");
  }
  const bundle = decodeBundle(plain);
  if (!bundle.ok) return refuse("bundle-damaged");
  const { signed, sig, parts, chunks } = bundle.value;
  const manifest = parseManifest(bundle.value.manifest);
  if (!manifest.ok || chunksIn(manifest.value) !== chunks.length) return refuse("bundle-damaged");
  const isGenuine = isSignedBy(manifest.value.from.key, bundleText(sha256(plain.subarray(0, signed))), sig);
  return isGenuine ? done({ manifest: manifest.value, parts, chunks }) : refuse("bundle-damaged");
};
