import { ed25519 } from "@noble/curves/ed25519.js";
import { utf8 } from "../../shared/kernel/utf8.ts";
import type { Hash } from "../../shared/ops/op.ts";
import { bytesOfHex, hexOfBytes } from "../../shared/sync/chain.ts";

/** SHA-256 as 64 hex digits. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Hash> =>
  hexOfBytes(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));

/** SHA-256 of a text's UTF-8 bytes. */
export const sha256Of = (text: string): Promise<Hash> => sha256(utf8(text));

type Verify = (signature: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>) => Promise<boolean>;

const KEYS = new Map<string, Promise<Verify>>();

/** Without it the library takes signatures by the laxer ZIP 215: points written in two ways, keys that sign every text. */
const AS_IN_RFC_8032 = { zip215: false };

/** The machine's Ed25519 where it has one (Chromium from 137), otherwise ours: the same answers, ten times slower. */
const verifierOf = async (key: string): Promise<Verify> => {
  const raw = bytesOfHex(key);
  try {
    const imported = await crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);
    return (signature, message) => crypto.subtle.verify("Ed25519", imported, signature, message);
  } catch (cause) {
    if (!(cause instanceof DOMException)) throw cause;
    return async (signature, message) => ed25519.verify(signature, message, raw, AS_IN_RFC_8032);
  }
};

const SIGNATURE = /^[0-9a-f]{128}$/;

/** True when `signature` (128 hex digits) is the key's over the UTF-8 bytes of `text`. Never throws on foreign input. */
export const isSigned = async (key: string, signature: string, text: string): Promise<boolean> => {
  if (!SIGNATURE.test(signature) || !/^[0-9a-f]{64}$/.test(key)) return false;
  const known = KEYS.get(key) ?? verifierOf(key);
  KEYS.set(key, known);
  return (await known)(bytesOfHex(signature), utf8(text));
};
