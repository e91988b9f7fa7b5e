import type { HostCall } from "../../shared/host/contract.ts";
import { refuse } from "../../shared/kernel/result.ts";
import { type CarryAsk, type CarryOutcome, type Desk, quietSync } from "../data/desk.ts";
import { DeskDb } from "../data/deskDb.ts";
import { makeSeal } from "../data/seal.ts";
import { hostOver } from "../host.ts";
import { carry } from "./bundles.ts";
import { httpCenter } from "./centerClient.ts";
import { keepSyncing } from "./loop.ts";
import type { ToPage, ToWorker } from "./messages.ts";
import { ASK_SCANS, keepCarrying } from "./scanLoop.ts";
import { freshMind } from "./syncMind.ts";
import { ASK_NOW, syncWorkOf } from "./syncWork.ts";

/* The syncing worker of a page: its own thread, so that proving a page of a thousand ops never freezes a form. */

const tell = (message: ToPage): void => self.postMessage(message);

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void };
const waiting = new Map<number, Waiting>();
let lastId = 0;

const overPage =
  (call: HostCall) =>
  (input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      tell({ is: "call", id: lastId, call, input });
    });

const settle = (id: number, how: (each: Waiting) => void): void => {
  const found = waiting.get(id);
  waiting.delete(id);
  if (found !== undefined) how(found);
};

const bugText = (bug: unknown): string =>
  bug instanceof Error ? `${bug.name}: ${bug.stack ?? bug.message}` : typeof bug;

let carrier: ((ask: CarryAsk) => Promise<CarryOutcome>) | undefined;

/** A file is written or taken beside the loop; the write lock keeps the two apart. A bug is told like any other. */
const carryNow = async ({ id, ask }: Extract<ToWorker, { is: "carry" }>): Promise<void> => {
  try {
    tell({ is: "carried", id, outcome: (await carrier?.(ask)) ?? refuse("busy") });
  } catch (bug) {
    tell({ is: "carried", id, outcome: refuse("busy") });
    tell({ is: "bug", message: bugText(bug) });
  }
};

const begin = async ({ session, databaseName }: Extract<ToWorker, { is: "begin" }>): Promise<void> => {
  const onBug = (bug: unknown): void => tell({ is: "bug", message: bugText(bug) });
  const db = new DeskDb(databaseName);
  const stop = new AbortController();
  db.on("versionchange", () => {
    // the page builds this database anew under another name: this worker has nothing left to sync into
    stop.abort();
    db.close();
  });
  const desk: Desk = {
    db,
    session,
    host: hostOver(overPage),
    seal: await makeSeal(session.pageKey),
    wallMs: Date.now,
    health: { isBehind: false },
    sync: quietSync(),
    onTrouble: onBug,
  };
  const report = (latest: Extract<ToPage, { is: "report" }>["report"]): void =>
    tell({ is: "report", report: latest });
  const mind = freshMind();
  carrier = (ask) => carry(desk, ask, mind.wanted);
  const scene = { desk, center: httpCenter, mind, report, onBug, chance: Math.random };
  await Promise.all([
    keepSyncing(syncWorkOf(scene), session.installId, stop.signal),
    keepCarrying(scene, stop.signal),
  ]);
};

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === "begin") begin(data).catch((bug: unknown) => tell({ is: "bug", message: bugText(bug) }));
  else if (data.is === "carry") void carryNow(data);
  else if (data.is === "now") self.dispatchEvent(new Event(ASK_NOW));
  else if (data.is === "want") self.dispatchEvent(new CustomEvent(ASK_SCANS, { detail: data.hash }));
  else if (data.is === "answer") settle(data.id, ({ resolve }) => resolve(data.answer));
  else settle(data.id, ({ reject }) => reject(new Error(data.message)));
});
