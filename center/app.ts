import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import fastify, { type FastifyError, type FastifyInstance, LogController } from "fastify";
import type { Refusal } from "../shared/kernel/refusals.ts";
import type { Config } from "./config.ts";
import { isWeather } from "./db/database.ts";
import { sendRefusal } from "./routes/answers.ts";

const HEADER_BYTES = 16 * 1024;
const HEADERS_MS = 10_000;
/** How often open connections are measured against the time-outs. */
const CHECK_MS = 5_000;
const REQUEST_MS = 60_000;
const IDLE_MS = 65_000;

/** Bodies that the framework itself turns away, and what they are called here. */
const FRAMEWORK: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: "too-large", detail: "body" },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: "malformed", detail: "content-type" },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: "malformed", detail: "body" },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: "malformed", detail: "json" },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: "malformed", detail: "length" },
};

const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

/** Where an error was thrown. Its message, of one line or many, may quote what was sent and stays out of the log. */
const placeOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    ?.trim() ?? "";

const onError = (app: FastifyInstance): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = FRAMEWORK[error.code];
    if (refusal !== undefined) return sendRefusal(reply, refusal);
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendRefusal(reply, { code: "malformed" }, error.statusCode);
    if (isWeather(error)) {
      request.log.warn({ code: error.code }, "database.busy");
      return sendRefusal(reply, { code: "busy" }, 503);
    }
    const report = randomBytes(4).toString("hex");
    request.log.error({ report, code: error.code ?? "", where: placeOf(error) }, "bug");
    return reply.code(500).send({ report });
  });
  app.setNotFoundHandler((_, reply) => sendRefusal(reply, { code: "not-found" }));
};

/**
 * An empty web server of ours: limits, time-outs, headers and errors that every route shares. Its log, on standard
 * error, holds event names and flat ids; requests, addresses and bodies are never written there.
 */
export const createApp = (config: Config): FastifyInstance => {
  const tls = config.tls && {
    key: readFileSync(config.tls.keyFile),
    cert: readFileSync(config.tls.certFile),
    minVersion: "TLSv1.2" as const,
  };
  const http = {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: HEADERS_MS,
    connectionsCheckingInterval: CHECK_MS,
  };
  const app = fastify({
    logger: { level: config.logLevel, base: null, stream: process.stderr },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.isBehindProxy,
    bodyLimit: HEADER_BYTES,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: IDLE_MS,
    connectionTimeout: REQUEST_MS,
    forceCloseConnections: true,
    ...(tls ? { https: { ...tls, ...http } } : { http }),
  }) as unknown as FastifyInstance;
  app.addHook("onSend", async (request, reply, payload) => {
    for (const [name, value] of Object.entries(HEADERS))
      if (!reply.hasHeader(name)) reply.header(name, value);
    // what was turned away before its body was read must not be read to its end now
    if (!request.raw.complete && request.method !== "GET") {
      reply.header("connection", "close");
      reply.raw.once("finish", () => request.raw.socket.destroySoon());
    }
    return payload;
  });
  onError(app);
  return app;
};
