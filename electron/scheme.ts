import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { type Protocol, protocol } from "electron";
import type { Machine } from "../host/machine.ts";
import { LETTER_HEADERS, PAGE_HEADERS } from "../host/serve/headers.ts";
import { pageFile } from "../host/serve/pageFile.ts";
import { isOurs, SCHEME } from "./address.ts";

/** Must run before the app is ready: only a standard, secure scheme has an origin, IndexedDB and fetch. */
export const declareScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);

const plain = (status: number): Response => new Response(String(status), { status, headers: PAGE_HEADERS });

const page = async (folder: string, pathname: string): Promise<Response> => {
  const file = await pageFile(folder, pathname);
  if (file === undefined) return plain(404);
  return new Response(new Uint8Array(file.bytes), {
    headers: { ...PAGE_HEADERS, "content-type": file.type },
  });
};

const letter = async (machine: Machine, sha256: string): Promise<Response> => {
  const found = await machine.pdf(sha256);
  return found.ok ? new Response(new Uint8Array(found.value), { headers: LETTER_HEADERS }) : plain(404);
};

const center = async ({ forward }: Machine, request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : Readable.fromWeb(request.body as NodeStream);
  const { method } = request;
  const reply = await forward({
    method,
    path: pathname + search,
    headers: Object.fromEntries(request.headers),
    body,
  });
  const { body: answered } = reply;
  const stream =
    answered instanceof Readable ? (Readable.toWeb(answered) as ReadableStream) : new Uint8Array(answered);
  return new Response(stream, { status: reply.status, headers: { ...PAGE_HEADERS, ...reply.headers } });
};

/** Answers every request of `app://desk`: the page's files, letters, and the way to the center. */
export const serveScheme = (on: Protocol, machine: Machine, folder: string): void =>
  on.handle(SCHEME, async (request) => {
    if (!isOurs(request.url)) return plain(421);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/center/")) return center(machine, request);
    if (request.method !== "GET") return plain(405);
    const sha256 = /^\/pdf\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    return sha256 === undefined ? page(folder, pathname) : letter(machine, sha256);
  });
