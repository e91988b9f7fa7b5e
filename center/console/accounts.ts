import { randomBytes } from "node:crypto";
import { argon2id, argon2Verify } from "hash-wasm";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Database } from "../db/database.ts";

/** The province's first account. */
export const FIRST_LOGIN = "province";
/** Argon2id as for the desks: 64 MiB, three passes. */
const COST = { parallelism: 1, iterations: 3, memorySize: 64 * 1024, hashLength: 32 } as const;
const PASSWORD_MIN = 12;
const FIRST_BYTES = 12;

const seal = (password: string): Promise<string> =>
  argon2id({ ...COST, password, salt: randomBytes(16), outputType: "encoded" });

/** Compared with when there is no such account, so that the time of an answer says nothing. */
const NOBODY =
  "$argon2id$v=19$m=65536,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$f3Kdp4OnvWG3n4Nfe+UnPXGwXqfMZDMtwa3lbVyRH+0";

type Account = { readonly password: string; readonly is_initial: boolean };

/**
 * Makes the first account when there is none, or a new first password while nobody has used it. Answers with that
 * password, once; undefined when the province already has its own. A `given` password is final (demonstrations).
 */
export const firstPassword = async (db: Database, given?: string): Promise<string | undefined> => {
  const password = given ?? randomBytes(FIRST_BYTES).toString("base64url");
  const sealed = await seal(password);
  const changed = await db.atGate((tx) =>
    tx.run(
      `insert into console_account (login, password, is_initial) values ($1, $2, $3)
       on conflict (login) do update set password = excluded.password, is_initial = excluded.is_initial where console_account.is_initial`,
      [FIRST_LOGIN, sealed, given === undefined],
    ),
  );
  return changed > 0 ? password : undefined;
};

/** Whether the password opens the account, and whether it must be changed first. */
export const checkPassword = async (
  db: Database,
  login: string,
  password: string,
): Promise<Result<{ readonly mustChange: boolean }>> => {
  // argon2 takes no empty password, and nobody has one
  if (password === "") return refuse("sign-in-failed");
  const account = await db.atGate((tx) =>
    tx.one<Account>("select password, is_initial from console_account where login = $1", [login]),
  );
  const isRight = await argon2Verify({ password, hash: account?.password ?? NOBODY });
  return account !== undefined && isRight
    ? done({ mustChange: account.is_initial })
    : refuse("sign-in-failed");
};

/** Sets the account's own password. */
export const setPassword = async (db: Database, login: string, password: string): Promise<Result<void>> => {
  if (password.length < PASSWORD_MIN || password.toLowerCase().includes(login))
    return refuse("password-weak");
  const sealed = await seal(password);
  await db.atGate((tx) =>
    tx.run("update console_account set password = $2, is_initial = false where login = $1", [login, sealed]),
  );
  return done(undefined);
};
