import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Attempts } from "./attempts.ts";
import { unwrapForNobody, unwrapForRecovery, unwrapForUser, wrapForUser } from "./envelopes.ts";
import { checkPassword } from "./passwordRules.ts";
import { readRecoveryKey } from "./recoveryKey.ts";
import type { User, Vault } from "./vault.ts";

/** The data key together with the account that opened it. */
export type Opened = { readonly user: User; readonly dataKey: Buffer };
/** What signing in needs to know of the machine. */
export type Door = { readonly vault: Vault; readonly attempts: Attempts };
type Named = { readonly login: string; readonly password: string };

/** Names are compared as people read them: case and compatibility forms do not make another person. */
const fold = (login: string): string => login.trim().normalize("NFKC").toLowerCase();
/** The account of this name, if this machine has one. */
export const userNamed = (vault: Vault, login: string): User | undefined =>
  vault.users.find((user) => fold(user.login) === fold(login));

const orNobody = (vault: Vault, user: User | undefined, password: string): Promise<Buffer | undefined> =>
  user === undefined ? unwrapForNobody(password) : unwrapForUser(vault, user, password);

/**
 * Opens the data key with a password. `sign-in-wait` (detail: seconds) while too many failures count against the name,
 * `sign-in-failed` for a wrong name or password alike.
 */
export const openWithPassword = async (
  { vault, attempts }: Door,
  { login, password }: Named,
): Promise<Result<Opened>> => {
  const waitS = attempts.waitOf(fold(login));
  if (waitS > 0) return refuse("sign-in-wait", undefined, String(waitS));
  const user = userNamed(vault, login);
  const dataKey = await orNobody(vault, user, password);
  if (user === undefined || dataKey === undefined) {
    await attempts.failed(fold(login));
    return refuse("sign-in-failed");
  }
  await attempts.succeeded(fold(login));
  return done({ user, dataKey });
};

/** Opens the data key with the printed recovery key; `recovery-key-invalid` says whether it was a typing error. */
export const openWithRecoveryKey = async (
  { vault, attempts }: Door,
  login: string,
  typed: string,
): Promise<Result<Opened>> => {
  const waitS = attempts.waitOf(fold(login));
  if (waitS > 0) return refuse("sign-in-wait", undefined, String(waitS));
  const secret = readRecoveryKey(typed);
  if (secret === undefined) return refuse("recovery-key-invalid", undefined, "checksum");
  const user = userNamed(vault, login);
  const dataKey = unwrapForRecovery(vault, vault.recovery, secret);
  if (user === undefined || dataKey === undefined) {
    await attempts.failed(fold(login));
    return refuse("recovery-key-invalid");
  }
  await attempts.succeeded(fold(login));
  return done({ user, dataKey });
};

/** The vault with a further account; refused when the name is taken or the password weak. */
export const withUser = async (
  vault: Vault,
  { login, password, staffId }: Named & { readonly staffId: string },
  { dataKey, at }: { readonly dataKey: Uint8Array; readonly at: string },
): Promise<Result<Vault>> => {
  if (userNamed(vault, login) !== undefined) return refuse("login-taken");
  const strong = checkPassword(login, password);
  if (!strong.ok) return strong;
  const account = { login: login.trim(), staffId, isAdmin: false, isFounder: false };
  const user = await wrapForUser(vault, account, { dataKey, password, at });
  return done({ ...vault, users: [...vault.users, user] });
};

/** The vault with another password for an account that was just opened; refused when the new one is weak. */
export const withPassword = async (
  vault: Vault,
  { user, dataKey }: Opened,
  { password, at }: { readonly password: string; readonly at: string },
): Promise<Result<Vault>> => {
  const strong = checkPassword(user.login, password);
  if (!strong.ok) return strong;
  const next = await wrapForUser(vault, user, { dataKey, password, at });
  return done({ ...vault, users: vault.users.map((other) => (other.id === user.id ? next : other)) });
};
