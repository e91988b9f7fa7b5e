import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import { ANSWER, BUNDLE_ENDING } from "../../shared/sync/bundle.ts";
import { enrolBundle, importBundle, retryParked } from "../bundles/importBundle.ts";
import { shelved, streamFromShelf } from "../bundles/shelf.ts";
import type { Center } from "../context.ts";
import { issueCode } from "../desks/codes.ts";
import { bundlesPage, carriedCodePage, takenPage } from "./bundlePages.ts";
import { FILE_FORM_MAX, fieldsOf, formOf, type Gate, sendPage } from "./gate.ts";
import { bureauRows } from "./queries.ts";
import { messagePage } from "./signInPages.ts";

const bureau = z.union([z.literal(""), z.string().regex(/^[0-9a-zA-Z-]{8,64}$/)]);
const newCode = z.object({ bureau, name: z.string().trim().max(80).default("") });
const codeFile = z.object({ bureau, code: z.string().regex(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/) });

/** What follows is to be kept as a file of this name. */
const asFile = (reply: FastifyReply, name: string): FastifyReply =>
  reply
    .header("content-type", "application/octet-stream")
    .header("content-disposition", `attachment; filename="${name}${BUNDLE_ENDING}"`);

const enrolRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  app.post("/console/bundles/codes", async (request, reply) => {
    const reader = gate.readerOf(request);
    const input = newCode.safeParse(fieldsOf(request));
    if (!input.success || (input.data.bureau === "" && input.data.name === ""))
      return sendPage(reply, messagePage(reader, "stale"), 400);
    const [row] =
      input.data.bureau === "" ? [] : await center.db.inReport((tx) => bureauRows(tx, input.data.bureau));
    const asked = row === undefined ? { name: input.data.name } : { bureau: row.bureau, name: row.name };
    const code = await issueCode(center, { ...asked, isCarried: true });
    center.log.info({}, "console.carriedCode");
    return sendPage(reply, carriedCodePage(reader, { code, bureau: row?.bureau ?? "", name: asked.name }));
  });
  app.post("/console/bundles/enrol", async (request, reply) => {
    const input = codeFile.safeParse(fieldsOf(request));
    if (!input.success) return sendPage(reply, messagePage(gate.readerOf(request), "stale"), 400);
    const bytes = await enrolBundle(center, input.data.code, input.data.bureau);
    return asFile(reply, "enrol").send(Buffer.from(bytes));
  });
};

/** Files that are carried here from desks without a network, and the answers they carry back (docs/protocol.md §10). */
export const bundleRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  app.get("/console/bundles", async (request, reply) => {
    await retryParked(center);
    const bureaus = await center.db.inReport((tx) => bureauRows(tx));
    const [answers, parked] = [shelved(center, "answers"), shelved(center, "parked")];
    return sendPage(reply, bundlesPage(gate.readerOf(request), { bureaus, answers, parked }));
  });
  app.post("/console/bundles", { bodyLimit: FILE_FORM_MAX }, async (request, reply) => {
    // the whole file is here: however long it takes to book it, nobody is kept waiting by a silent line
    request.raw.socket.setTimeout(0);
    const taken = await importBundle(center, formOf(request).file ?? new Uint8Array());
    return sendPage(reply, takenPage(gate.readerOf(request), taken), taken.ok ? 200 : 400);
  });
  app.get("/console/bundles/:id", async (request, reply) => {
    const { id = "" } = request.params as { readonly id?: string };
    const file = await streamFromShelf(center, "answers", id);
    if (file === undefined) return sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
    return asFile(reply, `${ANSWER}${id}`).header("content-length", file.length).send(file.pieces);
  });
  enrolRoutes(app, center, gate);
};
