import type { FastifyInstance, FastifyRequest } from "fastify";
import { ROUTES } from "../../shared/api/syncApi.ts";
import type { Caller } from "../book/caller.ts";
import type { Snapshots } from "../snapshots/snapshots.ts";
import { sendRefusal } from "./answers.ts";

/** Who asks, and whether the desk was revoked meanwhile: the same as for a page of the book. */
export type Door = {
  readonly callerOf: (request: FastifyRequest) => Caller;
  readonly isRevoked: (caller: Caller) => Promise<boolean>;
};

/** Snapshots for a first load: what there is, and its chunks. A chunk of another bureau does not exist (F74). */
export const snapshotRoutes = (app: FastifyInstance, snapshots: Snapshots, door: Door): void => {
  app.get(ROUTES.snapshot, async (request, reply) => {
    const caller = door.callerOf(request);
    if (await door.isRevoked(caller)) return sendRefusal(reply, { code: "device-revoked" });
    return reply.send(await snapshots.ask(caller.bureau));
  });
  app.get<{ Params: { id: string } }>(`${ROUTES.snapshot}/:id`, async (request, reply) => {
    const caller = door.callerOf(request);
    if (await door.isRevoked(caller)) return sendRefusal(reply, { code: "device-revoked" });
    const { id } = request.params;
    const packed = /^[0-9a-f]{64}$/.test(id) ? await snapshots.chunk(caller.bureau, id) : undefined;
    if (packed === undefined) return sendRefusal(reply, { code: "not-found" });
    return reply
      .header("content-type", "application/octet-stream")
      .header("content-encoding", "gzip")
      .send(packed);
  });
};
