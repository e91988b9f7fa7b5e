import { hash } from "node:crypto";
import { createPublicKey, randomBytes, randomUUID, verify } from "./nodeCrypto.ts";
import { now, pass } from "./now.ts";
import { Crashed, currentProcess, foreign, inProcess, type Process, port, thisProcess } from "./process.ts";

/* What a page and a host find without importing it: chance, hashes, locks, clocks. All of it is the world's. */

type Bytes = Uint8Array<ArrayBuffer>;
const subtle = {
  digest: async (_: string, bytes: Uint8Array): Promise<ArrayBuffer> => {
    foreign();
    return Uint8Array.from(hash("sha256", bytes, "buffer")).buffer;
  },
  importKey: async (format: string, raw: Bytes, algorithm: string) => {
    if (algorithm !== "Ed25519") return { format };
    return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
  },
  verify: async (
    _: string,
    key: Parameters<typeof verify>[2],
    signature: Bytes,
    message: Bytes,
  ): Promise<boolean> => verify(null, message, key, signature),
};
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Web locks of one program: they die with it. */
const locks = {
  request: async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    foreign();
    await port();
    const process = thisProcess();
    const before = process.locks.get(name);
    const mine = (before ?? Promise.resolve()).then(work);
    process.locks.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  },
};

type Armed = { readonly unref: () => Armed; readonly stop: () => void };
const realTimeout = globalThis.setTimeout;
const realInterval = globalThis.setInterval;
const realClear = globalThis.clearTimeout;

/** Runs what a program has put off, if the program still lives. */
const lateWork = (process: Process, run: () => void) => (): void => {
  if (process.isDead) return;
  try {
    inProcess(process, run);
  } catch (cause) {
    if (!(cause instanceof Crashed)) throw cause;
  }
};

const simulatedTimeout = (run: () => void, ms = 0): Armed => {
  const process = thisProcess();
  const timer = { due: now.steadyMs + ms, run: lateWork(process, run) };
  now.timers.push(timer);
  if (now.doPagesRest && process.name === "page")
    queueMicrotask(() => pass(Math.max(0, timer.due - now.steadyMs)));
  const armed: Armed = {
    unref: () => armed,
    stop: () => {
      now.timers = now.timers.filter((each) => each !== timer);
    },
  };
  return armed;
};

/** Rings again and again as long as the program lives; once where a long time passes at once. */
const simulatedInterval = (run: () => void, ms: number): Armed => {
  const process = thisProcess();
  let isStopped = false;
  const arm = (): void => {
    if (isStopped || process.isDead) return;
    now.timers.push({ due: now.steadyMs + ms, run: ring });
  };
  const ring = (): void => {
    arm();
    if (!isStopped) lateWork(process, run)();
  };
  arm();
  const armed: Armed = {
    unref: () => armed,
    stop: () => {
      isStopped = true;
    },
  };
  return armed;
};

const put = (name: string, value: unknown, on: object = globalThis): void =>
  void Object.defineProperty(on, name, { value, configurable: true, writable: true });

/** Puts the world's clocks, chance and locks where programs look for them. Once, before the product is loaded. */
export const installGlobals = (): void => {
  const getRandomValues = (into: Uint8Array): Uint8Array => {
    into.set(randomBytes(into.length));
    return into;
  };
  put("crypto", { subtle, getRandomValues, randomUUID });
  put("navigator", { onLine: true, locks });
  put("now", () => now.steadyMs, performance);
  put("now", () => now.trueMs, Date);
  put("random", () => now.chance.next(), Math);
  put("setTimeout", (run: () => void, ms?: number) =>
    currentProcess() === undefined ? realTimeout(run, ms) : simulatedTimeout(run, ms),
  );
  put("setInterval", (run: () => void, ms?: number) =>
    currentProcess() === undefined ? realInterval(run, ms) : simulatedInterval(run, ms ?? 0),
  );
  const stop = (timer: unknown): void => {
    const isOurs = typeof timer === "object" && timer !== null && "stop" in timer;
    if (isOurs) (timer as Armed).stop();
    else realClear(timer as Parameters<typeof realClear>[0]);
  };
  put("clearTimeout", stop);
  put("clearInterval", stop);
};
