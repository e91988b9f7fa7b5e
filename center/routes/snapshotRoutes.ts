import type { FastifyInstance, FastifyRequest } from "fastify";
import { ROUTES } from "../../shared/api/syncApi.ts";
import type { RefusalCode } from "../../shared/kernel/refusals.ts";
import type { Caller } from "../book/caller.ts";
import type { Snapshots } from "../snapshots/snapshots.ts";
import { sendRefusal } from "./answers.ts";

/** Who asks, and whether the desk was stopped meanwhile: the same as for a page of the book. */
export type Door = {
  readonly callerOf: (request: FastifyRequest) => Caller;
  readonly refusalTo: (caller: Caller) => Promise<RefusalCode | undefined>;
};

/** Snapshots for a first load: what there is, and its chunks. A chunk of another bureau does not exist (F74). */
export const snapshotRoutes = (app: FastifyInstance, snapshots: Snapshots, door: Door): void => {
  app.get(ROUTES.snapshot, async (request, reply) => {
    const caller = door.callerOf(request);
    const code = await door.refusalTo(caller);
    if (code !== undefined) return sendRefusal(reply, { code });
    return reply.send(await snapshots.ask(caller.bureau));
  });
  app.get<{ Params: { id: string } }>(`${ROUTES.snapshot}/:id`, async (request, reply) => {
    const caller = door.callerOf(request);
    const code = await door.refusalTo(caller);
    if (code !== undefined) return sendRefusal(reply, { code });
    const { id } = request.params;
    const packed = /^[0-9a-f]{64}$/.test(id) ? await snapshots.chunk(caller.bureau, id) : undefined;
    if (packed === undefined) return sendRefusal(reply, { code: "not-found" });
    return reply
      .header("content-type", "application/octet-stream")
      .header("content-encoding", "gzip")
      .send(packed);
  });
};
