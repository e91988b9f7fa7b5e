import { done, type Result, refuse } from "../../shared/kernel/result.ts";

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "[::1]", "localhost"]);

/**
 * The base address of a center, without a slash at its end. `insecure-address` for plain http to another machine, for
 * any other scheme, and for an address that carries a password.
 */
export const centerAddress = (text: string): Result<string> => {
  if (!URL.canParse(text)) return refuse("malformed", undefined, "url");
  const { protocol, hostname, username, password, origin, pathname } = new URL(text);
  const isSafe = protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
  if (!isSafe || username !== "" || password !== "") return refuse("insecure-address");
  return done(`${origin}${pathname.replace(/\/+$/, "")}`);
};
