import type { ChildProcess } from "node:child_process";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "./cdp.ts";
import { only, tellTest } from "./only.ts";
import { channels } from "./page.ts";
import { session } from "./session.ts";
import { BrowserWindow, hearBrowser, scene } from "./window.ts";

/*
 * Electron as far as our main.cjs uses it, on a real Chromium over its debugging protocol (electron.md §2). Tests only.
 * Whatever is not here throws by its name: a new use of Electron in the product is a decision, not an accident.
 */

const paths = new Map<string, string>();
const dataPath = (name: string): string => {
  const folder = paths.get("userData") ?? "";
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
};
let browser: ChildProcess | undefined;
let isReady = false;

const beforeReady = (what: string): void => {
  if (isReady) throw new Error(`${what} after ready`);
};
const switchOf = (name: string): string | undefined =>
  process.argv.find((each) => each === `--${name}` || each.startsWith(`--${name}=`));

const end = async (code: number): Promise<void> => {
  if (browser !== undefined) {
    browser.removeAllListeners("exit");
    void scene.cdp?.send("Browser.close");
    await once(browser, "exit");
  }
  process.exit(code);
};

const launch = async (): Promise<void> => {
  const { cdp, child, address } = await startBrowser(dataPath("chromium"));
  browser = child;
  child.once("exit", () => process.exit(9));
  await hearBrowser(cdp);
  isReady = true;
  tellTest("listening", address);
};

const holderOf = (lock: string): number | undefined => {
  if (!existsSync(lock)) return undefined;
  const pid = Number(readFileSync(lock, "utf8"));
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    // the holder was killed: its lock is nobody's
    return undefined;
  }
};

class App extends EventEmitter {
  isPackaged = false;
  commandLine = only("app.commandLine", {
    hasSwitch: (name: string) => switchOf(name) !== undefined,
    getSwitchValue: (name: string) => switchOf(name)?.split("=")[1] ?? "",
  });
  private launched: Promise<void> | undefined;
  enableSandbox() {
    beforeReady("enableSandbox");
  }
  setPath(name: string, path: string) {
    paths.set(name, path);
  }
  whenReady() {
    this.launched ??= launch();
    return this.launched;
  }
  /** One holder per userData; a second start rings at the first by a signal. */
  requestSingleInstanceLock() {
    const lock = dataPath("shim.lock");
    const holder = holderOf(lock);
    if (holder !== undefined) {
      process.kill(holder, "SIGUSR2");
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.on("SIGUSR2", () => this.emit("second-instance"));
    return true;
  }
  exit(code: number) {
    void end(code);
  }
  quit() {
    const answer = { isPrevented: false };
    this.emit("before-quit", { preventDefault: () => void Object.assign(answer, { isPrevented: true }) });
    if (!answer.isPrevented) void end(0);
  }
}
const app = new App();
scene.app = app;

const powerMonitor = new EventEmitter();
/** The key store: none worth the name until the test says otherwise; its key lives as long as this process. */
const store = { backend: "basic_text", key: randomBytes(32) };
process.on("message", ([what, value]: readonly [string, string]) => {
  if (what === "power") powerMonitor.emit(value);
  if (what === "store") store.backend = value;
});
process.on("disconnect", () => void end(9));

const NONCE = Buffer.alloc(12);
const safeStorage = only("safeStorage", {
  getSelectedStorageBackend: () => store.backend,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => {
    const cipher = createCipheriv("aes-256-gcm", store.key, NONCE);
    return Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  },
  decryptStringAsync: async (bytes: Buffer) => {
    const decipher = createDecipheriv("aes-256-gcm", store.key, NONCE).setAuthTag(bytes.subarray(-16));
    const result = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
    return { result, shouldReEncrypt: false };
  },
});

const electron = only("electron", {
  app: only("app", app),
  BrowserWindow,
  session,
  protocol: only("protocol", {
    registerSchemesAsPrivileged: (
      schemes: readonly { scheme: string; privileges: { secure?: boolean } }[],
    ) => {
      beforeReady("registerSchemesAsPrivileged");
      if (schemes.some(({ scheme, privileges }) => scheme !== "app" || privileges.secure !== true))
        throw new Error("not in the shim: another scheme");
    },
    handle: session.defaultSession.protocol.handle,
  }),
  ipcMain: only("ipcMain", {
    handle: (channel: string, answer: (event: unknown, ...input: unknown[]) => Promise<unknown>) =>
      void channels.set(channel, answer),
  }),
  dialog: only("dialog", {
    showErrorBox: (title: string, text: string) => tellTest("error-box", `${title}: ${text}`),
  }),
  powerMonitor: only("powerMonitor", powerMonitor),
  safeStorage,
});

export { electron as "module.exports" };
