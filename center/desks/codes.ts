import { randomInt } from "node:crypto";
import type { Center } from "../context.ts";
import { sha256 } from "../hash.ts";

/** Read aloud over the telephone: no letter or digit that sounds or looks like another. */
const ALPHABET = "ACDEFHJKLMNPQRTUVWXY3479";
const CODE_LENGTH = 12;
/** A code lives for a working day; a desk is set up while somebody waits. */
const CODE_MS = 24 * 3_600_000;

const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join("")
    .replaceAll(/(.{4})(?=.)/g, "$1-");

/** The form in which a code is compared: hyphens and small letters are how people type it. */
export const codeHash = (code: string): string => sha256(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ""));

/** For whom a code is: an existing bureau, or a new one that the first desk founds under `name`. */
export type CodeFor = { readonly bureau?: string; readonly name: string };

/** Issues a single-use enrolment code. Only its hash is stored; it is shown once. */
export const issueCode = async ({ db, now }: Center, { bureau, name }: CodeFor): Promise<string> => {
  const code = newCode();
  const expires = new Date(now() + CODE_MS).toISOString();
  await db.atGate((tx) =>
    tx.run("insert into enrol_code (code_hash, bureau, name, expires_at) values ($1, $2, $3, $4)", [
      codeHash(code),
      bureau ?? null,
      name,
      expires,
    ]),
  );
  return code;
};
