import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { HUB_ROUTES } from "../../shared/api/hubApi.ts";
import {
  challengeRequest,
  enrolRequest,
  helloRequest,
  LIMITS,
  numbersRequest,
  ROUTES,
  sessionRequest,
} from "../../shared/api/syncApi.ts";
import type { Caller } from "../book/caller.ts";
import { hello } from "../book/hello.ts";
import { grantNumbers } from "../book/numbers.ts";
import { push } from "../book/push.ts";
import { readSince } from "../book/readSince.ts";
import type { Center } from "../context.ts";
import { refusalToCaller } from "../desks/admit.ts";
import { createSessions, deskOf, type Sessions } from "../desks/sessions.ts";
import { rescue } from "../epochs/rescue.ts";
import { termsOf } from "../hubs/terms.ts";
import { welcome } from "../reference/welcome.ts";
import type { Snapshots } from "../snapshots/snapshots.ts";
import { checked, sendRefusal, sendResult } from "./answers.ts";
import { blobRoutes } from "./blobRoutes.ts";
import { bookedOfBody, opsOfBody } from "./body.ts";
import { createRates, createTurnstile, PER_DEVICE, RATES } from "./limits.ts";
import { snapshotRoutes } from "./snapshotRoutes.ts";

const pack = promisify(gzip);
const FRAMES = "application/octet-stream";
const JSON_MAX = 64 * 1024;

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const sinceQuery = z.object({
  after: whole,
  epoch: z.string().max(80),
  max: whole.default(LIMITS.opsPerPull),
});

const callers = new WeakMap<FastifyRequest, Caller>();
const callerOf = (request: FastifyRequest): Caller => callers.get(request) as Caller;

/** Who may come in before a byte of the body is read: a live session, not too often, not too many at once. */
const guard = (
  app: FastifyInstance,
  center: Center,
  tokenOf: (token: string) => Caller | undefined,
): void => {
  const [isAllowed, turnstile] = [createRates(center.now), createTurnstile(PER_DEVICE)];
  app.addHook("onRequest", async (request, reply) => {
    const token = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? "")?.[1];
    const caller = token === undefined ? undefined : tokenOf(token);
    if (caller === undefined) return sendRefusal(reply, { code: "signed-out" });
    // attachments have a door of their own: however many wait there, ops never do (R23)
    const door = request.url.startsWith(ROUTES.blobs) ? `${caller.feed} blobs` : caller.feed;
    if (!isAllowed(door, RATES.desk) || !turnstile.enter(door)) return sendRefusal(reply, { code: "busy" });
    callers.set(request, caller);
    // the end of the connection, not of our answer: a caller that hangs up has left, too
    reply.raw.once("close", () => turnstile.leave(door));
  });
};

const openRoutes = (app: FastifyInstance, center: Center, sessions: Sessions<Caller>): void => {
  const isAllowed = createRates(center.now);
  app.post(ROUTES.enrol, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`enrol ${request.ip}`, RATES.enrol)) return sendRefusal(reply, { code: "busy" });
    const input = checked(enrolRequest, request.body);
    if (!input.ok) return sendResult(reply, input);
    const result = await welcome(center, input.value);
    center.log.info(
      {
        feed: input.value.feed,
        ok: result.ok,
        ...(result.ok ? { bureau: result.value.bureau } : { code: result.refusal.code }),
      },
      "desk.enrol",
    );
    return sendResult(reply, result);
  });
  app.post(ROUTES.challenge, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`signIn ${request.ip}`, RATES.signIn)) return sendRefusal(reply, { code: "busy" });
    const input = checked(challengeRequest, request.body);
    return input.ok
      ? reply.send({ challenge: sessions.challenge(input.value.feed) })
      : sendResult(reply, input);
  });
  app.post(ROUTES.session, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`signIn ${request.ip}`, RATES.signIn)) return sendRefusal(reply, { code: "busy" });
    const input = checked(sessionRequest, request.body);
    return input.ok ? sendResult(reply, await sessions.open(input.value)) : sendResult(reply, input);
  });
};

