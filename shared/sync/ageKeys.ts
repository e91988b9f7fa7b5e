import { bytesOfHex } from "./chain.ts";

/*
 * Every desk and every center has one Ed25519 key, and each knows the other's from the enrolment. Bundles are encrypted
 * to the same key in its other form (RFC 7748, section 4.1: the two curves are one curve written in two ways), as age itself
 * does for ssh-ed25519 keys. So nothing more has to be exchanged, kept or lost (docs/decisions, bundles).
 */

const P = 2n ** 255n - 19n;
const KEY_BYTES = 32;

const power = (base: bigint, exponent: bigint): bigint => {
  let [result, square, rest] = [1n, base % P, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
};

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** The X25519 form (32 bytes) of an Ed25519 public key (64 hex digits): u = (1 + y) / (1 − y). */
export const agreementKey = (key: string): Uint8Array => {
  const y = littleEndian(bytesOfHex(key)) & (2n ** 255n - 1n);
  const u = ((1n + y) * power(P + 1n - (y % P), P - 2n)) % P;
  return Uint8Array.from({ length: KEY_BYTES }, (_, index) => Number((u >> BigInt(8 * index)) & 255n));
};

const CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const FIVE = 31;
const CHECK_LENGTH = 6;

const polymod = (values: readonly number[]): number =>
  values.reduce((check, value) => {
    const top = check >>> 25;
    const next = ((check & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce((sum, term, bit) => ((top >>> bit) & 1 ? sum ^ term : sum), next);
  }, 1);

/** Eight bits regrouped to five, the last group filled with zero bits. */
const groups = (bytes: Uint8Array): readonly number[] => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((group) => Number.parseInt(group.padEnd(5, "0"), 2));
};

/** Bech32 (BIP 173), the text form of age's keys. */
export const bech32 = (prefix: string, bytes: Uint8Array): string => {
  const codes = [...prefix].map((letter) => letter.codePointAt(0) ?? 0);
  const head = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & FIVE)];
  const data = groups(bytes);
  const check = polymod([...head, ...data, ...Array<number>(CHECK_LENGTH).fill(0)]) ^ 1;
  const tail = Array.from({ length: CHECK_LENGTH }, (_, index) => (check >>> (5 * (5 - index))) & FIVE);
  return `${prefix}1${[...data, ...tail].map((value) => CHARSET[value]).join("")}`;
};

/** Where to encrypt to for the holder of an Ed25519 key: age's `age1…`. */
export const recipientOf = (key: string): string => bech32("age", agreementKey(key));

/** What opens it: age's `AGE-SECRET-KEY-1…` from the secret scalar, the first half of SHA-512 of the private seed (RFC 8032, section 5.1.5). */
export const identityOf = (scalar: Uint8Array): string => bech32("age-secret-key-", scalar).toUpperCase();
