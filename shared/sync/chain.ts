import { assert } from "../kernel/assert.ts";
import { utf8 } from "../kernel/utf8.ts";
import type { Hash, Verdict } from "../ops/op.ts";
import { concat } from "./frames.ts";

/** The chain value before the first op of a book: 32 zero bytes. */
export const CHAIN_START: Hash = "0".repeat(64);

/** Two hex digits for every byte, and back: a page of the book has thousands of hashes. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const BYTES: ReadonlyMap<string, number> = new Map(DIGITS.map((digits, byte) => [digits, byte]));

/** Bytes as lower-case hex digits. */
export const hexOfBytes = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) text += DIGITS[byte];
  return text;
};

/** The bytes that lower-case hex digits stand for. Throws on anything else: hashes are checked where they come in. */
export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> => {
  assert(hex.length % 2 === 0, "not hex digits");
  const bytes = new Uint8Array(hex.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = BYTES.get(hex.slice(2 * at, 2 * at + 2));
    assert(byte !== undefined, "not hex digits");
    bytes[at] = byte;
  }
  return bytes;
};

/**
 * What is hashed (SHA-256) to get the chain value of an op from the one before it: 32 + 32 bytes and the verdict's
 * UTF-8. Two books with equal chain values hold the same ops, in the same order, with the same verdicts (I8, I38).
 */
export const chainInput = (before: Hash, h: Hash, verdict: Verdict): Uint8Array<ArrayBuffer> =>
  concat([bytesOfHex(before), bytesOfHex(h), utf8(verdict)]);
