import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { z } from "zod";
import { LIMITS } from "../../shared/api/syncApi.ts";
import { canonicalJson } from "../../shared/kernel/canonicalJson.ts";
import { isRefusalCode } from "../../shared/kernel/refusals.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import type { BookedOp } from "../../shared/ops/op.ts";
import { encodeBooked, withTrailer } from "../../shared/sync/frames.ts";
import { sha256 } from "../hash.ts";

const pack = promisify(gzip);
/** A page takes its time on a slow line; a dead one is given up. */
const TIMEOUT_MS = 60_000;

/** What is sent: JSON, a page of booked ops, or bytes as they are. */
export type Question = {
  readonly url: string;
  readonly token?: string;
  readonly json?: object;
  readonly ops?: readonly BookedOp[];
  readonly bytes?: Uint8Array;
};

const BYTES = "application/octet-stream";

const bodyOf = async ({ json, ops, bytes }: Question): Promise<RequestInit> => {
  if (bytes !== undefined) return { headers: { "content-type": BYTES }, body: new Uint8Array(bytes) };
  if (ops === undefined)
    return { headers: { "content-type": "application/json" }, body: JSON.stringify(json ?? {}) };
  const body = encodeBooked(ops);
  const whole = withTrailer(body, canonicalJson({ count: ops.length, sha256: sha256(body) }));
  const packed = await pack(whole);
  const isPacked = packed.length <= LIMITS.pushBytesPacked;
  return {
    headers: {
      "content-type": BYTES,
      ...(isPacked && { "content-encoding": "gzip" }),
    },
    body: new Uint8Array(isPacked ? packed : whole),
  };
};

const refusalIn = (value: unknown): Result<never> => {
  const code = (value as { readonly refusal?: { readonly code?: unknown } } | null)?.refusal?.code;
  return typeof code === "string" && isRefusalCode(code) ? refuse(code) : refuse("center-unreachable");
};

/**
 * Asks the province one question. Its own refusal is handed on; a lost line, a redirect, a page of a captive portal or an
 * answer of another form are all `center-unreachable`: the province did not answer.
 */
export const askProvince = async <T>(question: Question, form: z.ZodType<T>): Promise<Result<T>> => {
  const { url, token } = question;
  try {
    const init = await bodyOf(question);
    const reply = await fetch(url, {
      ...init,
      method: "POST",
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(init.headers as Record<string, string>),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
    const answered: unknown = await reply.json();
    if (!reply.ok) return refusalIn(answered);
    const parsed = form.safeParse(answered);
    return parsed.success ? done(parsed.data) : refuse("center-unreachable", undefined, "form");
  } catch (cause) {
    // a lost line, a time-out, a redirect, or no JSON at all
    if (cause instanceof TypeError || cause instanceof DOMException || cause instanceof SyntaxError)
      return refuse("center-unreachable");
    throw cause;
  }
};
