import type { Host, HostCall } from "../../shared/host/contract.ts";
import type { Desk } from "../data/desk.ts";
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

/** A running worker, as the page holds it. */
export type Syncing = {
  /** Ends it, for instance when the desk is locked. Nothing is lost: what waits stays in the outbox. */
  readonly stop: () => void;
  /** Asks the center now instead of at the next tick: a person pressed the button or came back to the window. */
  readonly askNow: () => void;
};

/**
 * Starts syncing this desk in a worker, for as long as the page lives or until it is stopped. Where no
 * center is set it only waits, so it is always started. One window of an installation syncs; the others stand by.
 */
export const startSync = (desk: Desk, { onReport, onBug }: SyncListener): Syncing => {
  const worker = new Worker(new URL("./deskWorker.ts", import.meta.url), {
    type: "module",
    name: "desk-sync",
  });
  const send = (message: ToWorker): void => worker.postMessage(message);
  worker.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
    if (data.is === "report") onReport(data.report);
    else if (data.is === "bug") onBug(new Error(data.message));
    else answerTo(desk.host, data).then(send, onBug);
  });
  worker.addEventListener("error", ({ message }) => onBug(new Error(`sync worker: ${message}`)));
  send({ is: "begin", session: desk.session, databaseName: desk.db.name });
  return { stop: () => worker.terminate(), askNow: () => send({ is: "now" }) };
};
