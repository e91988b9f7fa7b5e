import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { overdrawnEntries } from "../../shared/law/overdrawn.ts";
import { postedEntry } from "../../shared/workflow/postedEntry.ts";
import type { Backups } from "../backup/backUp.ts";
import type { OwnBook } from "../book/ownOp.ts";
import { hashOfState } from "../book/stateHash.ts";
import type { Center } from "../context.ts";
import type { Tx } from "../db/database.ts";
import { issueCode } from "../desks/codes.ts";
import { revoke } from "../desks/enrol.ts";
import { stateAt } from "../desks/enrolmentEnd.ts";
import { believedMs } from "../desks/steadyClock.ts";
import { createRates, RATES } from "../routes/limits.ts";
import { checkPassword, setPassword } from "./accounts.ts";
import { backupRoutes } from "./backups.ts";
import { bundleRoutes } from "./bundles.ts";
import { type BureauView, bureauPage, bureausPage, codePage } from "./bureauPages.ts";
import { createGate, fieldsOf, type Gate, guardConsole, sendPage } from "./gate.ts";
import { historyPage, staffNames } from "./historyPage.ts";
import { hubRoutes } from "./hubs.ts";
import { recordTitle } from "./masked.ts";
import { mendedRows } from "./mended.ts";
import { bureauRows, caseRows, deskRows, historyRows, stageCounts, statesOf } from "./queries.ts";
import { referenceRoutes } from "./reference.ts";
import { settleOf } from "./settlePages.ts";
import { settleRoutes } from "./settleRoutes.ts";
import { messagePage, passwordPage, signInPage } from "./signInPages.ts";
import { statisticsRoutes } from "./statistics.ts";
import { STYLE } from "./style.ts";

const CASES_PER_PAGE = 100;
const bureauParams = z.object({ bureau: z.string().regex(/^[0-9a-zA-Z-]{8,64}$/) });
const recordParams = bureauParams.extend({
  t: z.string().regex(/^[a-zA-Z]{1,40}$/),
  id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
});
const beforeQuery = z.object({
  before: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
});
const newBureau = z.object({ name: z.string().trim().min(1).max(80) });

const signInRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  const isAllowed = createRates(center.now);
  app.get("/console/style.css", (_, reply) =>
    reply
      .header("content-type", "text/css; charset=utf-8")
      .header("cache-control", "max-age=3600")
      .send(STYLE),
  );
  app.get("/console/sign-in", (request, reply) => sendPage(reply, signInPage(gate.readerOf(request))));
  app.post("/console/sign-in", async (request, reply) => {
    const reader = gate.readerOf(request);
    if (!isAllowed(`console ${request.ip}`, RATES.consoleSignIn))
      return sendPage(reply, signInPage(reader, "wait"), 429);
    const { login = "", password = "" } = fieldsOf(request);
    const found = await checkPassword(center.db, login, password);
    center.log.info({ ok: found.ok }, "console.signIn");
    if (!found.ok) return sendPage(reply, signInPage(reader, "failed"), 401);
    return gate.open(reply, login, found.value.mustChange).redirect("/console", 303);
  });
  app.get("/console/password", (request, reply) => sendPage(reply, passwordPage(gate.readerOf(request))));
  app.post("/console/password", async (request, reply) => {
    const { login = "", mustChange = false } = gate.visitOf(request) ?? {};
    if (!mustChange) return reply.redirect("/console", 303);
    const set = await setPassword(center.db, login, fieldsOf(request).password ?? "");
    if (!set.ok) return sendPage(reply, passwordPage(gate.readerOf(request), "tooShort"), 400);
    return gate.open(gate.close(request, reply), login, false).redirect("/console", 303);
  });
  app.post("/console/sign-out", (request, reply) =>
    gate.close(request, reply).redirect("/console/sign-in", 303),
  );
};

const changeRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  app.post("/console/bureaus", async (request, reply) => {
    const input = newBureau.safeParse(fieldsOf(request));
    if (!input.success) return sendPage(reply, messagePage(gate.readerOf(request), "stale"), 400);
    const code = await issueCode(center, { name: input.data.name });
    center.log.info({}, "console.codeForNewBureau");
    return sendPage(reply, codePage(gate.readerOf(request), input.data.name, code));
  });
  app.post("/console/bureaus/:bureau/codes", async (request, reply) => {
    const { bureau } = bureauParams.parse(request.params);
    const [row] = await center.db.inReport((tx) => bureauRows(tx, bureau));
    if (row === undefined) return sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
    center.log.info({ bureau }, "console.code");
    return sendPage(
      reply,
      codePage(gate.readerOf(request), row.name, await issueCode(center, { bureau, name: row.name })),
    );
  });
  app.post("/console/bureaus/:bureau/revoke", async (request, reply) => {
    const { bureau } = bureauParams.parse(request.params);
    const feed = fieldsOf(request).feed ?? "";
    const result = await revoke(center, bureau, feed);
    center.log.info({ bureau, feed, ok: result.ok }, "console.revoke");
    return result.ok
      ? reply.redirect(`/console/bureaus/${bureau}`, 303)
      : sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
  });
};

