import type { FastifyReply } from "fastify";
import type { z } from "zod";
import type { Refusal, RefusalCode } from "../../shared/kernel/refusals.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";

/** The HTTP status of a refusal; what is not listed is a plain 400. */
const STATUS: Partial<Readonly<Record<RefusalCode, number>>> = {
  "signed-out": 401,
  "signature-invalid": 401,
  "device-unknown": 401,
  "device-revoked": 403,
  "device-ended": 403,
  "role-forbids": 403,
  "wrong-bureau": 403,
  "code-invalid": 403,
  "not-home": 403,
  "not-found": 404,
  fork: 409,
  gap: 409,
  "already-done": 409,
  "too-large": 413,
  "version-unknown": 426,
  "sign-in-wait": 429,
  busy: 429,
};

/** Sends a refusal: its code and detail as JSON, with its status. Busy ones say when to come back. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal, status?: number): FastifyReply => {
  const code = status ?? STATUS[refusal.code] ?? 400;
  if (code === 429 || code === 503) reply.header("retry-after", "5");
  return reply.code(code).send({ refusal });
};

/** Sends the value, or the refusal. */
export const sendResult = (reply: FastifyReply, result: Result<unknown>): FastifyReply =>
  result.ok ? reply.send(result.value) : sendRefusal(reply, result.refusal);

/** Untrusted input by a schema: the value, or `malformed` naming the first path that does not fit. */
export const checked = <T>(schema: z.ZodType<T>, input: unknown): Result<T> => {
  const parsed = schema.safeParse(input);
  return parsed.success
    ? done(parsed.data)
    : refuse("malformed", undefined, parsed.error.issues[0]?.path.join(".") ?? "");
};
