import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Caller } from "../../../center/book/caller.ts";
import type { Center } from "../../../center/context.ts";
import { refusalToCaller } from "../../../center/desks/admit.ts";
import { snapshotRoutes } from "../../../center/routes/snapshotRoutes.ts";
import { createSnapshots } from "../../../center/snapshots/snapshots.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import type { Refusal } from "../../../shared/kernel/refusals.ts";
import { done, type Result } from "../../../shared/kernel/result.ts";

/** From how long a book on there are snapshots of it, and how large their chunks are. */
export type Loads = { readonly snapshotFrom: number; readonly snapshotChunkBytes: number };

type Asked = { readonly caller: Caller; readonly params: { readonly id: string } };
type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const isRefused = (said: unknown): said is { readonly refusal: Refusal } =>
  typeof said === "object" && said !== null && "refusal" in said;

/** What a route says, in place of Fastify's reply. */
const aReply = () => {
  const heard: { said?: unknown } = {};
  const reply = {
    heard,
    header: () => reply,
    code: () => reply,
    send: (said: unknown) => {
      heard.said = said;
      return reply;
    },
  };
  return reply;
};

/** The center's own routes about snapshots, and its own maker of them, as its program has them from its start on. */
export const loadRoutes = (center: Center) => {
  const handlers = new Map<string, Handler>();
  const app = { get: (path: string, handler: Handler) => handlers.set(path, handler) };
  snapshotRoutes(app as unknown as FastifyInstance, createSnapshots(center), {
    callerOf: (request) => (request as unknown as Asked).caller,
    refusalTo: (caller) => refusalToCaller(center, caller),
  });
  const answer =
    (path: string) =>
    async (caller: Caller, body: string | Uint8Array): Promise<Result<unknown>> => {
      const reply = aReply();
      const asked: Asked = { caller, params: { id: String(body) } };
      await handlers.get(path)?.(asked as unknown as FastifyRequest, reply as unknown as FastifyReply);
      const { said } = reply.heard;
      return isRefused(said) ? { ok: false, refusal: said.refusal } : done(said);
    };
  return { snapshot: answer(ROUTES.snapshot), chunk: answer(`${ROUTES.snapshot}/:id`) };
};
