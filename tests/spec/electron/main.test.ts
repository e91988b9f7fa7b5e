import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { hostCallNames } from "../../../shared/host/contract.ts";
import { newFolder, removeFolder } from "../../contract/host/machines.ts";
import { app, ipcRenderer, powerMonitor, seen } from "./fakeElectron.ts";

vi.mock("electron", () => import("./fakeElectron.ts"));

const folder = newFolder();
const settled = (until: () => boolean) => vi.waitFor(() => expect(until()).toBe(true), 10_000);
const handler = (name: string) => seen.session.handlers.get(name) as (...input: unknown[]) => unknown;
const ask = (path: string, init?: RequestInit) =>
  (seen.session.protocolHandlers.get("app") as (request: Request) => Promise<Response>)(
    new Request(path, init),
  );

beforeAll(async () => {
  seen.switches.set("data", folder);
  await import("../../../electron/main.ts");
  await import("../../../electron/preload.ts");
  await settled(() => seen.windows.length === 1);
});
afterAll(async () => {
  seen.quits = 0;
  app.emit("before-quit", { preventDefault: () => undefined });
  await settled(() => seen.quits > 0);
  removeFolder(folder);
});

describe("security list rows 1–3, 10, 20: how the desk starts under Electron", () => {
  it("sandboxes everything and declares one standard, secure scheme before ready", () => {
    expect(seen.sandboxes).toBe(1);
    expect(seen.privileged).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
    expect(seen.paths.get("userData")).toBe(join(folder, "electron"));
  });

  it("opens one window that is isolated, sandboxed and knows no Node", () => {
    const preferences = seen.windows[0]?.options.webPreferences ?? {};
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      devTools: true,
    });
    for (const name of [
      "allowRunningInsecureContent",
      "experimentalFeatures",
      "enableBlinkFeatures",
      "nodeIntegrationInWorker",
    ])
      expect(preferences).not.toHaveProperty(name);
    expect(seen.windows[0]?.webContents.mainFrame.url).toBe("app://desk/");
  });

  it("cancels every request that is not our scheme", () => {
    expect(seen.session.cancelled).toEqual([
      "http://*/*",
      "https://*/*",
      "ws://*/*",
      "wss://*/*",
      "ftp://*/*",
      "file://*/*",
    ]);
    const decide = vi.fn();
    handler("beforeRequest")({ url: "https://evil.example/" }, decide);
    expect(decide).toHaveBeenCalledWith({ cancel: true });
  });

  it("brings the first window to the front when the desk is started again", () => {
    app.emit("second-instance");
    expect([seen.windows[0]?.restored, seen.windows[0]?.focused]).toEqual([1, 1]);
  });
});

