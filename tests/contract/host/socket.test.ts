import { once } from "node:events";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { Machine } from "../../../host/machine.ts";
import { type Serving, serveDesk } from "../../../host/serve/serveDesk.ts";
import { hostOver, type Line, overSocket } from "../../../renderer/host.ts";
import { enter } from "./httpHost.ts";
import { answered, newFolder, openMachine, removeFolder } from "./machines.ts";

const folder = newFolder();
let machine: Machine;
let serving: Serving;
let cookie = "";
let own = "";

const serve = async (): Promise<void> => {
  serving = answered(await serveDesk({ machine, pageFolder: join(folder, "page"), port: 0 }));
  const entered = await enter(serving.entry());
  [cookie, own] = [entered.cookie, entered.origin];
};
beforeAll(async () => {
  machine = await openMachine(join(folder, "data"));
  await serve();
});
afterAll(async () => {
  await serving.close();
  await machine.close();
  removeFolder(folder);
});

type Headers = Readonly<Record<string, string>>;
const dial = (headers: Headers, path = "/host"): WebSocket =>
  new WebSocket(`ws://127.0.0.1:${serving.port}${path}`, { headers });
/** 101 when the socket opens, else the status it was refused with. */
const statusOf = (socket: WebSocket): Promise<number> =>
  new Promise((resolve, reject) => {
    socket.on("open", () => {
      socket.terminate();
      resolve(101);
    });
    socket.on("unexpected-response", (request, reply) => {
      resolve(reply.statusCode ?? 0);
      request.destroy();
    });
    socket.on("error", reject);
  });
const right = (): Headers => ({ origin: own, cookie });
const opened = async (): Promise<WebSocket> => {
  const socket = dial(right());
  await once(socket, "open");
  return socket;
};

describe("security list row 21: the door of the socket", () => {
  it("lets our own page in", async () => {
    expect(await statusOf(dial(right()))).toBe(101);
    expect(await statusOf(dial({ ...right(), "sec-fetch-site": "same-origin" }))).toBe(101);
  });

  it.each([
    ["no cookie", { cookie: "" }, 401],
    ["another cookie", { cookie: "lad=AAAA" }, 401],
    ["a name rebound to this address", { host: "evil.example" }, 421],
    ["another page's origin", { origin: "https://evil.example" }, 403],
    ["the origin of another port", { origin: "http://127.0.0.1:1" }, 403],
    ["a sandboxed frame", { origin: "null" }, 403],
    ["a request from another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a request from another port of this machine", { "sec-fetch-site": "same-site" }, 403],
  ])("a socket with %s is refused", async (_case, headers, status) => {
    expect(await statusOf(dial({ ...right(), ...headers }))).toBe(status);
  });

  it("a socket without any origin, and one to another path", async () => {
    expect(await statusOf(dial({ cookie }))).toBe(403);
    for (const path of ["/", "/host/app.info", "/center/ops", "/host?x=1"])
      expect(await statusOf(dial(right(), path)), path).toBe(404);
  });

  it.each([
    ["no JSON", "{", 1007],
    ["no call", '{"id":1}', 1007],
    ["more than a call", '{"id":1,"call":"app.info","input":{},"more":1}', 1007],
    ["a key that poisons", '{"id":1,"call":"app.info","input":{"__proto__":{"a":1}}}', 1007],
    ["bytes", Buffer.from("{}"), 1003],
    ["beyond the limit (F69)", `"${"x".repeat(32 * 1024 * 1024)}"`, 1009],
  ])("a message that is %s ends the socket, and the desk goes on", async (_case, message, code) => {
    const socket = await opened();
    socket.send(message);
    expect((await once(socket, "close"))[0]).toBe(code);
    expect(await statusOf(dial(right()))).toBe(101);
  });

  it.each(["constructor", "__proto__", "app.quit"])("the call %s does not exist", async (call) => {
    const socket = await opened();
    socket.send(JSON.stringify({ id: 7, call, input: {} }));
    const [data] = (await once(socket, "message")) as [Buffer];
    expect(JSON.parse(String(data))).toEqual({ id: 7, answered: { kind: "unknown" } });
    socket.terminate();
  });
});

describe("the page's side of the socket", () => {
  const posted: string[] = [];
  const post = (call: string) => async () => {
    posted.push(call);
    return { ok: true, value: {} };
  };

  it("posts until the socket is open, and what is long always", async () => {
    const line = dial(right());
    const host = hostOver(overSocket(() => line as unknown as Line, post));
    posted.length = 0;
    await host["app.info"]({});
    expect(posted).toEqual(["app.info"]);
    await once(line, "open");
    expect(answered(await host["app.info"]({}))).toHaveProperty("version");
    expect(posted).toEqual(["app.info"]);
    await host["blob.put"]({ data: "A".repeat(300_000) });
    expect(posted).toEqual(["app.info", "blob.put"]);
    line.terminate();
  });

  it("answers that cross each other reach their own call", async () => {
    const line = await opened();
    const host = hostOver(overSocket(() => line as unknown as Line, post));
    const [info, list] = await Promise.all([host["app.info"]({}), host["center.status"]({})]);
    expect(answered(info)).toHaveProperty("version");
    expect(list).not.toEqual(info);
    line.terminate();
  });

  it("a call whose host ends rejects and is not sent again; the next one is posted", async () => {
    const line = await opened();
    const host = hostOver(overSocket(() => line as unknown as Line, post));
    posted.length = 0;
    const lost = host["app.info"]({});
    const failed = expect(lost).rejects.toThrow("the line broke");
    line.terminate();
    await failed;
    expect(posted).toEqual([]);
    await host["app.info"]({});
    expect(posted).toEqual(["app.info"]);
  });

  it("closing the shell ends its sockets at once", async () => {
    const socket = await opened();
    const gone = once(socket, "close");
    await serving.close();
    await gone;
    await serve();
  });
});
