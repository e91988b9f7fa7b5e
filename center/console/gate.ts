import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { isText } from "../../shared/kernel/isText.ts";
import { BUNDLE_MAX } from "../../shared/sync/bundle.ts";
import type { Center } from "../context.ts";
import { createVisits, type Visit } from "./consoleSessions.ts";
import { type FileForm, parseFileForm } from "./fileForm.ts";
import type { Reader } from "./layout.ts";
import { messagePage } from "./signInPages.ts";
import type { Language } from "./words.ts";

const COOKIE = "lad_console";
const LANGUAGE = "lad_language";
const PATH = "/console";
const YEAR_S = 31_536_000;
const FORM_MAX = 16 * 1024;
/** How long a form with a carried file may be; the route that takes one says so, no other door holds as much. */
export const FILE_FORM_MAX = BUNDLE_MAX + FORM_MAX;

/** Strict: no script, no foreign asset, no frame; forms only to ourselves. */
const CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const HTML = "text/html; charset=utf-8";

const cookiesOf = (request: FastifyRequest): ReadonlyMap<string, string> =>
  new Map(
    (request.headers.cookie ?? "").split(";").map((part): [string, string] => {
      const [name = "", value = ""] = part.trim().split("=", 2);
      return [name, value];
    }),
  );

const languageOf = (request: FastifyRequest): Language => {
  const asked =
    (request.query as Readonly<Record<string, unknown>> | undefined)?.lang ??
    cookiesOf(request).get(LANGUAGE);
  return asked === "en" ? "en" : "zh";
};

const isEqual = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The fields of a posted form as text; anything else is an empty form, and so is one with a character no text has (F72). */
export const fieldsOf = (request: FastifyRequest): Readonly<Record<string, string>> => {
  const fields =
    typeof request.body === "string"
      ? Object.fromEntries(new URLSearchParams(request.body))
      : formOf(request).fields;
  return Object.values(fields).every(isText) ? fields : {};
};

/** A posted form with a file; empty when it was another kind of body. */
export const formOf = ({ body }: FastifyRequest): FileForm =>
  typeof body === "object" && body !== null && "fields" in body ? (body as FileForm) : { fields: {} };

/** Sends a page of ours. */
export const sendPage = (reply: FastifyReply, text: string, status = 200): FastifyReply =>
  reply.code(status).header("content-type", HTML).header("content-security-policy", CSP).send(text);

/** Who is at the door: finding, opening and closing visits, by a cookie that scripts and other sites never see. */
export const createGate = (center: Center) => {
  const visits = createVisits(center.now);
  const secure = center.config.tls !== undefined || center.config.isBehindProxy ? "; Secure" : "";
  const setCookie = (reply: FastifyReply, value: string): FastifyReply =>
    reply.header("set-cookie", `${value}; Path=${PATH}; SameSite=Strict${secure}`);
  const visitOf = (request: FastifyRequest): Visit | undefined =>
    visits.find(cookiesOf(request).get(COOKIE) ?? "");
  return {
    visitOf,
    readerOf: (request: FastifyRequest): Reader => {
      const visit = visitOf(request);
      return { language: languageOf(request), ...(visit !== undefined && { csrf: visit.csrf }) };
    },
    open: (reply: FastifyReply, login: string, mustChange: boolean): FastifyReply =>
      setCookie(reply, `${COOKIE}=${visits.open(login, mustChange)}; HttpOnly`),
    close: (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
      visits.close(cookiesOf(request).get(COOKIE) ?? "");
      return setCookie(reply, `${COOKIE}=; HttpOnly; Max-Age=0`);
    },
    keepLanguage: (request: FastifyRequest, reply: FastifyReply): void => {
      if ((request.query as Readonly<Record<string, unknown>> | undefined)?.lang !== undefined)
        setCookie(reply, `${LANGUAGE}=${languageOf(request)}; HttpOnly; Max-Age=${YEAR_S}`);
    },
  };
};

/** The gate of one console. */
export type Gate = ReturnType<typeof createGate>;

/** A form is taken only from our own page: same origin, and the token of this visit. Browsers say where they come from. */
const isOwnForm = (request: FastifyRequest, visit: Visit | undefined): boolean => {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return false;
  return visit === undefined || isEqual(fieldsOf(request).csrf ?? "", visit.csrf);
};

/** Nobody gets past this without signing in; nobody posts without the token; a first password opens one page only. */
export const guardConsole = (app: FastifyInstance, gate: Gate, open: ReadonlySet<string>): void => {
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_MAX },
    (_, body, next) => next(null, body),
  );
  app.addContentTypeParser(
    "multipart/form-data",
    { parseAs: "buffer", bodyLimit: FORM_MAX },
    (request, body, next) => next(null, parseFileForm(body as Buffer, request.headers["content-type"] ?? "")),
  );
  const pathOf = (request: FastifyRequest): string => request.routeOptions.url ?? "";
  // before a byte of the body is read (I31)
  app.addHook("onRequest", async (request, reply) => {
    gate.keepLanguage(request, reply);
    const isLetIn = open.has(pathOf(request)) || gate.visitOf(request) !== undefined;
    return isLetIn ? undefined : reply.redirect("/console/sign-in", 303);
  });
  app.addHook("preHandler", async (request, reply) => {
    const visit = gate.visitOf(request);
    const path = pathOf(request);
    if (request.method === "POST" && !isOwnForm(request, visit))
      return sendPage(reply, messagePage(gate.readerOf(request), "stale"), 403);
    if (open.has(path)) return undefined;
    // it may have ended while the body came
    if (visit === undefined) return reply.redirect("/console/sign-in", 303);
    return visit.mustChange && path !== "/console/password" && path !== "/console/sign-out"
      ? reply.redirect("/console/password", 303)
      : undefined;
  });
};
