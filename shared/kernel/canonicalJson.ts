import { done, type Result, refuse } from "./result.ts";

/** A value that can be written as canonical JSON: integers only, no lone surrogates, no forbidden keys. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
/** Deepest nesting accepted from the wire; ops need 6, the rest is room for later versions. */
const MAX_DEPTH = 16;

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/**
 * The one byte form of a value (RFC 8785 restricted to integers): keys sorted by UTF-16 code unit, no spaces.
 * Throws on anything outside `Json`; check foreign input with `checkJson` first.
 */
export const canonicalJson = (value: Json): string => {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new Error("canonical JSON holds integers only");
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  const entries = value as { readonly [key: string]: Json };
  const keys = Object.keys(entries).sort(byCodeUnit);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(entries[key] as Json)}`).join(",")}}`;
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
