import type { Refusal, RefusalCode } from "./refusals.ts";

/** What every rule, command and check answers: a value, or a lawful "no". A bug is thrown instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The answer that carries a value. */
export const done = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/**
 * The answer that says no. `source` is the article the refusal rests on, as printed text;
 * `detail` names the field or rule concerned (a dictionary name, never a value typed by a person).
 */
export const refuse = (
  code: RefusalCode,
  source?: string,
  detail?: string,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...(source !== undefined && { source }), ...(detail !== undefined && { detail }) },
});
