import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { blobOpenRequest, blobStateRequest, CHUNK_BYTES } from "../../shared/api/blobApi.ts";
import { ROUTES } from "../../shared/api/syncApi.ts";
import { blobStates, completeBlob, getChunk, manifestOf, openBlob, putChunk } from "../blobs/blobs.ts";
import type { Caller } from "../book/caller.ts";
import type { Center } from "../context.ts";
import { checked, sendRefusal, sendResult } from "./answers.ts";

const BYTES = "application/octet-stream";
const JSON_MAX = 64 * 1024;

const name = z.string().regex(/^[0-9a-f]{64}$/);
const index = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);
const ofBlob = z.object({ name });
const ofChunk = z.object({ name, index });

type CallerOf = (request: FastifyRequest) => Caller;
const { blobs } = ROUTES;

const readRoutes = (app: FastifyInstance, center: Center, callerOf: CallerOf): void => {
  app.get(`${blobs}/:name`, async (request, reply) => {
    const at = checked(ofBlob, request.params);
    if (!at.ok) return sendRefusal(reply, { code: "not-found" });
    return sendResult(reply, await manifestOf(center, callerOf(request).bureau, at.value.name));
  });
  app.get(`${blobs}/:name/:index`, async (request, reply) => {
    const at = checked(ofChunk, request.params);
    if (!at.ok) return sendRefusal(reply, { code: "not-found" });
    const chunk = await getChunk(center, callerOf(request).bureau, at.value);
    return chunk.ok ? reply.type(BYTES).send(chunk.value) : sendRefusal(reply, chunk.refusal);
  });
};

/**
 * Attachments (docs/protocol.md §5): which are held, hand one over chunk by chunk, read one. The bureau is the
 * session's; what another bureau has does not exist here (S22).
 */
export const blobRoutes = (app: FastifyInstance, center: Center, callerOf: CallerOf): void => {
  app.post(`${blobs}/state`, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const input = checked(blobStateRequest, request.body);
    return input.ok
      ? reply.send(await blobStates(center, callerOf(request).bureau, input.value.ids))
      : sendResult(reply, input);
  });
  app.post(blobs, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const input = checked(blobOpenRequest, request.body);
    return sendResult(
      reply,
      input.ok ? await openBlob(center, callerOf(request).bureau, input.value) : input,
    );
  });
  app.put(`${blobs}/:name/:index`, { bodyLimit: CHUNK_BYTES }, async (request, reply) => {
    const at = checked(ofChunk, request.params);
    if (!at.ok) return sendRefusal(reply, { code: "not-found" });
    if (!(request.body instanceof Uint8Array))
      return sendRefusal(reply, { code: "malformed", detail: "content-type" });
    const { bureau } = callerOf(request);
    return sendResult(reply, await putChunk(center, bureau, { ...at.value, bytes: request.body }));
  });
  app.post(`${blobs}/:name/complete`, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const at = checked(ofBlob, request.params);
    if (!at.ok) return sendRefusal(reply, { code: "not-found" });
    return sendResult(reply, await completeBlob(center, callerOf(request).bureau, at.value.name));
  });
  readRoutes(app, center, callerOf);
};
