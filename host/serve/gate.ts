import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The one cookie of the browser shell. It lives as long as the browser's session. */
const COOKIE = "lad";
const TOKEN_BYTES = 32;

/** What of a request decides whether it may come in. */
export type Knock = {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly site: string | undefined;
  readonly cookie: string | undefined;
  readonly contentType: string | undefined;
};
/** "in", or the status of the refusal (security list, row 21). */
export type Verdict = "in" | 401 | 403 | 405 | 421;

/** The door of the browser shell. */
export type Gate = {
  readonly judge: (knock: Knock) => Verdict;
  /** A token for one entry; put it into an address and hand that to the person at this machine. */
  readonly issue: () => string;
  /** The `set-cookie` line for a token that was issued and not used yet. */
  readonly enter: (token: string) => string | undefined;
};

const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const cookieIn = (header: string): string | undefined =>
  header
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);

/** Whether a state-changing call comes from our own page; forms of other pages can send neither this type nor this origin. */
const isOwnCall = ({ method, path, origin, contentType }: Knock, own: string): 403 | 405 | undefined => {
  const isCall = path.startsWith("/host/");
  if (!isCall && !path.startsWith("/center/")) return method === "GET" || method === "HEAD" ? undefined : 405;
  if (isCall && (method !== "POST" || !/^application\/json\b/.test(contentType ?? ""))) return 405;
  return origin === own || (origin === undefined && method === "GET") ? undefined : 403;
};

/** Opens the gate of `authority`, such as "127.0.0.1:43117". */
export const openGate = (authority: string): Gate => {
  const session = randomBytes(TOKEN_BYTES).toString("base64url");
  const tokens = new Set<string>();
  const own = `http://${authority}`;
  return {
    judge: (knock) => {
      // A name that was rebound to this address would bring its own name along.
      if (knock.host !== authority) return 421;
      if (knock.origin !== undefined && knock.origin !== own) return 403;
      if (knock.site !== undefined && !["same-origin", "none"].includes(knock.site)) return 403;
      if (knock.path === "/enter") return "in";
      const cookie = cookieIn(knock.cookie ?? "");
      if (cookie === undefined || !isSame(cookie, session)) return 401;
      return isOwnCall(knock, own) ?? "in";
    },
    issue: () => {
      const token = randomBytes(TOKEN_BYTES).toString("base64url");
      tokens.add(digest(token).toString("hex"));
      return token;
    },
    enter: (token) =>
      tokens.delete(digest(token).toString("hex"))
        ? `${COOKIE}=${session}; HttpOnly; SameSite=Strict; Path=/`
        : undefined,
  };
};