describe("security list rows 4–7: the page stays where it is", () => {
  it.each([
    "https://evil.example/",
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    "app://other/",
    "app://desk.evil.example/",
    "not an address",
  ])("does not go to %s, neither by navigation nor by redirect nor in a frame", (url) => {
    for (const event of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const preventDefault = vi.fn();
      seen.windows[0]?.webContents.emit(event, { url, preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
  });

  it("shows our own addresses, and our own letters in frames", () => {
    const preventDefault = vi.fn();
    seen.windows[0]?.webContents.emit("will-navigate", { url: "app://desk/cases", preventDefault });
    seen.windows[0]?.webContents.emit("will-frame-navigate", { url: "blob:app://desk/8f1c", preventDefault });
    expect(preventDefault).not.toHaveBeenCalled();
  });

  it("opens no window and attaches no guest", () => {
    expect(handler("windowOpen")({ url: "https://www.gov.cn/" })).toEqual({ action: "deny" });
    const preventDefault = vi.fn();
    seen.windows[0]?.webContents.emit("will-attach-webview", { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it.each([
    "media",
    "geolocation",
    "notifications",
    "midi",
    "pointerLock",
    "fullscreen",
    "openExternal",
    "serial",
    "hid",
    "usb",
    "clipboard-read",
    "display-capture",
  ])("denies %s when asked and when checked", (permission) => {
    const decide = vi.fn();
    handler("request")({}, permission, decide);
    expect(decide).toHaveBeenCalledWith(false);
    expect(handler("check")({}, permission)).toBe(false);
    expect(handler("device")({})).toBe(false);
  });

  it("allows the sanitized clipboard", () => {
    expect(handler("check")({}, "clipboard-sanitized-write")).toBe(true);
  });
});

describe("security list rows 11–13: one channel, our page, the contract's keys", () => {
  const invoke = seen.ipc;
  const ours = { url: "app://desk/" };

  it.each([
    ["a frame that is gone", { sender: { mainFrame: ours }, senderFrame: null }],
    ["a frame inside the page", { sender: { mainFrame: ours }, senderFrame: { url: "app://desk/" } }],
    [
      "another page",
      {
        sender: { mainFrame: { url: "https://evil.example/" } },
        senderFrame: { url: "https://evil.example/" },
      },
    ],
  ])("refuses %s", async (_case, event) => {
    await expect(invoke.get("host")?.(event, "app.info", {})).rejects.toThrow("forbidden");
  });

  it("refuses the top frame once it shows something else", async () => {
    const frame = { url: "data:text/html,x" };
    await expect(
      invoke.get("host")?.({ sender: { mainFrame: frame }, senderFrame: frame }, "app.info", {}),
    ).rejects.toThrow("forbidden");
  });

  it.each(["constructor", "__proto__", "toString", "app.quit", "", 7, null])(
    "refuses the call %s",
    async (call) => {
      await expect(ipcRenderer.invoke("host", call, {})).rejects.toThrow("unknown host call");
    },
  );

  it.each([[undefined], [null], [[]], ["x"], [{ after: 1e9 }], [{ after: 0, limit: 1, more: 1 }]])(
    "refuses the input %j",
    async (input) => {
      expect(await ipcRenderer.invoke("host", "journal.read", input)).toMatchObject({
        ok: false,
        refusal: { code: "malformed" },
      });
    },
  );

  it("exposes exactly the contract, frozen, and nothing of Electron", async () => {
    const exposed = seen.exposed.get("host") ?? {};
    expect([...seen.exposed.keys()]).toEqual(["host"]);
    expect(Object.keys(exposed).sort()).toEqual([...hostCallNames].sort());
    expect(Object.isFrozen(exposed)).toBe(true);
    expect(await exposed["app.info"]?.({})).toMatchObject({
      ok: true,
      value: { shell: "electron", isSetUp: false },
    });
  });
});

describe("security list rows 8, 9, 14: what app://desk answers", () => {
  it("serves the page with its policy, and nothing outside its folder", async () => {
    for (const path of [
      "..%2f..%2fpackage.json",
      "%2e%2e/%2e%2e/package.json",
      "..%5c..%5cpackage.json",
      "a%00.js",
      "assets/nothing.js",
    ])
      expect((await ask(`app://desk/${path}`)).status, path).toBe(404);
    expect((await ask("app://other/")).status).toBe(421);
    expect((await ask("app://desk/", { method: "POST", body: "x" })).status).toBe(405);
    const refused = await ask("app://desk/assets/nothing.js");
    expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
    expect(refused.headers.get("cache-control")).toBe("no-store");
  });

  it("hands /center/ to the forwarder, and letters only to who is signed in", async () => {
    const answered = await ask("app://desk/center/v1/hello", { method: "POST", body: "{}" });
    expect(answered.status).toBe(401);
    expect(await answered.json()).toEqual({ ok: false, refusal: { code: "signed-out" } });
    expect((await ask(`app://desk/pdf/${"0".repeat(64)}`)).status).toBe(404);
  });
});

describe("security list rows 19, 25: leaving and looking in", () => {
  it.each(["lock-screen", "suspend"])("locks and reloads the page on %s", async (event) => {
    const reloaded = vi.fn();
    seen.windows[0]?.webContents.once("reloaded", reloaded);
    powerMonitor.emit(event);
    await vi.waitFor(() => expect(reloaded).toHaveBeenCalledOnce());
  });

  it.each(["inspect", "remote-debugging-port"])(
    "the packed desk does not start with --%s, and has no developer tools",
    async (name) => {
      app.isPackaged = true;
      seen.switches.set(name, "1");
      vi.resetModules();
      await import("../../../electron/main.ts");
      expect(seen.exits).toContain(5);
      expect(seen.windows).toHaveLength(1);
      seen.switches.delete(name);
      app.isPackaged = false;
      const { openWindow } = await import("../../../electron/window.ts");
      expect(openWindow(true)).toMatchObject({ options: { webPreferences: { devTools: false } } });
      seen.windows.splice(1);
    },
  );

  it("a second desk quits before it touches anything", async () => {
    seen.isFirst = false;
    const quits = seen.quits;
    vi.resetModules();
    await import("../../../electron/main.ts");
    expect(seen.quits).toBe(quits + 1);
    expect(seen.sandboxes).toBe(1);
  });
});
