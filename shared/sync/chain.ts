import { assert } from "../kernel/assert.ts";
import { utf8 } from "../kernel/utf8.ts";
import type { Hash, Verdict } from "../ops/op.ts";
import { concat } from "./frames.ts";

/** The chain value before the first op of a book: 32 zero bytes. */
export const CHAIN_START: Hash = "0".repeat(64);

/** Two hex digits for every byte, and the worth of every digit: a page of the book has thousands of hashes. */
const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const NO_DIGIT = 0xff;
const WORTH = new Uint8Array(128).fill(NO_DIGIT);
for (let worth = 0; worth < 16; worth += 1) WORTH[worth.toString(16).charCodeAt(0)] = worth;

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
    const high = WORTH[hex.charCodeAt(2 * at)] ?? NO_DIGIT;
    const low = WORTH[hex.charCodeAt(2 * at + 1)] ?? NO_DIGIT;
    assert(high !== NO_DIGIT && low !== NO_DIGIT, "not hex digits");
    bytes[at] = high * 16 + low;
  }
  return bytes;
};

/**
 * What is hashed (SHA-256) to get the chain value of an op from the one before it: 32 + 32 bytes and the verdict's
 * UTF-8. Two books with equal chain values hold the same ops, in the same order, with the same verdicts (I8, I38).
 */
export const chainInput = (before: Hash, h: Hash, verdict: Verdict): Uint8Array<ArrayBuffer> =>
  concat([bytesOfHex(before), bytesOfHex(h), utf8(verdict)]);
