import { expect } from "vitest";
import type { Json } from "../../shared/kernel/canonicalJson.ts";

/** What means something to PostgreSQL, to a file system, to HTTP, to HTML or to an object, and nothing to a bureau. */
export const ATTACKS = [
  "'; drop table op; --",
  "' or '1'='1",
  "x') ; select pg_sleep(20) --",
  "$1::text || current_setting('app.bureau')",
  '"; set role postgres; --',
  "\\'; truncate entity; --",
  "../../../../etc/passwd",
  "..%2f..%2fcenter-key.pem",
  "a\u0000b",
  "x\r\nset-cookie: lad=1",
  "<script>alert(1)</script>",
  "__proto__",
  "bureau-nobody-1",
] as const;

/** A text of a bureau that nobody attacked as itself. */
export const SECRET = "只属于乙局";

/** Every copy of a body in which one text is replaced by an attack. */
export const spoiled = (body: Json): readonly Json[] => {
  if (typeof body === "string") return ATTACKS;
  if (Array.isArray(body))
    return body.flatMap((item, at) => spoiled(item).map((bad) => body.with(at, bad) as Json));
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    spoiled(value).map((bad) => ({ ...body, [key]: bad })),
  );
};
/** Refused in words or taken as text: never a bug, and nothing of the machine or of others in the answer. */
export const harmless = (status: number, text: string, what: string): void => {
  expect([what, status < 500]).toEqual([what, true]);
  expect(text).not.toMatch(/root:|PRIVATE KEY|syntax error|pg_catalog|只属于乙局/);
};
