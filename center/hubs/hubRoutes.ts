import type { FastifyInstance, FastifyRequest } from "fastify";
import { HUB_ROUTES, hubEnrolRequest, hubHelloRequest, shipQuery } from "../../shared/api/hubApi.ts";
import { challengeRequest, LIMITS, sessionRequest } from "../../shared/api/syncApi.ts";
import { done, refuse } from "../../shared/kernel/result.ts";
import type { Center } from "../context.ts";
import { createSessions, type Sessions, type WhoIs } from "../desks/sessions.ts";
import { rescue } from "../epochs/rescue.ts";
import { publications } from "../reference/publish.ts";
import { checked, sendRefusal, sendResult } from "../routes/answers.ts";
import { bookedOfBody } from "../routes/body.ts";
import { createRates, createTurnstile, PER_DEVICE, RATES } from "../routes/limits.ts";
import { enrolHub } from "./enrolHub.ts";
import { hubBlobRoutes } from "./hubBlobRoutes.ts";
import { hubHello } from "./hubHello.ts";
import { enterOwn, type HubCaller } from "./ownBook.ts";
import { takeShipped } from "./takeShipped.ts";

const BLOBS = "/v1/hub/blobs/";
const FRAMES = "application/octet-stream";
const JSON_MAX = 64 * 1024;

const hubOf: WhoIs<HubCaller> = async (tx, hub) => {
  const row = await tx.one<{ key: string; state: string }>("select key, state from hub where hub = $1", [
    hub,
  ]);
  if (row === undefined) return refuse("device-unknown");
  return row.state === "open" ? done({ hub, key: row.key }) : refuse("device-revoked");
};

const callers = new WeakMap<FastifyRequest, HubCaller>();
const callerOf = (request: FastifyRequest): HubCaller => callers.get(request) as HubCaller;

/** Before a byte of a body is read: a live session of a hub, not too often, not too many at once. */
const guard = (app: FastifyInstance, center: Center, sessions: Sessions<HubCaller>): void => {
  const [isAllowed, turnstile] = [createRates(center.now), createTurnstile(PER_DEVICE)];
  app.addHook("onRequest", async (request, reply) => {
    const token = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? "")?.[1];
    const caller = token === undefined ? undefined : sessions.callerOf(token);
    if (caller === undefined) return sendRefusal(reply, { code: "signed-out" });
    // attachments are counted apart, by the same limits
    const door = request.url.startsWith(BLOBS) ? `${caller.hub} blobs` : caller.hub;
    if (!isAllowed(door, RATES.desk) || !turnstile.enter(door)) return sendRefusal(reply, { code: "busy" });
    callers.set(request, caller);
    reply.raw.once("close", () => turnstile.leave(door));
  });
};

const openRoutes = (app: FastifyInstance, center: Center, sessions: Sessions<HubCaller>): void => {
  const isAllowed = createRates(center.now);
  app.post(HUB_ROUTES.enrol, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`enrol ${request.ip}`, RATES.enrol)) return sendRefusal(reply, { code: "busy" });
    const input = checked(hubEnrolRequest, request.body);
    return sendResult(reply, input.ok ? await enrolHub(center, input.value) : input);
  });
  app.post(HUB_ROUTES.challenge, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`signIn ${request.ip}`, RATES.signIn)) return sendRefusal(reply, { code: "busy" });
    const input = checked(challengeRequest, request.body);
    return input.ok
      ? reply.send({ challenge: sessions.challenge(input.value.feed) })
      : sendResult(reply, input);
  });
  app.post(HUB_ROUTES.session, { bodyLimit: JSON_MAX }, async (request, reply) => {
    if (!isAllowed(`signIn ${request.ip}`, RATES.signIn)) return sendRefusal(reply, { code: "busy" });
    const input = checked(sessionRequest, request.body);
    return input.ok ? sendResult(reply, await sessions.open(input.value)) : sendResult(reply, input);
  });
};

/** What a fenced hub still has: offered under the same rules as by a desk, into a book that is ours now. */
const rescueOf = async (center: Center, caller: HubCaller, request: FastifyRequest) => {
  const query = checked(shipQuery.pick({ bureau: true }), request.query);
  if (!query.ok) return query;
  if (!(request.body instanceof Uint8Array)) return refuse("malformed", undefined, "content-type");
  const ops = await bookedOfBody(request.body, request.headers["content-encoding"]);
  if (!ops.ok) return ops;
  const { bureau } = query.value;
  const own = await center.db.atGate((tx) => enterOwn(tx, caller, bureau));
  if (!own.ok) return own;
  const answer = await rescue(center, { bureau, feed: caller.hub, key: caller.key }, ops.value);
  center.log.info({ bureau, ops: ops.value.length, ok: answer.ok }, "hub.rescue");
  return answer;
};

const bookRoutes = (app: FastifyInstance, center: Center): void => {
  app.addContentTypeParser(FRAMES, { parseAs: "buffer" }, (_, body, next) => next(null, body));
  app.post(HUB_ROUTES.hello, { bodyLimit: JSON_MAX }, async (request, reply) => {
    const input = checked(hubHelloRequest, request.body);
    return sendResult(reply, input.ok ? await hubHello(center, callerOf(request), input.value) : input);
  });
  app.post(HUB_ROUTES.ship, { bodyLimit: LIMITS.pushBytes }, async (request, reply) => {
    const query = checked(shipQuery, request.query);
    if (!query.ok) return sendResult(reply, query);
    if (!(request.body instanceof Uint8Array))
      return sendRefusal(reply, { code: "malformed", detail: "content-type" });
    const ops = await bookedOfBody(request.body, request.headers["content-encoding"]);
    if (!ops.ok) return sendResult(reply, ops);
    const page = { query: query.value, ops: ops.value };
    return sendResult(reply, await takeShipped(center, callerOf(request), page));
  });
  app.post(HUB_ROUTES.rescue, { bodyLimit: LIMITS.pushBytes }, async (request, reply) =>
    sendResult(reply, await rescueOf(center, callerOf(request), request)),
  );
  app.post(HUB_ROUTES.publications, { bodyLimit: JSON_MAX }, async (_, reply) =>
    reply.send({ publications: await publications(center) }),
  );
};

/** Everything a county's hub may ask of its province (docs/protocol.md §13): about its own bureaus, nothing else. */
export const hubRoutes = async (app: FastifyInstance, center: Center): Promise<void> => {
  const sessions = createSessions(center, hubOf);
  openRoutes(app, center, sessions);
  await app.register(async (inner) => {
    guard(inner, center, sessions);
    bookRoutes(inner, center);
    hubBlobRoutes(inner, center, callerOf);
  });
};
