import { createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { readBody } from "../../../host/center/request.ts";

/** The network's edge: a center of a few lines that checks what a real one would, and misbehaves on demand. */
export type Mood = "well" | "portal" | "redirect" | "cut" | "proxyBusy" | "proxyBusyUntil";
/** The bureau that the right code names. */
export const BUREAU = "bureau-0001";
/** What it answers when all is well, packed. */
export const PACKED = gzipSync(Buffer.from("a page of ops"));
const keys = new Map<string, string>();
const challenges = new Set<string>();
type Heard = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};
/** How it feels, what it knows and what it was asked; a test may change the first two at any time. */
export const center = {
  mood: "well" as Mood,
  codeBureau: BUREAU as string | undefined,
  tokens: new Set<string>(),
  sessions: 0,
  heard: [] as Heard[],
};

const isSigned = (key: string, text: string, sig: string): boolean =>
  verify(
    null,
    Buffer.from(text),
    createPublicKey({
      key: Buffer.from(`302a300506032b6570032100${key}`, "hex"),
      format: "der",
      type: "spki",
    }),
    Buffer.from(sig, "hex"),
  );
const json = (reply: ServerResponse, status: number, body: object): void =>
  void reply
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "set-cookie": "c=1" })
    .end(JSON.stringify(body));

type Fields = Readonly<Record<string, string>>;
// biome-ignore format: a table of routes
const ROUTES: Readonly<Record<string, (reply: ServerResponse, body: Fields) => void>> = {
  "/v1/enrol": (reply, { code = "", feed = "", key = "", proof = "", bureau, deskName = "" }) => {
    if (code !== "RIGHT-CODE" || !isSigned(key, `LAD enrol\n${code}\n${feed}`, proof)) return json(reply, 403, { refusal: { code: "code-invalid" } });
    keys.set(feed, key);
    json(reply, 200, { bureau: center.codeBureau ?? bureau, epoch: "e1", centerFeed: "0".repeat(24), centerKey: "1".repeat(64), deskName });
  },
  "/v1/challenge": (reply) => {
    const challenge = randomBytes(32).toString("hex");
    challenges.add(challenge);
    json(reply, 200, { challenge });
  },
  "/v1/session": (reply, { feed = "", challenge = "", sig = "" }) => {
    if (!challenges.delete(challenge) || !isSigned(keys.get(feed) ?? "", `LAD session\n${challenge}\n${feed}`, sig)) return json(reply, 401, { refusal: { code: "device-unknown" } });
    const token = randomBytes(32).toString("hex");
    center.tokens.add(token);
    center.sessions += 1;
    json(reply, 200, { token, expiresInS: 3600 });
  },
};

const MOODS: Readonly<Record<Mood, (reply: ServerResponse) => void>> = {
  well: (reply) =>
    void reply
      .writeHead(200, {
        "content-type": "application/octet-stream",
        "content-encoding": "gzip",
        "set-cookie": "c=1",
        server: "x",
      })
      .end(PACKED),
  portal: (reply) =>
    void reply.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome to the hotel</h1>"),
  redirect: (reply) =>
    void reply
      .writeHead(302, { location: "https://evil.example/", "content-type": "application/json" })
      .end("{}"),
  cut: (reply) => void reply.destroy(),
  proxyBusy: (reply) =>
    void reply.writeHead(503, { "content-type": "text/html", "retry-after": "7" }).end("<h1>Try later</h1>"),
  proxyBusyUntil: (reply) =>
    void reply
      .writeHead(429, {
        "content-type": "text/html",
        date: "Mon, 02 Mar 2026 01:00:00 GMT",
        "retry-after": "Mon, 02 Mar 2026 01:01:30 GMT",
      })
      .end("<h1>Try later</h1>"),
};

/** Starts it on a free port; answers its address and how to end it. */
export const startCenter = async (): Promise<{ readonly url: string; readonly close: () => void }> => {
  const server = createServer(async (incoming, reply) => {
    const body = (await readBody(incoming, 1e8)).toString("utf8");
    const path = (incoming.url ?? "").split("?")[0] ?? "";
    center.heard.push({
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body,
    });
    const route = center.mood === "portal" ? undefined : ROUTES[path];
    if (route !== undefined) return route(reply, JSON.parse(body) as Fields);
    const token = (incoming.headers.authorization ?? "").replace(/^Bearer /, "");
    if (center.mood !== "portal" && !center.tokens.has(token))
      return json(reply, 401, { refusal: { code: "signed-out" } });
    return MOODS[center.mood](reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
};
