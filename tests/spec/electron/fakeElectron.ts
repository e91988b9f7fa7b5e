import { EventEmitter } from "node:events";

/*
 * Electron's edge as far as our main and preload touch it. Everything they hand over is kept in `seen`; anything else
 * they might call is missing here and fails the test.
 */

type Handler = (...input: never[]) => unknown;
type PageEvents = EventEmitter & {
  setWindowOpenHandler: (decide: Handler) => void;
  mainFrame: { url: string };
  reload: () => void;
};

const newSession = () => ({
  handlers: new Map<string, Handler>(),
  protocolHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  cancelled: [] as string[],
});

/** What the product asked of Electron. */
export const seen = {
  switches: new Map<string, string>(),
  sandboxes: 0,
  isReady: false,
  privileged: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windows: [] as BrowserWindow[],
  exits: [] as number[],
  quits: 0,
  paths: new Map<string, string>(),
  isFirst: true,
  ipc: new Map<string, (event: unknown, ...input: unknown[]) => Promise<unknown>>(),
  exposed: new Map<string, Record<string, (input: unknown) => Promise<unknown>>>(),
  session: newSession(),
};

class App extends EventEmitter {
  isPackaged = false;
  commandLine = {
    hasSwitch: (name: string) => seen.switches.has(name),
    getSwitchValue: (name: string) => seen.switches.get(name) ?? "",
  };
  enableSandbox() {
    if (seen.isReady) throw new Error("enableSandbox after ready");
    seen.sandboxes += 1;
  }
  setPath(name: string, path: string) {
    seen.paths.set(name, path);
  }
  requestSingleInstanceLock() {
    return seen.isFirst;
  }
  async whenReady() {
    seen.isReady = true;
  }
  exit(code: number) {
    seen.exits.push(code);
  }
  quit() {
    seen.quits += 1;
  }
}
export const app = new App();

const newContents = (): PageEvents => {
  const emitter = new EventEmitter() as PageEvents;
  emitter.setWindowOpenHandler = (decide) => void seen.session.handlers.set("windowOpen", decide);
  emitter.mainFrame = { url: "" };
  emitter.reload = () => emitter.emit("reloaded");
  return emitter;
};

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => seen.windows;
  readonly options: { readonly webPreferences: Record<string, unknown> };
  readonly webContents = newContents();
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    if (!seen.isReady) throw new Error("a window before ready");
    this.options = options;
    seen.windows.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url;
  }
  isMinimized = () => true;
  restored = 0;
  focused = 0;
  restore() {
    this.restored += 1;
  }
  focus() {
    this.focused += 1;
  }
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: typeof seen.privileged) => {
    if (seen.isReady) throw new Error("schemes after ready");
    seen.privileged.push(...schemes);
  },
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    void seen.session.protocolHandlers.set(scheme, handler),
};

const keep = (name: string) => (handler: Handler) => void seen.session.handlers.set(name, handler);
export const session = {
  defaultSession: {
    setPermissionRequestHandler: keep("request"),
    setPermissionCheckHandler: keep("check"),
    setDevicePermissionHandler: keep("device"),
    webRequest: {
      onBeforeRequest: (filter: { urls: string[] }, handler: Handler) => {
        seen.session.cancelled = filter.urls;
        seen.session.handlers.set("beforeRequest", handler);
      },
    },
  },
};

export const powerMonitor = new EventEmitter();
export const dialog = { showErrorBox: (_title: string, _text: string) => undefined };
export const ipcMain = {
  handle: (channel: string, handler: (event: unknown, ...input: unknown[]) => Promise<unknown>) => {
    if (seen.ipc.has(channel)) throw new Error("handled twice");
    seen.ipc.set(channel, handler);
  },
};

/** The page's side: what a structured clone would carry, from the top frame of our page. */
const frame = { url: "app://desk/" };
export const ipcRenderer = {
  invoke: async (channel: string, ...input: unknown[]) =>
    structuredClone(
      await seen.ipc.get(channel)?.(
        { sender: { mainFrame: frame }, senderFrame: frame },
        ...structuredClone(input),
      ),
    ),
};
export const contextBridge = {
  exposeInMainWorld: (name: string, value: Record<string, (input: unknown) => Promise<unknown>>) =>
    void seen.exposed.set(name, value),
};

/** The key store's edge: what it is, whether it answers, and whose bytes it knows. */
export const store = { backend: "gnome_libsecret", isAvailable: true, isStale: false, owner: "first" };
export const safeStorage = {
  getSelectedStorageBackend: () => store.backend,
  isAsyncEncryptionAvailable: async () => store.isAvailable,
  encryptStringAsync: async (text: string) => Buffer.from(`${store.owner}:${text}`),
  decryptStringAsync: async (bytes: Buffer) => {
    const [owner, result] = bytes.toString().split(":");
    if (owner !== store.owner) throw new Error("Error while decrypting the ciphertext");
    return { result, shouldReEncrypt: store.isStale };
  },
};
