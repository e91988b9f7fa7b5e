import { createHash, randomBytes } from "node:crypto";

/** Crockford's alphabet: no I, L, O, U, so that nothing is misread from paper. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_BYTES = 20;
const CHECK_CHARS = 4;
const GROUP = 4;
const CHARS = (SECRET_BYTES * 8) / 5 + CHECK_CHARS;

const encode = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2))).join("");
};
/** 20 bits of a hash of the secret: one typing error in a million is taken for another key. */
const checkOf = (secret: Uint8Array): string =>
  encode(createHash("sha256").update("recovery key ").update(secret).digest()).slice(0, CHECK_CHARS);

/** A new secret of 160 random bits. */
export const newRecoverySecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The secret as it is printed: nine groups of four, the last one its checksum. */
export const printRecoveryKey = (secret: Uint8Array): string =>
  ((encode(secret) + checkOf(secret)).match(new RegExp(`.{${GROUP}}`, "g")) ?? []).join("-");

/** The secret that was typed, whatever the case, spaces and look-alikes; undefined when the checksum does not fit. */
export const readRecoveryKey = (typed: string): Buffer | undefined => {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  if (text.length !== CHARS || [...text].some((char) => !ALPHABET.includes(char))) return undefined;
  const bits = [...text.slice(0, -CHECK_CHARS)].map((char) =>
    ALPHABET.indexOf(char).toString(2).padStart(5, "0"),
  );
  const secret = Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  return checkOf(secret) === text.slice(-CHECK_CHARS) ? secret : undefined;
};
