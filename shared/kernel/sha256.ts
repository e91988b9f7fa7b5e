/** SHA-256 of bytes that come piece by piece (FIPS 180-4). Where all bytes are at hand the machine's own is faster. */
export type Sha256 = {
  readonly update: (bytes: Uint8Array) => void;
  /** 64 lower-case hex digits. Nothing may be added afterwards. */
  readonly digest: () => string;
};

const BLOCK = 64;
/** Where the length in bits stands in the last block. */
const LENGTH_AT = 56;
const WORD = 2 ** 32;

/** The first 32 bits of the fractional part of a root, as the standard derives its constants. */
const fraction = (root: number): number => ((root - Math.floor(root)) * WORD) | 0;
const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
};
const K = Int32Array.from(primes(64), (p) => fraction(Math.cbrt(p)));
const START = Int32Array.from(primes(8), (p) => fraction(Math.sqrt(p)));

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

const schedule = (words: Int32Array, view: DataView, at: number): void => {
  for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(at + 4 * i);
  for (let i = 16; i < 64; i += 1) {
    const a = words[i - 15] as number;
    const b = words[i - 2] as number;
    const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    words[i] = ((words[i - 16] as number) + s0 + (words[i - 7] as number) + s1) | 0;
  }
};

const compress = (state: Int32Array, words: Int32Array): void => {
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (words[i] as number)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
};

const hexOf = (state: Int32Array): string =>
  Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");

/** A hash that has seen nothing yet. */
export const createSha256 = (): Sha256 => {
  const state = START.slice();
  const words = new Int32Array(64);
  const rest = new Uint8Array(BLOCK);
  let [kept, length] = [0, 0];
  const blocks = (bytes: Uint8Array, from: number): number => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = from;
    for (; at + BLOCK <= bytes.length; at += BLOCK) {
      schedule(words, view, at);
      compress(state, words);
    }
    return at;
  };
  const update = (bytes: Uint8Array): void => {
    length += bytes.length;
    let at = 0;
    if (kept > 0) {
      at = Math.min(BLOCK - kept, bytes.length);
      rest.set(bytes.subarray(0, at), kept);
      kept += at;
      if (kept < BLOCK) return;
      blocks(rest, 0);
    }
    at = blocks(bytes, at);
    rest.set(bytes.subarray(at));
    kept = bytes.length - at;
  };
  const digest = (): string => {
    const bits = length * 8;
    const end = new Uint8Array(kept < LENGTH_AT ? BLOCK - kept : 2 * BLOCK - kept);
    end[0] = 0x80;
    const view = new DataView(end.buffer);
    view.setUint32(end.length - 8, Math.floor(bits / WORD));
    view.setUint32(end.length - 4, bits >>> 0);
    update(end);
    return hexOf(state);
  };
  return { update, digest };
};
