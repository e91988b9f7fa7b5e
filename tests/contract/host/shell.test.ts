import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Machine } from "../../../host/machine.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import { enter } from "./httpHost.ts";
import { answered, codeOf, newFolder, openMachine, removeFolder, setUp } from "./machines.ts";

const folder = newFolder();
const pageFolder = join(folder, "page");
let machine: Machine;
let serving: Serving;
let cookie = "";
let own = "";

beforeAll(async () => {
  mkdirSync(join(pageFolder, "assets"), { recursive: true });
  writeFileSync(join(pageFolder, "index.html"), "<!doctype html><title>desk</title>");
  writeFileSync(join(pageFolder, "assets/main.js"), "export {};");
  writeFileSync(join(folder, "secret.js"), "secret");
  machine = await openMachine(join(folder, "data"));
  serving = answered(await serveDesk({ machine, pageFolder, port: 0 }));
  own = `http://127.0.0.1:${serving.port}`;
  const entered = await fetch(serving.entry(), { redirect: "manual" });
  cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
});
afterAll(async () => {
  await serving.close();
  await machine.close();
  removeFolder(folder);
});

type Ask = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
/** A raw request: fetch would not let us lie about Host, Origin and Sec-Fetch-Site, nor keep a path's dots. */
const ask = ({ path, method = "GET", headers = {}, body }: Ask) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: serving.port, path, method, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          text: Buffer.concat(parts).toString(),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
const signed = (headers: Record<string, string> = {}) => ({ cookie, ...headers });
const call = (headers: Record<string, string>) =>
  ask({
    path: "/host/app.info",
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json", origin: own, ...headers },
  });

describe("security list row 21: the door of the browser shell", () => {
  it("lets the printed address in once, with a cookie no script can read and no other site can send", async () => {
    const entry = serving.entry();
    const first = await fetch(entry, { redirect: "manual" });
    expect(first.status).toBe(303);
    expect(first.headers.get("set-cookie")).toMatch(/^lad=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await fetch(entry, { redirect: "manual" })).status).toBe(401);
    expect((await ask({ path: "/enter?t=" })).status).toBe(401);
    expect((await ask({ path: "/enter" })).status).toBe(401);
  });

  it.each([
    ["no cookie", {}, 401],
    ["another cookie", { cookie: "lad=AAAA" }, 401],
    ["a longer name of the cookie", { cookie: "xlad=AAAA" }, 401],
  ])("a page with %s", async (_case, headers, status) => {
    expect((await ask({ path: "/", headers })).status).toBe(status);
    expect((await call(headers)).status).toBe(status);
  });

  it.each([
    ["a name rebound to this address", { host: "evil.example" }, 421],
    ["localhost instead of the address", { host: "localhost" }, 421],
    ["another page's origin", { origin: "https://evil.example" }, 403],
    ["the origin of another port", { origin: "http://127.0.0.1:1" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["a request from another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a request from another port of this machine", { "sec-fetch-site": "same-site" }, 403],
    ["a form's content type", { "content-type": "text/plain" }, 405],
    ["no content type", { "content-type": "" }, 405],
  ])("a call with %s, although the cookie is right", async (_case, headers, status) => {
    expect((await call(signed(headers))).status).toBe(status);
  });

  it("a call without any origin, and methods nobody needs", async () => {
    const plain = { cookie, "content-type": "application/json" };
    expect((await ask({ path: "/host/app.info", method: "POST", body: "{}", headers: plain })).status).toBe(
      403,
    );
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS"])
      expect(
        (await ask({ path: "/host/app.info", method, headers: { ...plain, origin: own } })).status,
        method,
      ).toBe(405);
    for (const method of ["POST", "DELETE"])
      expect((await ask({ path: "/", method, headers: signed() })).status, method).toBe(405);
  });

  it("the right call, and calls that do not exist", async () => {
    const right = await call(signed({ "sec-fetch-site": "same-origin" }));
    expect([right.status, JSON.parse(right.text)]).toMatchObject([200, { ok: true }]);
    for (const name of ["constructor", "__proto__", "app.quit"]) {
      const headers = signed({ "content-type": "application/json", origin: own });
      expect((await ask({ path: `/host/${name}`, method: "POST", body: "{}", headers })).status).toBe(404);
    }
  });

  it.each([
    ["no JSON", "{", 400],
    ["a key that poisons", '{"__proto__":{"a":1}}', 400],
  ])("a body that is %s", async (_case, body, status) => {
    const headers = signed({ "content-type": "application/json", origin: own });
    expect((await ask({ path: "/host/app.info", method: "POST", body, headers })).status).toBe(status);
  });

  it("F69: a body beyond the limit is refused before it is read", async () => {
    const headers = signed({
      "content-type": "application/json",
      origin: own,
      "content-length": String(1024 ** 3),
    });
    const status = await new Promise<number>((resolve, reject) => {
      const sent = request(
        { host: "127.0.0.1", port: serving.port, path: "/host/blob.put", method: "POST", headers },
        (reply) => {
          resolve(reply.statusCode ?? 0);
          reply.resume();
          sent.destroy();
        },
      );
      sent.on("error", (cause) => (cause.message.includes("hang up") ? undefined : reject(cause)));
      sent.write("{");
    });
    expect(status).toBe(413);
  });

  it("is not reachable over any other address of this machine", async () => {
    const addresses = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of addresses) {
      const opened = await new Promise((resolve) => {
        const socket = connect({ host: address, port: serving.port, timeout: 2000 });
        socket
          .on("connect", () => resolve(true))
          .on("error", () => resolve(false))
          .on("timeout", () => resolve(false));
      });
      expect(opened).toBe(false);
    }
  });

  it("refuses to start on a port that is taken, and does not move", async () => {
    expect(codeOf(await serveDesk({ machine, pageFolder, port: serving.port }))).toBe("busy");
  });
});