/** What desks of a bureau overspent together, seen by the same rule as on the desks. */
const overdrawnVouchers = async (tx: Tx, bureau: string): Promise<readonly string[]> => {
  const posted = (await statesOf(tx, bureau, { t: "fundEntry" })).flatMap(
    (state) => postedEntry(state) ?? [],
  );
  const over = overdrawnEntries(posted);
  return over.map((id) => posted.find((entry) => entry.id === id)?.facts.voucherNo ?? id);
};

const bureauView = async (
  { center, tx, bureau }: OwnBook,
  before: number,
): Promise<BureauView | undefined> => {
  const [row] = await bureauRows(tx, bureau);
  if (row === undefined) return undefined;
  const cases = await caseRows(tx, bureau, { before, count: CASES_PER_PAGE });
  const last = cases.length === CASES_PER_PAGE ? Number(cases.at(-1)?.last_seq) : undefined;
  const stateHash = await hashOfState(tx, bureau);
  const [rows, counts] = [await deskRows(tx, bureau), await stageCounts(tx, bureau)];
  const nowMs = await believedMs(tx, center.now());
  const desks = rows.map((desk) => ({ ...desk, now: stateAt(desk, nowMs, center.config) }));
  const overdrawn = await overdrawnVouchers(tx, bureau);
  const [settle, mended] = [await settleOf(tx, bureau), await mendedRows(tx, bureau)];
  return {
    row,
    cases,
    stateHash,
    desks,
    counts,
    overdrawn,
    settle,
    mended,
    ...(last !== undefined && { older: last }),
  };
};

const readRoutes = (app: FastifyInstance, center: Center, gate: Gate): void => {
  const { db } = center;
  app.get("/console", async (request, reply) => {
    const [rows, counts] = await db.inReport(
      async (tx) => [await bureauRows(tx), await stageCounts(tx)] as const,
    );
    return sendPage(reply, bureausPage(gate.readerOf(request), rows, counts));
  });
  app.get("/console/bureaus/:bureau", async (request, reply) => {
    const [params, query] = [bureauParams.safeParse(request.params), beforeQuery.safeParse(request.query)];
    const reader = gate.readerOf(request);
    if (!params.success || !query.success) return sendPage(reply, messagePage(reader, "notFound"), 404);
    const view = await db.inReport((tx) =>
      bureauView({ center, tx, bureau: params.data.bureau }, query.data.before),
    );
    return view === undefined
      ? sendPage(reply, messagePage(reader, "notFound"), 404)
      : sendPage(reply, bureauPage(reader, view));
  });
  app.get("/console/bureaus/:bureau/:t/:id", async (request, reply) => {
    const params = recordParams.safeParse(request.params);
    const reader = gate.readerOf(request);
    if (!params.success) return sendPage(reply, messagePage(reader, "notFound"), 404);
    const { bureau, t, id } = params.data;
    const [ops, staff, state] = await db.inReport(
      async (tx) =>
        [
          await historyRows(tx, bureau, { t, id }),
          await statesOf(tx, bureau, { t: "staff" }),
          await statesOf(tx, bureau, { t, id }),
        ] as const,
    );
    if (ops.length === 0) return sendPage(reply, messagePage(reader, "notFound"), 404);
    const title = state[0] === undefined ? id : recordTitle(reader, state[0]);
    return sendPage(reply, historyPage(reader, { bureau, t, id, title, ops, names: staffNames(staff) }));
  });
};

/** A path that names a bureau names one that there is: nothing behind it need ask again (F72). */
const guardBureaus = (app: FastifyInstance, { db }: Center, gate: Gate): void => {
  app.addHook("preHandler", async (request, reply) => {
    const { bureau } = request.params as { readonly bureau?: string };
    if (bureau === undefined) return undefined;
    const isKnown =
      bureauParams.safeParse(request.params).success &&
      (await db.inReport((tx) => tx.one("select 1 from bureau where bureau = $1", [bureau]))) !== undefined;
    return isKnown ? undefined : sendPage(reply, messagePage(gate.readerOf(request), "notFound"), 404);
  });
};

/** The province's pages: server-rendered, no script at all. */
export const consoleRoutes = async (
  app: FastifyInstance,
  center: Center,
  backups: Backups,
): Promise<void> => {
  const gate = createGate(center);
  guardConsole(app, gate, new Set(["/console/style.css", "/console/sign-in"]));
  guardBureaus(app, center, gate);
  app.get("/", (_, reply) => reply.redirect("/console", 303));
  signInRoutes(app, center, gate);
  changeRoutes(app, center, gate);
  settleRoutes(app, center, gate);
  readRoutes(app, center, gate);
  statisticsRoutes(app, center, gate);
  bundleRoutes(app, center, gate);
  referenceRoutes(app, center, gate);
  hubRoutes(app, center, gate);
  backupRoutes(app, center, { gate, backups });
};
