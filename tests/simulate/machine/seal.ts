import type { Seal } from "../../../renderer/data/seal.ts";
import { textOf } from "../../../shared/kernel/utf8.ts";
import { copied, frozen } from "./frozen.ts";
import { randomBytes } from "./nodeCrypto.ts";
import { foreign } from "./process.ts";

/*
 * The page's sealing in place of renderer/data/seal.ts. Sealing is not what is tested here: what is sealed stays as it is,
 * bound to its place as the real bytes are, and is what JSON leaves of it when it is opened.
 */

type Kept = { readonly place: string; readonly value: unknown };
const KEPT = new WeakMap<Uint8Array, Kept>();
/** A real seal draws a nonce for each value. */
const NONCE = 12;

const keep = (place: string, value: unknown): Uint8Array<ArrayBuffer> => {
  foreign();
  const sealed = randomBytes(NONCE) as unknown as Uint8Array<ArrayBuffer>;
  KEPT.set(sealed, { place, value });
  return sealed;
};

const kept = (place: string, sealed: Uint8Array): unknown => {
  foreign();
  const found = KEPT.get(sealed);
  if (found?.place !== place) throw new Error("sealed for another place");
  return found.value;
};

export const makeSeal = async (_: string): Promise<Seal> => ({
  seal: async (table, key, value) => keep(`${table}|${key}`, frozen(copied(value))),
  sealJson: async (table, key, json) => keep(`${table}|${key}`, frozen(JSON.parse(textOf(json)))),
  open: async (table, key, sealed) => kept(`${table}|${key}`, sealed),
  sealBytes: async (table, key, bytes) => keep(`bytes ${table}|${key}`, bytes.slice()),
  openBytes: async (table, key, sealed) => {
    const bytes = kept(`bytes ${table}|${key}`, sealed);
    if (!(bytes instanceof Uint8Array)) throw new Error("sealed as a value");
    return bytes.slice();
  },
});
