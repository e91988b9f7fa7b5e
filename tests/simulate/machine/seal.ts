import type { Seal } from "../../../renderer/data/seal.ts";
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

export const makeSeal = async (_: string): Promise<Seal> => ({
  seal: async (table, key, value) => {
    foreign();
    const sealed = randomBytes(NONCE) as unknown as Uint8Array<ArrayBuffer>;
    KEPT.set(sealed, { place: `${table}|${key}`, value: frozen(copied(value)) });
    return sealed;
  },
  open: async (table, key, sealed) => {
    foreign();
    const kept = KEPT.get(sealed);
    if (kept?.place !== `${table}|${key}`) throw new Error("sealed for another place");
    return kept.value;
  },
});
