import { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { Cdp, Values } from "./cdp.ts";
import { tellTest } from "./only.ts";
import { Contents, listen, toReal } from "./page.ts";
import { isGranted, session, wishes } from "./session.ts";
import { PAGE_SIDE, preloadSide, WORLD } from "./worlds.ts";

/** What app and windows share. */
export const scene = { app: new EventEmitter(), cdp: undefined as Cdp | undefined };

/** Settings that no window of ours may have; Electron would obey, the shim refuses. */
// biome-ignore format: one list
const WEAK: Readonly<Record<string, boolean>> = { sandbox: false, contextIsolation: false, nodeIntegration: true, webSecurity: false, webviewTag: true };
// biome-ignore format: one list
const PERMISSIONS = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read", "idle-detection", "local-fonts"];
/** Electron's names of what Chromium calls otherwise. */
const ELECTRON_NAMES: Readonly<Record<string, string>> = { camera: "media", microphone: "media" };

type Preferences = {
  readonly [name: string]: unknown;
  readonly session?: object;
  readonly preload?: string;
  readonly javascript?: boolean;
};
type Info = { readonly targetId: string; readonly type: string; readonly openerId?: string };

const bySession = new Map<string, ReturnType<typeof listen>>();
const byTarget = new Map<string, BrowserWindow>();
/** Targets that stand still until we let them go, by their id. */
const attached = new EventEmitter();
const sessions = new Map<string, string>();

const cdpOf = (): Cdp => {
  if (scene.cdp === undefined) throw new Error("a window before ready");
  return scene.cdp;
};
const sessionOf = async (targetId: string): Promise<string> => {
  const known = sessions.get(targetId);
  return known ?? new Promise((resolve) => attached.once(targetId, resolve));
};

/** A new page, worker or window: ours waits for us, a popup for the product's word, the rest goes on. */
const onAttached = (cdp: Cdp, params: Values): void => {
  const { targetInfo, sessionId } = params as unknown as { targetInfo: Info; sessionId: string };
  const { targetId, type, openerId = "" } = targetInfo;
  sessions.set(targetId, sessionId);
  if (attached.emit(targetId, sessionId)) return;
  const opener = byTarget.get(openerId);
  if (type === "page" && opener?.webContents.decideWindow({ url: "" }).action === "deny") {
    tellTest("denied-window");
    void cdp.send("Target.closeTarget", { targetId });
    return;
  }
  if (opener !== undefined || type !== "page")
    void cdp.send("Runtime.runIfWaitingForDebugger", {}, sessionId);
};

/** Begins to hear the browser. */
export const hearBrowser = async (cdp: Cdp): Promise<void> => {
  scene.cdp = cdp;
  cdp.hear((method, params, sessionId) => {
    if (method === "Target.attachedToTarget") onAttached(cdp, params);
    else if (method === "Target.detachedFromTarget") byTarget.get(String(params.targetId))?.closed();
    else bySession.get(sessionId)?.[method]?.(params);
  });
  await cdp.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
};

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): BrowserWindow[] => [...windows];
  readonly webContents = new Contents();
  readonly preferences: Preferences;
  targetId = "";

  constructor({ webPreferences }: { readonly webPreferences: Preferences }) {
    super();
    cdpOf();
    const weak = Object.keys(WEAK).find((name) => webPreferences[name] === WEAK[name]);
    if (weak !== undefined) throw new Error(`not in the shim: a window with ${weak} ${String(WEAK[weak])}`);
    this.preferences = webPreferences;
    windows.add(this);
    scene.app.emit("web-contents-created", {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    if (this.targetId === "") await this.open(url);
    const shown = new Promise((resolve) => this.webContents.once("did-finish-load", resolve));
    this.webContents.expected = url;
    await this.webContents.send("Page.navigate", { url: toReal(url) });
    await shown;
  }

  /** A page of its own that stands still until the preload, the permissions and the listening are in place. */
  async open(url: string): Promise<void> {
    const [cdp, own] = [cdpOf(), this.preferences.session ?? session.defaultSession];
    const context = wishes(own).isOwn ? await cdp.send("Target.createBrowserContext") : {};
    const { targetId } = await cdp.send("Target.createTarget", {
      url: "about:blank",
      newWindow: true,
      ...context,
    });
    this.targetId = String(targetId);
    byTarget.set(this.targetId, this);
    const sessionId = await sessionOf(this.targetId);
    bySession.set(sessionId, listen(this.webContents, own));
    const send = (method: string, params: object = {}) => cdp.send(method, params, sessionId);
    this.webContents.line = send;
    const worlds = [send("Page.addScriptToEvaluateOnNewDocument", { source: PAGE_SIDE })];
    if (this.preferences.preload !== undefined) {
      const source = preloadSide(readFileSync(this.preferences.preload, "utf8"));
      worlds.push(send("Page.addScriptToEvaluateOnNewDocument", { source, worldName: WORLD }));
    }
    const { origin } = new URL(toReal(url));
    await Promise.all([
      send("Page.enable"),
      send("Runtime.addBinding", { name: "toMain", executionContextName: WORLD }),
      ...worlds,
      send("Runtime.enable"),
      send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
      send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      send("Emulation.setScriptExecutionDisabled", { value: this.preferences.javascript === false }),
      ...PERMISSIONS.map((name) =>
        cdp.send("Browser.setPermission", {
          permission: { name },
          setting: isGranted(wishes(own), ELECTRON_NAMES[name] ?? name) ? "granted" : "denied",
          origin,
          ...context,
        }),
      ),
      send("Runtime.runIfWaitingForDebugger"),
    ]);
  }

  closed(): void {
    if (!windows.delete(this)) return;
    byTarget.delete(this.targetId);
    if (windows.size === 0) scene.app.emit("window-all-closed");
  }

  destroy(): void {
    void cdpOf().send("Target.closeTarget", { targetId: this.targetId });
  }
  isMinimized = (): boolean => false;
  restore(): void {
    tellTest("restored");
  }
  focus(): void {
    tellTest("focused");
  }
}
const windows = new Set<BrowserWindow>();
