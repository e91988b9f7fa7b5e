import { Readable } from "node:stream";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { done, type Result, refuse } from "../../shared/kernel/result.ts";
import { errorCode } from "../files.ts";
import { reportBug } from "../logFile.ts";
import type { Machine } from "../machine.ts";
import { answerCall } from "./answerCall.ts";
import { type Gate, openGate } from "./gate.ts";
import { LETTER_HEADERS, PAGE_HEADERS } from "./headers.ts";
import { pageFile } from "./pageFile.ts";
import { answerSockets } from "./socket.ts";

/**
 * The fixed port of the browser shell. The browser files a page's database under its address: on another port the
 * clerk's cases would seem gone, so the shell never moves to one by itself.
 */
export const DESK_PORT = 43117;
const ADDRESS = "127.0.0.1";
/** The largest call: 20 MB of bytes as base64 in JSON. */
const CALL_BYTES = 32 * 1024 * 1024;

/** The running browser shell. */
export type Serving = {
  readonly port: number;
  /** An address that lets one browser in, once. */
  readonly entry: () => string;
  readonly close: () => Promise<void>;
};
/** What is served, and where. Port 0 is any free one, for tests. */
export type ServeOptions = { readonly machine: Machine; readonly pageFolder: string; readonly port: number };

const pathOf = ({ url }: FastifyRequest): string => url.split("?")[0] ?? "";
const first = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

const guard = (app: FastifyInstance, gate: () => Gate): void => {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(PAGE_HEADERS);
    const { host, origin, cookie } = request.headers;
    const verdict = gate().judge({
      method: request.method,
      path: pathOf(request),
      host,
      origin,
      cookie,
      site: first(request.headers["sec-fetch-site"]),
      contentType: request.headers["content-type"],
    });
    if (verdict !== "in") await reply.code(verdict).type("text/plain; charset=utf-8").send(WORDS[verdict]);
  });
};

/** For a person who sees one of these instead of the desk. */
const WORDS = {
  401: "请从启动程序打开工作台。 Open the desk from its starter; this address is not signed in.",
  403: "拒绝访问。 Forbidden.",
  405: "不支持该方法。 Method not allowed.",
  421: "地址不正确。 Wrong address.",
} as const;

const addEntry = (app: FastifyInstance, gate: () => Gate): void => {
  app.get<{ Querystring: { t?: string } }>("/enter", async ({ query }, reply) => {
    const cookie = gate().enter(query.t ?? "");
    if (cookie === undefined) return reply.code(401).type("text/plain; charset=utf-8").send(WORDS[401]);
    return reply.header("set-cookie", cookie).redirect("/", 303);
  });
};

const addCalls = (app: FastifyInstance, machine: Machine): void => {
  app.post<{ Params: { call: string } }>("/host/:call", async ({ params, body }, reply) => {
    const answered = await answerCall(machine, params.call, body);
    if (answered.kind === "answer") return reply.send(answered.result);
    return answered.kind === "bug"
      ? reply.code(500).send({ report: answered.report })
      : reply.code(404).send({});
  });
  app.get<{ Params: { sha256: string } }>("/pdf/:sha256", async ({ params }, reply) => {
    const found = /^[0-9a-f]{64}$/.test(params.sha256)
      ? await machine.pdf(params.sha256)
      : refuse("not-found");
    if (!found.ok) return reply.code(found.refusal.code === "signed-out" ? 401 : 404).send(found);
    return reply.headers(LETTER_HEADERS).send(Buffer.from(found.value));
  });
};

const headersOf = ({ headers }: FastifyRequest): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, first(value)]));

/** Bodies of `/center/*` are bytes of another contract: they pass unread. */
const addForwarding = async (app: FastifyInstance, machine: Machine): Promise<void> => {
  await app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser("*", (_request, payload, ready) => ready(null, payload));
    inner.all("/center/*", async (request, reply: FastifyReply) => {
      const body = request.body instanceof Readable ? request.body : undefined;
      const answered = await machine.forward({
        method: request.method,
        path: request.url,
        headers: headersOf(request),
        body,
      });
      return reply
        .code(answered.status)
        .headers(answered.headers)
        .send(answered.body instanceof Readable ? answered.body : Buffer.from(answered.body));
    });
  });
};

const addPage = (app: FastifyInstance, pageFolder: string): void => {
  app.setNotFoundHandler(async (request, reply) => {
    const file = await pageFile(pageFolder, pathOf(request));
    return file === undefined
      ? reply.code(404).type("text/plain; charset=utf-8").send("404")
      : reply.type(file.type).send(file.bytes);
  });
};

/** Serves the desk to this machine's own browser. `busy` when the port is taken: it refuses to move. */
export const serveDesk = async ({ machine, pageFolder, port }: ServeOptions): Promise<Result<Serving>> => {
  const app = Fastify({
    bodyLimit: CALL_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 100 },
  });
  let gate: Gate = openGate(`${ADDRESS}:${port}`);
  guard(app, () => gate);
  addEntry(app, () => gate);
  addCalls(app, machine);
  await addForwarding(app, machine);
  addPage(app, pageFolder);
  // The server waits for its lines to end, and a socket would never end by itself.
  const endSockets = answerSockets(app.server, { machine, gate: () => gate, bytes: CALL_BYTES });
  app.addHook("preClose", async () => endSockets());
  app.setErrorHandler<Error & { statusCode?: number }>(async (cause, _request, reply) => {
    const status = cause.statusCode ?? 500;
    if (status < 500)
      return reply
        .code(status)
        .send({ ok: false, refusal: { code: status === 413 ? "too-large" : "malformed" } });
    return reply.code(500).send({ report: reportBug(machine.log, cause) });
  });
  try {
    await app.listen({ host: ADDRESS, port });
  } catch (cause) {
    if (errorCode(cause) === "EADDRINUSE" || errorCode(cause) === "EACCES")
      return refuse("busy", undefined, "port");
    throw cause;
  }
  const address = app.server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  gate = openGate(`${ADDRESS}:${bound}`);
  return done({
    port: bound,
    entry: () => `http://${ADDRESS}:${bound}/enter?t=${gate.issue()}`,
    close: () => app.close(),
  });
};
