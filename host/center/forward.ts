import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { Refusal, RefusalCode } from "../../shared/kernel/refusals.ts";
import { present, type Scene } from "../scene.ts";
import { type CenterSession, openCenterSession } from "./centerSession.ts";
import { refusalOf } from "./refusalOf.ts";
import { centerRequest, readBody } from "./request.ts";

/** What the page asked of `/center/…`, whichever transport brought it. Header names are lower case. */
export type Forwarded = {
  readonly method: string;
  /** Path and query as the page wrote them, beginning with `/center/`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readable | undefined;
};
/** What the page gets. The body is the center's own bytes, still packed if the headers say so. */
export type ForwardReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable | Uint8Array;
};
/** Hands a request of the page to the center. */
export type Forward = (request: Forwarded) => Promise<ForwardReply>;

/** Names the feed that a request of the page is about, when it is not the present one. It goes no further. */
const FEED_HEADER = "lad-feed";

/** A body up to this size is kept while it is sent, so that it can be sent again with a new token. */
const KEPT_BYTES = 4 * 1024 * 1024;
const PATH = /^\/center(\/v\d+(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+(?:\?[A-Za-z0-9._~=&%+:-]*)?)$/;
const METHODS: ReadonlySet<string> = new Set(["GET", "POST", "PUT"]);
/** What passes in each direction; cookies and everything else stay behind. */
const TO_CENTER = ["content-type", "content-encoding", "accept", "accept-encoding"] as const;
const TO_PAGE = ["content-type", "content-encoding", "content-length"] as const;
/** What a center sends. A captive portal sends text/html, often with status 200 (F26). */
const OURS = /^application\/(json|octet-stream|(x-|vnd\.)[a-z0-9.+-]+)\b/;

const STATUS: { readonly [code in RefusalCode]?: number } = {
  "signed-out": 401,
  "center-not-set": 409,
  "center-unreachable": 503,
  "center-untrusted": 502,
  malformed: 400,
  "too-large": 413,
  "insecure-address": 409,
};

/** A refusal as the page gets it over `/center/`: the same form in which the host answers its calls. */
export const refusalReply = (refusal: Refusal): ForwardReply => ({
  status: STATUS[refusal.code] ?? 403,
  headers: { "content-type": "application/json; charset=utf-8" },
  body: Buffer.from(JSON.stringify({ ok: false, refusal }), "utf8"),
});

const pick = (
  names: readonly string[],
  from: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (typeof from[name] === "string" ? [[name, from[name]]] : [])));

/** Small bodies are held to be sent twice; a long one passes through and is sent once. */
const holdBody = async ({ headers, body }: Forwarded): Promise<Uint8Array | Readable | undefined> =>
  body !== undefined && Number(headers["content-length"] ?? Number.NaN) <= KEPT_BYTES
    ? readBody(body, KEPT_BYTES)
    : body;

/** When to come back, in seconds. A date counts from the sender's own clock: ours may be years off (F43). */
const restOf = ({ "retry-after": said = "", date = "" }: IncomingHttpHeaders): Record<string, string> => {
  const seconds = /^\d+$/.test(said) ? Number(said) : Math.ceil((Date.parse(said) - Date.parse(date)) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? { "retry-after": String(seconds) } : {};
};

/** A proxy before the center says so in a page of its own; when to come back stands in the header. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

const toPage = (reply: IncomingMessage): ForwardReply => {
  const status = reply.statusCode ?? 502;
  const isRedirect = status >= 300 && status < 400;
  const isForm = OURS.test(reply.headers["content-type"] ?? "");
  if (!isForm && BUSY.has(status)) {
    reply.destroy();
    const { headers, ...busy } = refusalReply({ code: "busy" });
    return { ...busy, status, headers: { ...headers, ...restOf(reply.headers) } };
  }
  if (isRedirect || (status !== 204 && !isForm)) {
    reply.destroy();
    return refusalReply({ code: "center-unreachable", detail: isRedirect ? "redirect" : "form" });
  }
  return { status, headers: { ...pick(TO_PAGE, reply.headers), ...restOf(reply.headers) }, body: reply };
};

type Attempt = {
  readonly request: Forwarded;
  readonly url: string;
  readonly body: Uint8Array | Readable | undefined;
};

const attempt = async (
  session: CenterSession,
  { request, url, body }: Attempt,
  isFresh: boolean,
): Promise<ForwardReply> => {
  const token = await session.token(isFresh, request.headers[FEED_HEADER]);
  if (!token.ok) return refusalReply(token.refusal);
  const headers = { ...pick(TO_CENTER, request.headers), authorization: `Bearer ${token.value}` };
  const reply = await centerRequest({ url, method: request.method, headers, body });
  if (reply.statusCode !== 401 || isFresh || body instanceof Readable) return toPage(reply);
  reply.destroy();
  return attempt(session, { request, url, body }, true);
};

/**
 * The page's only way to the network: its own origin's `/center/*` becomes the configured center, with this desk's
 * token. TLS, keys and the address stay in the host.
 */
export const openForward = (scene: Scene): Forward => {
  const session = openCenterSession(scene);
  return async (request) => {
    const [, path] = PATH.exec(request.path) ?? [];
    if (path === undefined || path.includes("..") || !METHODS.has(request.method))
      return refusalReply({ code: "malformed", detail: "path" });
    const who = present(scene);
    if (!who.ok) return refusalReply(who.refusal);
    const url = scene.vault?.center?.url;
    if (url === undefined || url === "") return refusalReply({ code: "center-not-set" });
    try {
      return await attempt(session, { request, url: `${url}${path}`, body: await holdBody(request) }, false);
    } catch (cause) {
      const refusal = refusalOf(cause);
      scene.log("center-unreachable", { error: refusal.detail ?? "" });
      return refusalReply({ code: refusal.code });
    }
  };
};
