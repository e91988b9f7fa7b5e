import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Parameters or results of Chromium's debugging protocol, as far as the shim reads them. */
export type Values = { readonly [name: string]: never };
type Listener = (method: string, params: Values, sessionId: string) => void;
/** One line to a browser; sessions are told apart by their id. */
export type Cdp = {
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<Values>;
  /** Hears every event; the last to ask does. */
  readonly hear: (listener: Listener) => void;
};
type Message = {
  readonly id?: number;
  readonly result?: Values;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: Values;
  readonly sessionId?: string;
};

const open = async (address: string): Promise<Cdp> => {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  let heard: Listener = () => undefined;
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else heard(message.method ?? "", message.params ?? {}, message.sessionId ?? "");
  });
  await once(socket, "open");
  const send: Cdp["send"] = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result ?? {});
        else reject(new Error(`${method}: ${error.message}`));
      });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) }));
    });
  return {
    send,
    hear: (listener) => {
      heard = listener;
    },
  };
};

/** The line to start the browser with, from the test that starts us: program and switches. */
const BROWSER = JSON.parse(process.env.DESK_SHIM_BROWSER ?? "[]") as readonly string[];
const OURS = [
  "--window-size=1366,768",
  "--remote-debugging-port=0",
  "--remote-debugging-pipe",
  "--no-startup-window",
];

/** A browser of its own without a window; it ends with this process, because its second line, a pipe, ends then. */
export const startBrowser = async (
  userDataDir: string,
): Promise<{ readonly cdp: Cdp; readonly address: string; readonly child: ChildProcess }> => {
  const [path = "", ...switches] = BROWSER;
  const child = spawn(path, [...switches, ...OURS, `--user-data-dir=${userDataDir}`], {
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  if (child.stderr === null) throw new Error("no stderr");
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    child.stderr.resume();
    return { cdp: await open(address), address, child };
  }
  throw new Error("the browser ended before it listened");
};
