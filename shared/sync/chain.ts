import { assert } from "../kernel/assert.ts";
import { utf8 } from "../kernel/utf8.ts";
import type { Hash, Verdict } from "../ops/op.ts";
import { concat } from "./frames.ts";

/** The chain value before the first op of a book: 32 zero bytes. */
export const CHAIN_START: Hash = "0".repeat(64);

/** The bytes that lower-case hex digits stand for. Throws on anything else: hashes are checked where they come in. */
export const bytesOfHex = (hex: string): Uint8Array<ArrayBuffer> => {
  assert(/^([0-9a-f]{2})*$/.test(hex), "not hex digits");
  const bytes = new Uint8Array(hex.length / 2);
  for (const index of bytes.keys()) bytes[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  return bytes;
};

/**
 * What is hashed (SHA-256) to get the chain value of an op from the one before it: 32 + 32 bytes and the verdict's
 * UTF-8. Two books with equal chain values hold the same ops, in the same order, with the same verdicts (I8, I38).
 */
export const chainInput = (before: Hash, h: Hash, verdict: Verdict): Uint8Array<ArrayBuffer> =>
  concat([bytesOfHex(before), bytesOfHex(h), utf8(verdict)]);
