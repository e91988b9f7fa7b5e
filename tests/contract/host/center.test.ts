import { Readable } from "node:stream";
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
import { BUREAU, center, PACKED, startCenter } from "./smallCenter.ts";

const FOLDER = newFolder();
let url = "";
let closeCenter: () => void;

beforeAll(async () => {
  ({ url, close: closeCenter } = await startCenter());
});
afterAll(() => {
  closeCenter();
  removeFolder(FOLDER);
});
beforeEach(() => {
  center.mood = "well";
  center.heard.length = 0;
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

  it("I4: joins the bureau its code names, proving its key; a wrong code makes no desk", async () => {
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
      isCarried: false,
      centerKey: "1".repeat(64),
      formerKeys: [],
      province: { key: "", url: "" },
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
    const got = center.heard.find(({ url: path }) => path === "/v1/pull?after=3&limit=9");
    expect(got?.headers).toMatchObject({ accept: "*/*" });
    expect(got?.headers.authorization).toMatch(/^Bearer [0-9a-f]{64}$/);
    for (const name of ["cookie", "x-evil"]) expect(got?.headers).not.toHaveProperty(name);
  });

  it("signs in once for many requests, and again by itself when the center has forgotten it, sending the body again", async () => {
    const before = center.sessions;
    await Promise.all([send(push("one")), send(push("two"))]);
    expect(center.sessions).toBe(before);
    center.tokens.clear();
    expect((await send(push("three"))).status).toBe(200);
    expect(center.sessions).toBe(before + 1);
    expect(center.heard.filter(({ body }) => body === "three")).toHaveLength(2);
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
    expect(center.heard.at(-1)?.body).toHaveLength(6 * 1024 * 1024);
  });

  it.each([
    ["F26: a captive portal", "portal"],
    ["a redirect", "redirect"],
    ["a line that is cut", "cut"],
  ] as const)("%s is weather: center-unreachable, in the form of any refusal", async (_case, how) => {
    center.mood = how;
    const reply = await send(push("x"));
    expect([reply.status, JSON.parse(reply.bytes.toString())]).toMatchObject([
      503,
      { ok: false, refusal: { code: "center-unreachable" } },
    ]);
  });

  it.each([
    ["in seconds", "proxyBusy", 503, "7"],
    ["as a date, by the clock of whoever says so", "proxyBusyUntil", 429, "90"],
  ] as const)(
    "§3.16: a proxy that is busy says when to come back %s, and is heard",
    async (_case, how, status, rest) => {
      center.mood = how;
      const reply = await send(push("x"));
      expect([reply.status, reply.headers["retry-after"], JSON.parse(reply.bytes.toString())]).toEqual([
        status,
        rest,
        { ok: false, refusal: { code: "busy" } },
      ]);
    },
  );

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
    expect(center.heard).toEqual([]);
  });

  it("forwards nothing while nobody is signed in", async () => {
    answered(await machine.host["user.lock"]({}));
    expect((await send(asked("/center/v1/hello"))).status).toBe(401);
    expect(center.heard).toEqual([]);
    answered(await signIn(machine.host));
    expect((await send(asked("/center/v1/hello"))).status).toBe(200);
  });

  it("a desk with a bureau of its own is enrolled only under that bureau", async () => {
    const other = await openMachine(`${FOLDER}/own`);
    const { session } = await setUp(other.host);
    expect((await other.forward(asked("/center/v1/hello"))).status).toBe(409);
    expect(codeOf(await other.host["center.enrol"]({ url, code: "RIGHT-CODE" }))).toBe("wrong-bureau");
    expect(answered(await other.host["center.status"]({})).isEnrolled).toBe(false);
    center.codeBureau = undefined;
    expect(answered(await other.host["center.enrol"]({ url, code: "RIGHT-CODE" }))).toEqual({
      url,
      bureau: session.bureau,
    });
    expect((await other.forward(asked("/center/v1/hello"))).status).toBe(200);
    await other.close();
  });
});
