import { textOf, utf8 } from "../../shared/kernel/utf8.ts";

/** Suite 1: AES-256-GCM of WebCrypto, nonce of 12 bytes. A reader meeting another suite refuses to guess. */
const SUITE = 1;
/** Version of the page key; raised when the host hands out another one for the same installation. */
const KEY_VERSION = 1;
const NONCE = 12;
const HEAD = 2;

type Sealed = Uint8Array<ArrayBuffer>;

/** Seals and opens what the page's database keeps, values or bytes. All take time outside any transaction (trap 8). */
export type Seal = {
  readonly seal: (table: string, key: string, value: unknown) => Promise<Sealed>;
  readonly sealBytes: (table: string, key: string, bytes: Sealed) => Promise<Sealed>;
  /** Seals a value whose JSON is at hand as UTF-8: `open` gives the value. */
  readonly sealJson: (table: string, key: string, json: Sealed) => Promise<Sealed>;
  /** Throws when the bytes were changed, moved to another row or sealed with another key. */
  readonly open: (table: string, key: string, sealed: Sealed) => Promise<unknown>;
  /** The same for what was sealed as bytes. */
  readonly openBytes: (table: string, key: string, sealed: Sealed) => Promise<Sealed>;
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

/** Binds a sealed value to its place: the same bytes in another row do not open. */
const placeOf = (table: string, key: string): Uint8Array<ArrayBuffer> =>
  utf8(`${table}|${key}|${KEY_VERSION}`);

/** The seal of one session, from the page key that the host derives (base64, 32 bytes). The key cannot be read back. */
export const makeSeal = async (pageKey: string): Promise<Seal> => {
  const key = await crypto.subtle.importKey("raw", bytesOf(pageKey), "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const sealBytes: Seal["sealBytes"] = async (table, place, bytes) => {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const cipher = { name: "AES-GCM", iv: nonce, additionalData: placeOf(table, place) };
    const body = new Uint8Array(await crypto.subtle.encrypt(cipher, key, bytes));
    const sealed = new Uint8Array(HEAD + NONCE + body.length);
    sealed.set([SUITE, KEY_VERSION]);
    sealed.set(nonce, HEAD);
    sealed.set(body, HEAD + NONCE);
    return sealed;
  };
  const openBytes: Seal["openBytes"] = async (table, place, sealed) => {
    if (sealed[0] !== SUITE || sealed[1] !== KEY_VERSION)
      throw new Error(`sealed with suite ${sealed[0]}, key ${sealed[1]}`);
    const cipher = {
      name: "AES-GCM",
      iv: sealed.subarray(HEAD, HEAD + NONCE),
      additionalData: placeOf(table, place),
    };
    return new Uint8Array(await crypto.subtle.decrypt(cipher, key, sealed.subarray(HEAD + NONCE)));
  };
  return {
    sealBytes,
    sealJson: sealBytes,
    openBytes,
    seal: (table, place, value) => sealBytes(table, place, utf8(JSON.stringify(value))),
    open: async (table, place, sealed) => JSON.parse(textOf(await openBytes(table, place, sealed))),
  };
};
