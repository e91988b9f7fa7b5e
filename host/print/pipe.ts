import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { assert } from "../../shared/kernel/assert.ts";

/** One browser, spoken to over two pipes that nobody else can open (no port, no token). */
export type Pipe = {
  /** Sends one command of the DevTools protocol; rejects when the browser refuses it or has gone. */
  readonly send: (method: string, params?: object, sessionId?: string) => Promise<unknown>;
  readonly isAlive: () => boolean;
  /** Ends the browser and resolves when it has gone. */
  readonly close: () => Promise<void>;
};

type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};
type Pending = { resolve: (result: unknown) => void; reject: (cause: Error) => void };

const ANSWER_MS = 60_000;

const listen = (output: Readable, pending: Map<number, Pending>): void => {
  let parts: Buffer[] = [];
  output.on("data", (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const message = JSON.parse(Buffer.concat([...parts, rest.subarray(0, end)]).toString("utf8")) as Answer;
      parts = [];
      rest = rest.subarray(end + 1);
      const waiting = message.id === undefined ? undefined : pending.get(message.id);
      if (message.error) waiting?.reject(new Error(`browser: ${message.error.message}`));
      else waiting?.resolve(message.result);
    }
    if (rest.length > 0) parts.push(rest);
  });
};

const ended = (child: ChildProcess): Promise<void> =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once("exit", () => resolve());
      });

/** The part that talks: numbers each command and finds the answer that belongs to it. */
const talk = (input: Writable, output: Readable) => {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  listen(output, pending);
  return {
    fail: () => {
      for (const { reject } of pending.values()) reject(new Error("the browser ended"));
    },
    send: (method: string, params: object, sessionId: string | undefined): Promise<unknown> =>
      new Promise((resolve, reject) => {
        lastId += 1;
        const id = lastId;
        const settle =
          <T>(end: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(timer);
            pending.delete(id);
            end(value);
          };
        const timer = setTimeout(
          () => pending.get(id)?.reject(new Error("the browser does not answer")),
          ANSWER_MS,
        );
        pending.set(id, { resolve: settle(resolve), reject: settle(reject) });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
  };
};

/** Starts a browser with `--remote-debugging-pipe` and the given arguments. */
export const openPipe = (browser: string, args: readonly string[]): Pipe => {
  const child = spawn(browser, ["--remote-debugging-pipe", ...args], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const input = child.stdio[3] as Writable;
  const { send, fail } = talk(input, child.stdio[4] as Readable);
  let isAlive = true;
  const end = () => {
    isAlive = false;
    fail();
  };
  child.once("error", end);
  child.once("exit", end);
  input.on("error", end);
  return {
    send: (method, params = {}, sessionId = undefined) => {
      assert(isAlive, "the browser has ended");
      return send(method, params, sessionId);
    },
    isAlive: () => isAlive,
    close: async () => {
      child.kill("SIGKILL");
      await ended(child);
    },
  };
};