describe("security list rows 8, 9, 14: what the browser shell serves", () => {
  it.each(["/", "/assets/main.js", "/cases/0198-abc", "/nothing.js"])(
    "%s carries the policy and the other headers",
    async (path) => {
      const { headers } = await ask({ path, headers: signed() });
      expect(headers["content-security-policy"]).toMatch(
        /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
      );
      expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers).not.toHaveProperty("access-control-allow-origin");
    },
  );

  it("gives every screen the page and every missing file 404", async () => {
    expect((await ask({ path: "/cases/0198-abc?tab=2", headers: signed() })).text).toContain(
      "<title>desk</title>",
    );
    expect((await ask({ path: "/assets/main.js", headers: signed() })).headers["content-type"]).toContain(
      "text/javascript",
    );
    expect((await ask({ path: "/assets/other.js", headers: signed() })).status).toBe(404);
  });

  it.each([
    "/../secret.js",
    "/..%2fsecret.js",
    "/%2e%2e/secret.js",
    "/assets/..%2f..%2fsecret.js",
    "/..%5csecret.js",
    "/secret.js%00.html",
    "//secret.js",
    "/.%2e/secret.js",
  ])("%s does not leave the page's folder", async (path) => {
    const { status, text } = await ask({ path, headers: signed() });
    expect(text).not.toContain("secret");
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it("shows a letter only while somebody is signed in, and only inside the desk", async () => {
    const { host, fetch: visit } = await enter(serving.entry());
    await setUp(host);
    const { sha256, data } = answered(await host["letter.pdf"]({ html: "<p>函</p>" }));
    const shown = await visit(`/pdf/${sha256}`);
    expect(shown.headers.get("content-type")).toBe("application/pdf");
    expect(shown.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
    expect(Buffer.from(await shown.arrayBuffer()).toString("base64")).toBe(data);
    const stored = answered(
      await host["blob.put"]({ data: Buffer.from("%PDF-1.7 stored").toString("base64") }),
    );
    expect((await visit(`/pdf/${stored.id}`)).status).toBe(200);
    const scan = answered(await host["blob.put"]({ data: Buffer.from("<script>").toString("base64") }));
    expect((await visit(`/pdf/${scan.id}`)).status).toBe(404);
    answered(await host["user.lock"]({}));
    expect((await visit(`/pdf/${sha256}`)).status).toBe(401);
  });
});
