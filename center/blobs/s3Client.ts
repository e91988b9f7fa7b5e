import { setTimeout as pause } from "node:timers/promises";
import { STORE_BUSY } from "./chunkStore.ts";
import { type S3Account, signedHeaders } from "./signV4.ts";

/** A bucket by its address, as the store's operator gives it: the bucket in the host or in the path. */
export type S3Bucket = S3Account & { readonly url: string };

/** How long one try may take, and how long to wait before the next ones (milliseconds). */
export type Patience = { readonly tryMs: number; readonly pausesMs: readonly number[] };

/** A chunk is half a megabyte: whoever needs longer is not there. */
export const PATIENCE: Patience = { tryMs: 30_000, pausesMs: [200, 1000] };

/** A request: its method, the key below the bucket, and what goes with it. */
export type Ask = {
  readonly method: "GET" | "PUT" | "DELETE";
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};
/** An answer, read to its end. `code`: S3's own word for a refusal, "" when there is none. */
export type Answer = {
  readonly status: number;
  readonly etag: string;
  readonly code: string;
  readonly bytes: Buffer;
};

const EMPTY = new Uint8Array();
const CODE = /<Code>(\w+)<\/Code>/u;

const addressOf = ({ url }: S3Bucket, { key, query = {} }: Ask): URL => {
  const address = new URL(`${url.replace(/\/$/u, "")}/${key}`);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  return address;
};

const once = async (bucket: S3Bucket, ask: Ask, tryMs: number): Promise<Answer> => {
  const { method, headers = {}, body = EMPTY } = ask;
  const url = addressOf(bucket, ask);
  const { host: _set, ...signed } = signedHeaders({ method, url, headers, body }, bucket, new Date());
  const reply = await fetch(url, {
    method,
    headers: signed,
    redirect: "error",
    signal: AbortSignal.timeout(tryMs),
    ...(method === "PUT" && { body: new Uint8Array(body) }),
  });
  // a body that is cut short throws here
  const bytes = Buffer.from(await reply.arrayBuffer());
  const code = reply.ok ? "" : (CODE.exec(bytes.toString("utf8"))?.[1] ?? "");
  return { status: reply.status, etag: (reply.headers.get("etag") ?? "").replaceAll('"', ""), code, bytes };
};

/** True for answers that say "later". */
const isLater = ({ status }: Answer): boolean => status >= 500 || status === 429;

const busy = (why: string, cause?: unknown): Error =>
  Object.assign(new Error(`the store for attachments does not answer: ${why}`, { cause }), {
    code: STORE_BUSY,
  });

/** One try: an answer, or why there is none. */
const tried = async (bucket: S3Bucket, ask: Ask, tryMs: number): Promise<Answer | Error> => {
  try {
    const answer = await once(bucket, ask, tryMs);
    return isLater(answer) ? busy(`${answer.status} ${answer.code}`) : answer;
  } catch (cause) {
    // `fetch` fails in one way only: there was no whole answer
    return busy((cause as Error).name, cause);
  }
};

/**
 * Asks a bucket, again after a pause while the answer is "later" or comes to no end. Throws what `isStoreBusy` knows when
 * it stays so; every other answer is the caller's to judge. No message holds a key or a signature.
 */
export const askBucket = async (
  bucket: S3Bucket,
  ask: Ask,
  { tryMs, pausesMs }: Patience,
): Promise<Answer> => {
  let answer = await tried(bucket, ask, tryMs);
  for (const pauseMs of pausesMs) {
    if (!(answer instanceof Error)) return answer;
    await pause(pauseMs);
    answer = await tried(bucket, ask, tryMs);
  }
  if (answer instanceof Error) throw answer;
  return answer;
};
