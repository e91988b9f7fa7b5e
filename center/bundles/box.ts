import { createHash } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import {
  type BundleContent,
  bundlePieces,
  bundleText,
  lengthOf,
  plainCode,
  signaturePieces,
} from "../../shared/sync/bundle.ts";
import type { Signer } from "../keys/ed25519.ts";

/** Work of opening an enrolment file: the code has 55 bits of chance, a second of work each makes guessing hopeless. */
const CODE_WORK = 15;

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

/** Opens age: the bytes, or undefined when the file is not for us or not what was written. */
export const openAge = async (sealed: Uint8Array, identity: string): Promise<Uint8Array | undefined> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const opened = await decrypter.decrypt(streamOf(sliced(sealed)));
    return await whole(opened, opened.size(sealed.length));
  } catch {
    // age says no in many words; each means that nothing of the file may be believed
    return undefined;
  }
};

/** Whom a file is for: the holder of a key (`age1…`), or of a code on paper. */
export type Addressee = { readonly recipient: string } | { readonly code: string };

/** Signs a bundle and encrypts the whole. */
export const sealBundle = async (key: Signer, content: BundleContent, to: Addressee): Promise<Uint8Array> => {
  const sum = createHash("sha256");
  const signed = bundlePieces(content);
  for (const piece of signed) sum.update(piece);
  const pieces = [...signed, ...signaturePieces(key.sign(bundleText(sum.digest("hex"))))];
  const encrypter = new Encrypter();
  if ("recipient" in to) encrypter.addRecipient(to.recipient);
  else {
    encrypter.setScryptWorkFactor(CODE_WORK);
    encrypter.setPassphrase(plainCode(to.code));
  }
  const sealed = await encrypter.encrypt(streamOf(pieces));
  return whole(sealed, sealed.size(lengthOf(pieces)));
};
