import { createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Forwarded } from "../../../host/center/forward.ts";
import { readBody } from "../../../host/center/request.ts";
import type { Machine } from "../../../host/machine.ts";
import {
  answered,
  codeOf,
  FOUNDER,
  newFolder,
  openMachine,
  removeFolder,
  setUp,
  signIn,
} from "./machines.ts";

/** The network's edge: a center of a few lines that checks what a real one would, and misbehaves on demand. */
type Mood = "well" | "portal" | "redirect" | "cut" | "forgets";
const FOLDER = newFolder();
const BUREAU = "bureau-0001";
const PACKED = gzipSync(Buffer.from("a page of ops"));
let server: Server;
let url = "";
let mood: Mood = "well";
let codeBureau: string | undefined = BUREAU;
const tokens = new Set<string>();
const keys = new Map<string, string>();
const challenges = new Set<string>();
const heard: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[] = [];
let sessions = 0;

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
    json(reply, 200, { bureau: codeBureau ?? bureau, epoch: "e1", centerFeed: "0".repeat(24), centerKey: "1".repeat(64), deskName });
  },
  "/v1/challenge": (reply) => {
    const challenge = randomBytes(32).toString("hex");
    challenges.add(challenge);
    json(reply, 200, { challenge });
  },
  "/v1/session": (reply, { feed = "", challenge = "", sig = "" }) => {
    if (!challenges.delete(challenge) || !isSigned(keys.get(feed) ?? "", `LAD session\n${challenge}\n${feed}`, sig)) return json(reply, 401, { refusal: { code: "device-unknown" } });
    const token = randomBytes(32).toString("hex");
    tokens.add(token);
    sessions += 1;
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
  forgets: (reply) => json(reply, 200, {}),
};

