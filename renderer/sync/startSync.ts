import type { Host, HostCall } from "../../shared/host/contract.ts";
import type { CarryAsk, CarryOutcome, Desk } from "../data/desk.ts";
import type { ToPage, ToWorker } from "./messages.ts";
import type { SyncReport } from "./syncReport.ts";

/** Whom syncing tells: the status bar after every step, and the log when something is broken. */
export type SyncListener = {
  readonly onReport: (report: SyncReport) => void;
  readonly onBug: (cause: Error) => void;
};

const answerTo = async (
  host: Host,
  { id, call, input }: Extract<ToPage, { is: "call" }>,
): Promise<ToWorker> => {
  try {
    const answer = await (host[call as HostCall] as (input: unknown) => Promise<unknown>)(input);
    return { is: "answer", id, answer };
  } catch (cause) {
    return { is: "broken", id, message: cause instanceof Error ? cause.message : "host" };
  }
};

/** Asks the worker about carried files and remembers who waits for the outcome. */
const carryOver = (send: (message: ToWorker) => void) => {
  const waiting = new Map<number, (outcome: CarryOutcome) => void>();
  let lastId = 0;
  return {
    ask: (ask: CarryAsk): Promise<CarryOutcome> =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        send({ is: "carry", id: lastId, ask });
      }),
    settle: (id: number, outcome: CarryOutcome): void => {
      waiting.get(id)?.(outcome);
      waiting.delete(id);
    },
  };
};

/**
 * Starts syncing this desk in a worker, for as long as the page lives or until the returned function is called. Where no
 * center is set it only waits, so it is always started. One window of an installation syncs; the others stand by.
 */
export const startSync = (desk: Desk, { onReport, onBug }: SyncListener): (() => void) => {
  const worker = new Worker(new URL("./deskWorker.ts", import.meta.url), {
    type: "module",
    name: "desk-sync",
  });
  const send = (message: ToWorker): void => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    if (data.is === "report") onReport(data.report);
    else if (data.is === "carried") carrying.settle(data.id, data.outcome);
    else if (data.is === "bug") onBug(new Error(data.message));
    else answerTo(desk.host, data).then(send, onBug);
  });
  worker.addEventListener("error", ({ message }) => onBug(new Error(`sync worker: ${message}`)));
  send({ is: "begin", session: desk.session, databaseName: desk.db.name });
  const askNow = (): void => send({ is: "now" });
  desk.sync.askNow = askNow;
  desk.sync.want = (hash) => send({ is: "want", hash });
  const carrying = carryOver(send);
  desk.sync.carry = carrying.ask;
  addEventListener("focus", askNow);
  return () => {
    removeEventListener("focus", askNow);
    worker.terminate();
  };
};
