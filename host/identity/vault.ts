import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { assert } from "../../shared/kernel/assert.ts";
import { errorCode, writeDurably } from "../files.ts";

const sealed = z.base64();
const argon2 = z.strictObject({
  memoryKiB: z.number().int(),
  passes: z.number().int(),
  lanes: z.number().int(),
  salt: z.base64(),
});
/** One wrap of the data key. Suite 1 is AES-256-GCM with HKDF-SHA256 and argon2id; another suite gets another number. */
const passwordEnvelope = z.strictObject({
  kind: z.literal("password"),
  id: z.string(),
  suite: z.literal(1),
  login: z.string(),
  staffId: z.string(),
  /** Manages this machine's accounts; authenticated with the envelope, so that it cannot be set by an editor. */
  isAdmin: z.boolean(),
  isFounder: z.boolean(),
  argon2,
  sealed,
  changedAt: z.string(),
  usedAt: z.string(),
});
const recoveryEnvelope = z.strictObject({
  kind: z.literal("recovery"),
  id: z.string(),
  suite: z.literal(1),
  sealed,
});
/**
 * The station's secret, twice: `wrap` by the computer's key store, `sealed` by the data key. While it is there, every
 * password envelope lies inside its layer (stationKey.ts); the recovery envelope never does (security list, row 33).
 */
const stationEnvelope = z.strictObject({
  kind: z.literal("station"),
  id: z.string(),
  suite: z.literal(1),
  /** The store that made `wrap`, as it names itself. */
  backend: z.string(),
  wrap: sealed,
  sealed,
});

const vault = z.strictObject({
  format: z.literal(1),
  /** This installation: changes when the desk starts over. */
  installId: z.string(),
  bureau: z.string(),
  feed: z.string(),
  deskName: z.string(),
  /** Ed25519: the public half in hex, the private half (PKCS 8) sealed by the data key. */
  publicKey: z.string(),
  deviceKey: sealed,
  /** Feeds this desk wrote before it was restored from a backup, oldest first: read and delivered, never continued. */
  earlier: z.array(z.strictObject({ feed: z.string(), publicKey: z.string(), deviceKey: sealed })),
  center: z
    .strictObject({
      url: z.string(),
      epoch: z.string(),
      centerFeed: z.string(),
      centerKey: z.string(),
      /** Keys of centers that kept this bureau's book before: what they signed then still holds. */
      formerKeys: z.array(z.string()).optional(),
      /** The province above the hub this desk was enrolled at: its word alone hands the book over. */
      province: z.strictObject({ key: z.string(), url: z.string() }).optional(),
      /** The number of the term under which `centerKey` keeps the book; absent for the first. */
      term: z.number().int().optional(),
    })
    .nullable(),
  /** The enrolment that travels with the first bundle, until its answer is read: the center's key and the request, sealed. */
  carried: sealed.optional(),
  /** How many bundles this desk has written. */
  bundles: z.number().int().optional(),
  /** The folder that is watched for files of the center, usually a stick; absent: none. */
  stick: z.string().optional(),
  users: z.array(passwordEnvelope).min(1),
  recovery: recoveryEnvelope,
  station: stationEnvelope.nullable(),
});

/** What this machine knows before anybody has signed in. No case data, no key in clear. */
export type Vault = z.infer<typeof vault>;
/** The account of one person on this machine. */
export type User = z.infer<typeof passwordEnvelope>;
export type RecoveryEnvelope = z.infer<typeof recoveryEnvelope>;

const pathIn = (folder: string): string => join(folder, "vault.json");

/** The vault in these bytes; undefined when they are none of ours. */
export const parseVault = (bytes: Uint8Array): Vault | undefined => {
  try {
    return vault.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** The bytes of a vault as they lie on the disk. */
export const vaultBytes = (vault: Vault): Buffer =>
  Buffer.from(`${JSON.stringify(vault, null, 2)}\n`, "utf8");

/** Reads the vault; undefined before the desk is set up. Throws when it is there and not ours: nobody may set up over it. */
export const readVault = (folder: string): Vault | undefined => {
  let text: string;
  try {
    text = readFileSync(pathIn(folder), "utf8");
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return undefined;
    throw cause;
  }
  const parsed = vault.safeParse(JSON.parse(text));
  assert(parsed.success, "vault.json is damaged", parsed.error);
  return parsed.data;
};

/** Replaces the vault as a whole, durably. */
export const writeVault = (folder: string, next: Vault): Promise<void> =>
  writeDurably(pathIn(folder), vaultBytes(next));
