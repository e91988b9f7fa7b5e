import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { blobOpenRequest, blobStateRequest, CHUNK_BYTES } from "../../shared/api/blobApi.ts";
import { HUB_ROUTES, hubBlobQuery, hubBureauQuery, hubChunkQuery } from "../../shared/api/hubApi.ts";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { blobStates, completeBlob, openBlob, putChunk } from "../blobs/blobs.ts";
import type { Center } from "../context.ts";
import { checked, sendResult } from "../routes/answers.ts";
import { enterOwn, type HubCaller } from "./ownBook.ts";

const JSON_MAX = 64 * 1024;

type CallerOf = (request: FastifyRequest) => HubCaller;
type Named = { readonly bureau: string };

/**
 * Attachments that a hub brings behind its books (docs/protocol.md, “Hubs”): asked and answered as a desk does, about a
 * bureau whose book this hub ships or shipped. Only what that book names is taken.
 */
export const hubBlobRoutes = (app: FastifyInstance, center: Center, callerOf: CallerOf): void => {
  /** The query of one of the hub's own bureaus. */
  const own = async <T extends Named>(request: FastifyRequest, form: z.ZodType<T>): Promise<Result<T>> => {
    const query = checked(form, request.query);
    if (!query.ok) return query;
    const entered = await center.db.atGate((tx) => enterOwn(tx, callerOf(request), query.value.bureau));
    return entered.ok ? done(query.value) : entered;
  };
  const answer = async <T>(reply: FastifyReply, query: Result<T>, work: (at: T) => Promise<Result<object>>) =>
    sendResult(reply, query.ok ? await work(query.value) : query);

  app.post(HUB_ROUTES.blobState, { bodyLimit: JSON_MAX }, async (request, reply) =>
    answer(reply, await own(request, hubBureauQuery), async ({ bureau }) => {
      const asked = checked(blobStateRequest, request.body);
      return asked.ok ? done(await blobStates(center, bureau, asked.value.ids)) : asked;
    }),
  );
  app.post(HUB_ROUTES.blobOpen, { bodyLimit: JSON_MAX }, async (request, reply) =>
    answer(reply, await own(request, hubBureauQuery), async ({ bureau }) => {
      const asked = checked(blobOpenRequest, request.body);
      return asked.ok ? openBlob(center, bureau, asked.value) : asked;
    }),
  );
  app.post(HUB_ROUTES.blobChunk, { bodyLimit: CHUNK_BYTES }, async (request, reply) =>
    answer(reply, await own(request, hubChunkQuery), async ({ bureau, ...at }) =>
      request.body instanceof Uint8Array
        ? putChunk(center, bureau, { ...at, bytes: request.body })
        : refuse("malformed", undefined, "content-type"),
    ),
  );
  app.post(HUB_ROUTES.blobComplete, { bodyLimit: JSON_MAX }, async (request, reply) =>
    answer(reply, await own(request, hubBlobQuery), ({ bureau, name }) => completeBlob(center, bureau, name)),
  );
};
