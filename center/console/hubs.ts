import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { issueCode } from "../desks/codes.ts";
import { takeOver } from "../hubs/takeOver.ts";
import { codePage } from "./bureauPages.ts";
import { fieldsOf, type Gate, sendPage } from "./gate.ts";
import { type BookRow, type HubRow, type HubsView, hubsPage, type UpRow } from "./hubPages.ts";
import { messagePage } from "./signInPages.ts";

const newHub = z.object({ name: z.string().trim().min(1).max(80) });
const bureauParams = z.object({ bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/) });
const why = z.enum(["dead", "stolen"]);

const viewOf = async (tx: Tx, isHub: boolean): Promise<HubsView> => ({
  isHub,
  up: await tx.one<UpRow>("select url, key, seen_at from upstream"),
  hubs: await tx.all<HubRow>(
    "select hub, name, state, trouble, enrolled_at, seen_at from hub order by name, enrolled_at, hub",
  ),
  books: await tx.all<BookRow>(
    `select b.bureau, b.name, l.hub, l.home, l.seq, l.shipped from bureau b join bureau_log l on l.bureau = b.bureau
     order by b.name, b.bureau`,
  ),
});

/** The counties' hubs with the age of their last contact, and what a person decides about them. */
export const hubRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  const isHub = center.config.upstream !== undefined;
  app.get("/console/hubs", async (request, reply) =>
    sendPage(
      reply,
      hubsPage(
        { reader: gate.readerOf(request), nowMs: center.now() },
        await center.db.inReport((tx) => viewOf(tx, isHub)),
      ),
    ),
  );
  app.post("/console/hubs", async (request, reply) => {
    const [input, reader] = [newHub.safeParse(fieldsOf(request)), gate.readerOf(request)];
    if (!input.success || isHub) return sendPage(reply, messagePage(reader, "stale"), 400);
    const code = await issueCode(center, { name: input.data.name, isHub: true });
    center.log.info({}, "console.codeForHub");
    return sendPage(reply, codePage(reader, input.data.name, code));
  });
  app.post("/console/bureaus/:bureau/take-over", async (request, reply) => {
    const { bureau } = bureauParams.parse(request.params);
    const input = why.safeParse(fieldsOf(request).why);
    const isTaken =
      input.success && (await takeOver(center, bureau, { isStolen: input.data === "stolen" })).ok;
    center.log.info({ bureau, ok: isTaken }, "console.takeOver");
    return isTaken
      ? reply.redirect(`/console/bureaus/${bureau}`, 303)
      : sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
  });
};