beforeAll(async () => {
  server = createServer(async (incoming, reply) => {
    const body = (await readBody(incoming, 1e8)).toString("utf8");
    const path = (incoming.url ?? "").split("?")[0] ?? "";
    heard.push({ method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.headers, body });
    const route = mood === "portal" ? undefined : ROUTES[path];
    if (route !== undefined) return route(reply, JSON.parse(body) as Fields);
    const token = (incoming.headers.authorization ?? "").replace(/^Bearer /, "");
    if (mood !== "portal" && !tokens.has(token)) return json(reply, 401, { refusal: { code: "signed-out" } });
    return MOODS[mood](reply);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  removeFolder(FOLDER);
});
beforeEach(() => {
  mood = "well";
  heard.length = 0;
});

const asked = (path: string, extra: Partial<Forwarded> = {}): Forwarded => ({
  method: "GET",
  path,
  headers: {},
  body: undefined,
  ...extra,
});
const push = (text: string, headers: Record<string, string> = {}): Forwarded =>
  asked("/center/v1/push", {
    method: "POST",
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(text.length),
      ...headers,
    },
    body: Readable.from([Buffer.from(text)]),
  });
const bodyOf = async (body: Readable | Uint8Array): Promise<Buffer> =>
  body instanceof Readable ? readBody(body, 1e8) : Buffer.from(body);

describe("a desk and its center", () => {
  let machine: Machine;
  const send = async (request: Forwarded) => {
    const reply = await machine.forward(request);
    return { ...reply, bytes: await bodyOf(reply.body) };
  };

  beforeAll(async () => {
    machine = await openMachine(`${FOLDER}/joined`);
  });
  afterAll(() => machine.close());

  it("sync.md 3.11: joins the bureau its code names, proving its key; a wrong code makes no desk", async () => {
    const profile = { ...FOUNDER, centerUrl: `${url}/`, code: "RIGHT-CODE" };
    expect(codeOf(await machine.host["desk.join"]({ ...profile, code: "WRONG-CODE" }))).toBe("code-invalid");
    expect(codeOf(await machine.host["desk.join"]({ ...profile, centerUrl: "http://center.example" }))).toBe(
      "insecure-address",
    );
    expect(answered(await machine.host["app.info"]({})).isSetUp).toBe(false);
    const { session } = answered(await machine.host["desk.join"]({ ...profile, staffId: "staff-known-1" }));
    expect(session).toMatchObject({ bureau: BUREAU, staffId: "staff-known-1", isFounder: false });
    expect(answered(await machine.host["center.status"]({}))).toEqual({
      url,
      isEnrolled: true,
      centerKey: "1".repeat(64),
    });
  });

  it("forwards with its own token, bytes untouched, and lets neither cookies nor foreign headers pass", async () => {
    const reply = await send(
      asked("/center/v1/pull?after=3&limit=9", {
        headers: { accept: "*/*", cookie: "lad=secret", "x-evil": "1", authorization: "Bearer mine" },
      }),
    );
    expect([reply.status, reply.bytes]).toEqual([200, PACKED]);
    expect(reply.headers).toEqual({ "content-type": "application/octet-stream", "content-encoding": "gzip" });
    const got = heard.find(({ url: path }) => path === "/v1/pull?after=3&limit=9");
    expect(got?.headers).toMatchObject({ accept: "*/*" });
    expect(got?.headers.authorization).toMatch(/^Bearer [0-9a-f]{64}$/);
    for (const name of ["cookie", "x-evil"]) expect(got?.headers).not.toHaveProperty(name);
  });

  it("signs in once for many requests, and again by itself when the center has forgotten it, sending the body again", async () => {
    const before = sessions;
    await Promise.all([send(push("one")), send(push("two"))]);
    expect(sessions).toBe(before);
    tokens.clear();
    expect((await send(push("three"))).status).toBe(200);
    expect(sessions).toBe(before + 1);
    expect(heard.filter(({ body }) => body === "three")).toHaveLength(2);
  });

  it("a long body passes through as it comes", async () => {
    const part = Buffer.alloc(1024 * 1024, "x");
    const body = Readable.from(
      (function* () {
        for (let at = 0; at < 6; at += 1) yield part;
      })(),
    );
    expect(
      (
        await send(
          asked("/center/v1/push", {
            method: "POST",
            headers: { "content-type": "application/octet-stream" },
            body,
          }),
        )
      ).status,
    ).toBe(200);
    expect(heard.at(-1)?.body).toHaveLength(6 * 1024 * 1024);
  });

  it.each([
    ["F26: a captive portal", "portal"],
    ["a redirect", "redirect"],
    ["a line that is cut", "cut"],
  ] as const)("%s is weather: center-unreachable, in the form of any refusal", async (_case, how) => {
    mood = how;
    const reply = await send(push("x"));
    expect([reply.status, JSON.parse(reply.bytes.toString())]).toMatchObject([
      503,
      { ok: false, refusal: { code: "center-unreachable" } },
    ]);
  });

  it.each([
    "/center/../host/app.info",
    "/center/v1/../../x",
    "/center/v1/a%2e%2e/b",
    "/center//evil.example/",
    "/center/x",
    "/center/v1/pull?x=\r\nHost: evil",
    "/center/@evil.example/v1/x",
  ])("refuses the path %j without asking anybody", async (path) => {
    expect((await send(asked(path))).status).toBe(400);
    expect(heard).toEqual([]);
  });

  it("forwards nothing while nobody is signed in", async () => {
    answered(await machine.host["user.lock"]({}));
    expect((await send(asked("/center/v1/hello"))).status).toBe(401);
    expect(heard).toEqual([]);
    answered(await signIn(machine.host));
    expect((await send(asked("/center/v1/hello"))).status).toBe(200);
  });

  it("a desk with a bureau of its own is enrolled only under that bureau", async () => {
    const other = await openMachine(`${FOLDER}/own`);
    const { session } = await setUp(other.host);
    expect((await other.forward(asked("/center/v1/hello"))).status).toBe(409);
    expect(codeOf(await other.host["center.enrol"]({ url, code: "RIGHT-CODE" }))).toBe("wrong-bureau");
    expect(answered(await other.host["center.status"]({})).isEnrolled).toBe(false);
    codeBureau = undefined;
    expect(answered(await other.host["center.enrol"]({ url, code: "RIGHT-CODE" }))).toEqual({
      url,
      bureau: session.bureau,
    });
    expect((await other.forward(asked("/center/v1/hello"))).status).toBe(200);
    await other.close();
  });
});
