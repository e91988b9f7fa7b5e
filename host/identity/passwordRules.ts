import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { COMMON_PASSWORDS } from "./commonPasswords.ts";

const LONG = 12;
const SHORT = 8;
const KINDS_OF_SHORT = 3;
const KINDS: readonly RegExp[] = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]|\p{Lo}/u];
/** A login of one or two letters would forbid half of all passwords. */
const LOGIN_WORTH_FORBIDDING = 3;

/** Only letters and digits, folded, without the digits people hang on behind: "Password2026!" is "password". */
const core = (password: string): string =>
  password
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replace(/\d+$/, "");
const isMonotone = (text: string): boolean => new Set(text).size < 4;
const isRun = (text: string): boolean =>
  ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"].some((run) =>
    run.includes(text),
  );

const isCommon = (password: string): boolean => {
  const folded = password.normalize("NFKC").toLowerCase();
  return (
    [folded, core(password)].some((text) => COMMON_PASSWORDS.has(text)) || isMonotone(folded) || isRun(folded)
  );
};

/**
 * At least 12 characters, or 8 of three kinds; neither a common password nor one that contains the user name.
 * Refused as `password-weak`. @source GB/T 22239-2019 身份鉴别 a (security list, row 23)
 */
export const checkPassword = (login: string, password: string): Result<void> => {
  const length = [...password].length;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const isLongEnough = length >= LONG || (length >= SHORT && kinds >= KINDS_OF_SHORT);
  const hasLogin =
    login.length >= LOGIN_WORTH_FORBIDDING && password.toLowerCase().includes(login.toLowerCase());
  return isLongEnough && !hasLogin && !isCommon(password) ? done(undefined) : refuse("password-weak");
};
