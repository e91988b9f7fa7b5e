import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Center } from "../context.ts";
import { decideHold } from "../desks/holds.ts";
import { renewDesk } from "../desks/renewDesk.ts";
import { closeWindow } from "../epochs/window.ts";
import { fieldsOf, type Gate, sendPage } from "./gate.ts";
import { messagePage } from "./signInPages.ts";

const params = z.object({ bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/) });
const hold = z.object({ feed: z.string().regex(/^[0-9a-f]{24}$/), decision: z.enum(["released", "kept"]) });

/** What a person at the province settles by name: held ops, an enrolment that has ended, and a recovery that waits for desks that will not come. */
export const settleRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  app.post("/console/bureaus/:bureau/holds", async (request, reply) => {
    const { bureau } = params.parse(request.params);
    const input = hold.safeParse(fieldsOf(request));
    const by = gate.visitOf(request)?.login ?? "";
    const result = input.success
      ? await decideHold(center, bureau, { ...input.data, by })
      : { ok: false as const };
    return result.ok
      ? reply.redirect(`/console/bureaus/${bureau}`, 303)
      : sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
  });
  app.post("/console/bureaus/:bureau/renew", async (request, reply) => {
    const { bureau } = params.parse(request.params);
    const feed = fieldsOf(request).feed ?? "";
    const result = await renewDesk(center, bureau, { feed, by: gate.visitOf(request)?.login ?? "" });
    return result.ok
      ? reply.redirect(`/console/bureaus/${bureau}`, 303)
      : sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
  });
  app.post("/console/bureaus/:bureau/recovered", async (request, reply) => {
    const { bureau } = params.parse(request.params);
    await center.db.inBureau(bureau, (tx) => closeWindow({ center, tx, bureau }));
    return reply.redirect(`/console/bureaus/${bureau}`, 303);
  });
};
