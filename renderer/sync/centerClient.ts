import type { z } from "zod";
import { type SnapshotChunk, type SnapshotReply, snapshotReply } from "../../shared/api/snapshotApi.ts";
import {
  type HelloReply,
  type HelloRequest,
  helloReply,
  type NumbersReply,
  type NumbersRequest,
  numbersReply,
  type PushReply,
  pushReply,
  type RescueReply,
  ROUTES,
  rescueReply,
} from "../../shared/api/syncApi.ts";
import { isRefusalCode, type RefusalCode } from "../../shared/kernel/refusals.ts";
import { bytesUpTo } from "./snapshotClient.ts";
import { came, rough, type Weather } from "./weather.ts";

/** The province's center as this page reaches it: through its own origin, the host forwards (no address, no key here). */
export type Center = {
  readonly hello: (request: HelloRequest) => Promise<Weather<HelloReply>>;
  /** `body` is the frame stream with its trailer; it travels packed. `feed`: one from before a restore. */
  readonly push: (body: Uint8Array<ArrayBuffer>, feed?: string) => Promise<Weather<PushReply>>;
  /** What a restored center lost, as frames "B". */
  readonly rescue: (body: Uint8Array<ArrayBuffer>) => Promise<Weather<RescueReply>>;
  readonly pull: (query: PullQuery) => Promise<Weather<Uint8Array<ArrayBuffer>>>;
  readonly numbers: (request: NumbersRequest) => Promise<Weather<NumbersReply>>;
  /** What there is for a first load. */
  readonly snapshot: () => Promise<Weather<SnapshotReply>>;
  /** One chunk of it, unpacked; not proved yet. */
  readonly chunk: (chunk: SnapshotChunk) => Promise<Weather<Uint8Array<ArrayBuffer>>>;
};

/** A page of the book: what comes after number `after` of an epoch. */
export type PullQuery = { readonly epoch: string; readonly after: number; readonly max: number };

const BASE = "/center";
/** A round is short; a slow county line gets a smaller batch, not a longer wait (R15). */
const TIMEOUT_MS = 30_000;
/** Body type of pushes and pages. */
const STREAM = "application/octet-stream";
/** Every body is bounded by what it holds; this only ends a body that never ends. */
const BODY_BYTES_MAX = 64 * 1024 * 1024;

/** The code that an answer names; one this version does not know is a newer center's. */
const refusalIn = (value: unknown): RefusalCode | undefined => {
  const found = value as { readonly code?: unknown; readonly refusal?: { readonly code?: unknown } } | null;
  const code = found?.refusal?.code ?? found?.code;
  if (typeof code !== "string") return undefined;
  return isRefusalCode(code) ? code : "version-unknown";
};

const waitOf = (response: Response): number => {
  const seconds = Number(response.headers.get("retry-after") ?? "0");
  return Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0;
};

const isJson = (response: Response): boolean => (response.headers.get("content-type") ?? "").includes("json");

/** What an answer without a code of ours says: a proxy's, or the center's own 500 with a number for its log. */
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  413: "too-large",
  429: "busy",
  500: "busy",
  503: "busy",
};

const declined = async <T>(response: Response): Promise<Weather<T>> => {
  const code = isJson(response) ? refusalIn(await response.json()) : undefined;
  const refusal = { code: code ?? BY_STATUS[response.status] ?? ("center-unreachable" as const) };
  return rough(refusal, {
    waitMs: waitOf(response),
    isPortal: code === undefined && BY_STATUS[response.status] === undefined,
  });
};

/** Asks the center; whatever is not an answer of its own is weather. */
export const send = async (
  path: string,
  init: RequestInit,
  timeoutMs = TIMEOUT_MS,
): Promise<Weather<Response>> => {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${BASE}${path}`, {
      ...init,
      signal,
      cache: "no-store",
      redirect: "error",
      credentials: "same-origin",
    });
    return response.ok ? came(response) : await declined(response);
  } catch (cause) {
    // the network has no other way of saying no: fetch rejects for a lost line, a time-out and a redirect alike
    if (cause instanceof TypeError || cause instanceof DOMException || cause instanceof SyntaxError)
      return rough({ code: "center-unreachable" });
    throw cause;
  }
};

const json = async <T>(path: string, init: RequestInit, shape: z.ZodType<T>): Promise<Weather<T>> => {
  const sent = await send(path, { method: "POST", ...init });
  return sent.ok ? readJson(path, sent.value, shape) : sent;
};

/** The JSON of an answer, if it has the shape. */
export const readJson = async <T>(
  path: string,
  response: Response,
  shape: z.ZodType<T>,
): Promise<Weather<T>> => {
  if (!isJson(response)) return rough({ code: "malformed", detail: path }, { isPortal: true });
  const text = await response.text().catch(() => "");
  const parsed = shape.safeParse(text === "" ? undefined : safeJson(text));
  return parsed.success ? came(parsed.data) : rough({ code: "malformed", detail: path });
};

const safeJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** Asks the center in JSON. */
export const ask = <T>(path: string, request: unknown, shape: z.ZodType<T>): Promise<Weather<T>> =>
  json(path, { headers: { "content-type": "application/json" }, body: JSON.stringify(request) }, shape);

const packed = (body: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  new Response(new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();

const bytesFrom = async (
  path: string,
  { detail, most }: { readonly detail: string; readonly most: number },
): Promise<Weather<Uint8Array<ArrayBuffer>>> => {
  const sent = await send(path, { method: "GET" });
  if (!sent.ok) return sent;
  const type = sent.value.headers.get("content-type") ?? "";
  if (!type.includes(STREAM)) return rough({ code: "malformed", detail }, { isPortal: true });
  return readBytes(sent.value, most, detail);
};

/** The bytes of an answer, at most `most`; a line that breaks while they come is weather. */
export const readBytes = async (
  response: Response,
  most = BODY_BYTES_MAX,
  detail = "body",
): Promise<Weather<Uint8Array<ArrayBuffer>>> => {
  if (response.body === null) return rough({ code: "malformed", detail }, { isPortal: true });
  try {
    const bytes = await bytesUpTo(response.body, most);
    return bytes === undefined ? rough({ code: "too-large", detail }) : came(bytes);
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof DOMException)
      return rough({ code: "center-unreachable" });
    throw cause;
  }
};

const pullPage = ({ epoch, after, max }: PullQuery): Promise<Weather<Uint8Array<ArrayBuffer>>> =>
  bytesFrom(`${ROUTES.pull}?epoch=${encodeURIComponent(epoch)}&after=${after}&max=${max}`, {
    detail: "pull",
    most: BODY_BYTES_MAX,
  });

/** The center over HTTP, on the page's own origin. */
export const httpCenter: Center = {
  hello: (request) => ask(ROUTES.hello, request, helloReply),
  push: async (body, feed) => {
    // the host signs in for that feed; the header goes no further than the host
    const headers = { "content-type": STREAM, "content-encoding": "gzip", ...(feed && { "lad-feed": feed }) };
    return json(ROUTES.push, { headers, body: await packed(body) }, pushReply);
  },
  rescue: async (body) =>
    json(
      ROUTES.rescue,
      { headers: { "content-type": STREAM, "content-encoding": "gzip" }, body: await packed(body) },
      rescueReply,
    ),
  pull: pullPage,
  numbers: (request) => ask(ROUTES.numbers, request, numbersReply),
  snapshot: () => json(ROUTES.snapshot, { method: "GET" }, snapshotReply),
  chunk: ({ id, bytes }) => bytesFrom(`${ROUTES.snapshot}/${id}`, { detail: "chunk", most: bytes }),
};
