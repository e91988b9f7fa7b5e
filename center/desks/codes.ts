import { randomInt } from "node:crypto";
import { plainCode } from "../../shared/sync/bundle.ts";
import { paperCode } from "../../shared/sync/paperCode.ts";
import type { Center } from "../context.ts";
import { sha256 } from "../hash.ts";

/** A code lives for a working day; a desk is set up while somebody waits. */
const CODE_MS = 24 * 3_600_000;
/** A code that is carried to a desk without a network lives as long as a courier may need there and back. */
const CARRIED_MS = 30 * CODE_MS;

/** The form in which a code is compared: hyphens and small letters are how people type it. */
export const codeHash = (code: string): string => sha256(plainCode(code));

/** For whom a code is: an existing bureau, a new one that the first desk founds under `name`, or a county's hub. */
export type CodeFor = {
  readonly bureau?: string;
  readonly name: string;
  readonly isCarried?: boolean;
  readonly isHub?: boolean;
};

/** Issues a single-use enrolment code. Only its hash is stored; it is shown once. */
export const issueCode = async (
  { db, now }: Center,
  { bureau, name, isCarried, isHub }: CodeFor,
): Promise<string> => {
  const code = paperCode(randomInt);
  const expires = new Date(now() + (isCarried === true ? CARRIED_MS : CODE_MS)).toISOString();
  await db.atGate((tx) =>
    tx.run(
      "insert into enrol_code (code_hash, bureau, name, expires_at, is_hub) values ($1, $2, $3, $4, $5)",
      [codeHash(code), bureau ?? null, name, expires, isHub === true],
    ),
  );
  return code;
};