/** What desks deliver: their own ops, and after a restore whatever the book lost. */
const deliveryRoutes = (app: FastifyInstance, center: Center): void => {
  app.post(ROUTES.push, { bodyLimit: LIMITS.pushBytes }, async (request, reply) => {
    if (!(request.body instanceof Uint8Array))
      return sendRefusal(reply, { code: "malformed", detail: "content-type" });
    const ops = await opsOfBody(request.body, request.headers["content-encoding"]);
    if (!ops.ok) return sendResult(reply, ops);
    const caller = callerOf(request);
    const answer = await push(center, caller, ops.value);
    if (!answer.ok) return sendResult(reply, answer);
    const refused = answer.value.results.filter(({ s }) => s === "refused").length;
    center.log.info(
      {
        bureau: caller.bureau,
        feed: caller.feed,
        ops: ops.value.length,
        refused,
        seq: answer.value.head.seq,
      },
      "sync.push",
    );
    return reply.send(answer.value);
  });
  app.post(ROUTES.rescue, { bodyLimit: LIMITS.pushBytes }, async (request, reply) => {
    if (!(request.body instanceof Uint8Array))
      return sendRefusal(reply, { code: "malformed", detail: "content-type" });
    const ops = await bookedOfBody(request.body, request.headers["content-encoding"]);
    if (!ops.ok) return sendResult(reply, ops);
    const caller = callerOf(request);
    const answer = await rescue(center, caller, ops.value);
    center.log.info(
      { bureau: caller.bureau, feed: caller.feed, ops: ops.value.length, ok: answer.ok },
      "sync.rescue",
    );
    return sendResult(reply, answer);
  });
};

const syncRoutes = (app: FastifyInstance, center: Center): void => {
  app.addContentTypeParser(FRAMES, { parseAs: "buffer" }, (_, body, next) => next(null, body));
  app.post(ROUTES.hello, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const input = checked(helloRequest, request.body);
    return sendResult(reply, input.ok ? await hello(center, callerOf(request), input.value) : input);
  });
  app.get(ROUTES.pull, async (request, reply) => {
    const [caller, query] = [callerOf(request), checked(sinceQuery, request.query)];
    if (!query.ok) return sendResult(reply, query);
    const code = await refusalToCaller(center, caller);
    if (code !== undefined) return sendRefusal(reply, { code });
    const page = await readSince(center.db, caller.bureau, query.value);
    if (!page.ok) {
      if (page.refusal.code === "hash-mismatch")
        center.log.error({ bureau: caller.bureau, seq: query.value.after + 1 }, "book.altered");
      return sendResult(reply, page);
    }
    reply.header("content-type", FRAMES).header("vary", "accept-encoding");
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? ""))
      return reply.send(Buffer.from(page.value));
    return reply.header("content-encoding", "gzip").send(await pack(page.value));
  });
  app.post(HUB_ROUTES.terms, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const { bureau } = callerOf(request);
    return reply.send({ terms: await center.db.inBureau(bureau, (tx) => termsOf(tx, bureau)) });
  });
  app.post(ROUTES.numbers, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const input = checked(numbersRequest, request.body);
    return sendResult(reply, input.ok ? await grantNumbers(center, callerOf(request), input.value) : input);
  });
};

/** Everything a desk may ask of the center (docs/protocol.md §5). */
export const deskRoutes = async (
  app: FastifyInstance,
  center: Center,
  snapshots: Snapshots,
): Promise<void> => {
  const sessions = createSessions(center, deskOf);
  openRoutes(app, center, sessions);
  await app.register(async (inner) => {
    guard(inner, center, sessions.callerOf);
    syncRoutes(inner, center);
    deliveryRoutes(inner, center);
    await inner.register(async (files) => {
      files.addHook("preHandler", async (request, reply) => {
        const code = await refusalToCaller(center, callerOf(request));
        if (code !== undefined) return sendRefusal(reply, { code });
        return undefined;
      });
      blobRoutes(files, center, callerOf);
    });
    snapshotRoutes(inner, snapshots, { callerOf, refusalTo: (caller) => refusalToCaller(center, caller) });
  });
};
