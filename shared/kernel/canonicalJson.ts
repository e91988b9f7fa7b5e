import { done, type Result, refuse } from "./result.ts";

/** A value that can be written as canonical JSON: integers only, no lone surrogates, no forbidden keys. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** Deepest nesting accepted from the wire; ops need 6, the rest is room for later versions. */
const MAX_DEPTH = 16;

/**
 * The one byte form of a value (RFC 8785 restricted to integers): keys sorted by UTF-16 code unit, no spaces.
 * Throws on anything outside `Json`; check foreign input with `checkJson` first.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new Error("canonical JSON holds integers only");
    return String(value);
  }
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) text += `${text === "" ? "" : ","}${canonicalJson(item)}`;
    return `[${text}]`;
  }
  const entries = value as { readonly [key: string]: Json };
  // without a comparison of its own, `sort` compares by UTF-16 code unit
  for (const key of Object.keys(entries).sort())
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${canonicalJson(entries[key] as Json)}`;
  return `{${text}}`;
};

/** Why a parsed value may not enter the product, or the value itself. Depth, keys, numbers and text are all bounded. */
export const checkJson = (value: unknown, depth = 0): Result<Json> => {
  if (depth > MAX_DEPTH) return refuse("malformed", undefined, "depth");
  if (value === null || typeof value === "boolean") return done(value);
  if (typeof value === "string")
    return value.isWellFormed() ? done(value) : refuse("malformed", undefined, "text");
  if (typeof value === "number")
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? done(value)
      : refuse("malformed", undefined, "number");
  if (typeof value !== "object") return refuse("malformed", undefined, "type");
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  const bad = keys.find((key) => FORBIDDEN_KEYS.has(key) || !key.isWellFormed());
  if (bad !== undefined) return refuse("forbidden-key");
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    const checked = checkJson(item, depth + 1);
    if (!checked.ok) return checked;
  }
  return done(value as Json);
};

/** Parses text that came from outside: JSON, bounded, and already in canonical form byte for byte. */
export const parseCanonical = (text: string): Result<Json> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return refuse("malformed", undefined, "json");
  }
  const checked = checkJson(parsed);
  if (!checked.ok) return checked;
  return canonicalJson(checked.value) === text ? checked : refuse("malformed", undefined, "not-canonical");
};
