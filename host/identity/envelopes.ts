import { randomBytes, randomUUID } from "node:crypto";
import { deriveKey, seal, unseal } from "../seal.ts";
import { argon2With, passwordKey } from "./passwordKey.ts";
import type { RecoveryEnvelope, User, Vault } from "./vault.ts";

/**
 * The installation an envelope belongs to; part of what is authenticated, so that none opens in another vault. It is
 * named by its first feed: nobody's password is at hand to wrap anew when a restored desk begins another.
 */
export type Home = Pick<Vault, "installId" | "bureau" | "feed" | "earlier">;
/** Whose account it is and what it may do on this machine. */
export type Account = Pick<User, "login" | "staffId" | "isAdmin" | "isFounder">;

const SALT_BYTES = 16;
const homeText = ({ installId, bureau, feed, earlier }: Home): string =>
  `${installId} ${bureau} ${earlier[0]?.feed ?? feed}`;
/** JSON, so that no login can be written to look like another login with other rights. */
const userContext = (home: Home, id: string, { login, staffId, isAdmin, isFounder }: Account): string =>
  `vault ${homeText(home)} password ${JSON.stringify([id, login, staffId, isAdmin, isFounder])}`;
const recoveryContext = (home: Home, id: string): string => `vault ${homeText(home)} recovery ${id}`;
const recoveryKeyOf = (secret: Uint8Array): Buffer => deriveKey(secret, "recovery");

/** Wraps the data key with a person's password. `at` is the day of the password, for the reminder to change it. */
export const wrapForUser = async (
  home: Home,
  account: Account,
  { dataKey, password, at }: { readonly dataKey: Uint8Array; readonly password: string; readonly at: string },
): Promise<User> => {
  const id = randomUUID();
  const argon2 = argon2With(randomBytes(SALT_BYTES));
  const key = await passwordKey(password, argon2);
  const sealed = seal(key, dataKey, userContext(home, id, account)).toString("base64");
  const { login, staffId, isAdmin, isFounder } = account;
  return {
    kind: "password",
    id,
    suite: 1,
    login,
    staffId,
    isAdmin,
    isFounder,
    argon2,
    sealed,
    changedAt: at,
    usedAt: at,
  };
};

/** The data key, when the password is the right one and nobody has touched the envelope. */
export const unwrapForUser = async (
  home: Home,
  user: User,
  password: string,
): Promise<Buffer | undefined> => {
  const key = await passwordKey(password, user.argon2);
  return unseal(key, Buffer.from(user.sealed, "base64"), userContext(home, user.id, user));
};

/** Costs what `unwrapForUser` costs, so that the time does not tell whether a user name exists (row 27). */
export const unwrapForNobody = async (password: string): Promise<undefined> => {
  await passwordKey(password, argon2With(Buffer.alloc(SALT_BYTES)));
  return undefined;
};

/** Wraps the data key with the printed recovery key. */
export const wrapForRecovery = (home: Home, secret: Uint8Array, dataKey: Uint8Array): RecoveryEnvelope => {
  const id = randomUUID();
  const sealed = seal(recoveryKeyOf(secret), dataKey, recoveryContext(home, id)).toString("base64");
  return { kind: "recovery", id, suite: 1, sealed };
};

/** The data key, when the recovery key is the one that was printed for this vault. */
export const unwrapForRecovery = (
  home: Home,
  envelope: RecoveryEnvelope,
  secret: Uint8Array,
): Buffer | undefined =>
  unseal(recoveryKeyOf(secret), Buffer.from(envelope.sealed, "base64"), recoveryContext(home, envelope.id));
