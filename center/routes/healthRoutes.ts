import type { FastifyInstance } from "fastify";
import type { Center } from "../context.ts";

/** `/health`: the process lives. `/ready`: it can also reach its database. */
export const healthRoutes = async (app: FastifyInstance, { db, log }: Center): Promise<void> => {
  app.get("/health", async () => ({ ok: true }));
  app.get("/ready", async (_, reply) => {
    try {
      await db.atGate((tx) => tx.one("select 1"));
      return { ok: true };
    } catch (error) {
      log.warn({ code: (error as { readonly code?: string }).code ?? "" }, "database.unreachable");
      return reply.code(503).send({ ok: false });
    }
  });
};
