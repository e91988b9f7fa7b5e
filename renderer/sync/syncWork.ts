import type { HostOutput } from "../../shared/host/contract.ts";
import { ASK_MS, type SyncFacts } from "../../shared/sync/plan.ts";
import type { Desk } from "../data/desk.ts";
import { isStoringOps } from "../data/laterOps.ts";
import { readMeta, writeMeta } from "../data/meta.ts";
import { settleOutcomes } from "../data/outcomes.ts";
import { reindexIfLawChanged } from "../data/reindex.ts";
import { settleEmptied } from "../data/settleEmptied.ts";
import { isUnshown, takeUnshown } from "../data/takeUnshown.ts";
import { unsentCount } from "../data/waiting.ts";
import { watchChanges } from "../data/watchChanges.ts";
import { bootstrap } from "./bootstrap.ts";
import type { Center } from "./centerClient.ts";
import { hello } from "./hello.ts";
import { fetchHistory } from "./history.ts";
import type { SyncAct, SyncWork } from "./loop.ts";
import { pull } from "./pull.ts";
import { push } from "./push.ts";
import { needsNumbers, refill } from "./refill.ts";
import { leftToOffer, rescue } from "./rescue.ts";
import { type SyncMind, type SyncTools, toolsOf } from "./syncMind.ts";
import type { SyncReport } from "./syncReport.ts";
import type { Weather } from "./weather.ts";

type Status = HostOutput<"center.status">;

/** What the loop works with, and whom it tells. */
export type SyncScene = {
  readonly desk: Desk;
  readonly center: Center;
  readonly mind: SyncMind;
  readonly report: (report: SyncReport) => void;
  /** Called with a bug; it is logged by the page under a report number. */
  readonly onBug: (bug: unknown) => void;
  readonly chance: () => number;
};

const NOT_ENROLLED: Status = {
  url: "",
  isEnrolled: false,
  centerKey: "",
  formerKeys: [],
  province: { key: "", url: "" },
  isCarried: false,
};

/** Where this desk stands with its center, as the host knows. */
export const statusOf = async ({ host }: Desk): Promise<Status> => {
  const status = await host["center.status"]({});
  return status.ok ? status.value : NOT_ENROLLED;
};

const factsOf = async ({ desk, mind }: SyncScene, isEnrolled: boolean): Promise<SyncFacts> => {
  const [meta, pendingCount] = await Promise.all([readMeta(desk.db), unsentCount(desk, mind.stuck)]);
  const { cursor, history, rescue: lost } = meta;
  const now = performance.now();
  const isQuiet = mind.isGreeted && cursor.seq >= mind.bookSeq && pendingCount === 0;
  return {
    // ops whose rows are not stored yet cannot be sent, and what comes back would not find them
    isEnrolled: isEnrolled && !isStoringOps(meta),
    isOnline: navigator.onLine,
    standing: mind.standing,
    needsUpgrade: mind.needsUpgrade,
    isGreeted: mind.isGreeted,
    isRecovering: mind.isRecovering,
    rescueCount: (await leftToOffer(desk, mind)).length,
    isBehind: cursor.seq < mind.bookSeq && !mind.isStaged,
    mayBootstrap: mind.mayBootstrap && cursor.seq === 0 && lost.length === 0,
    historyLeft: mind.historyDiffers ? 0 : history.to - history.seq,
    pendingCount,
    needsNumbers: isQuiet && isEnrolled && (await needsNumbers(desk)),
    failureCount: mind.failureCount,
    sinceFailureMs: now - mind.failedAt,
    chance: mind.chance,
    askedWaitMs: mind.askedWaitMs,
    sinceHelloMs: now - mind.helloAt,
    sinceAttemptMs: now - mind.attemptAt,
  };
};

/** Both sides have everything, as of this moment: what the status bar may call proven. */
const proveIfEven = async ({ desk, mind }: SyncScene): Promise<boolean> => {
  const left = await leftToOffer(desk, mind);
  const [{ cursor }, unsent] = await Promise.all([readMeta(desk.db), unsentCount(desk)]);
  const isCurrent = mind.isGreeted && !mind.isRecovering && cursor.seq >= mind.bookSeq && left.length === 0;
  if (isCurrent) {
    await settleOutcomes(desk);
    await settleEmptied(desk);
  }
  const isEven = isCurrent && unsent === 0 && !(await isUnshown(desk));
  if (isEven) await writeMeta(desk.db, { provenAt: desk.wallMs() });
  return isEven;
};

const phaseOfFailure = ({ isPortal, refusal }: Weather<void> & { ok: false }): SyncReport["phase"] => {
  if (isPortal) return "portal";
  return refusal.code === "center-unreachable" ? "offline" : "failing";
};

const fail = ({ mind, report, chance }: SyncScene, outcome: Weather<void> & { ok: false }): void => {
  Object.assign(mind, {
    failureCount: mind.failureCount + 1,
    failedAt: performance.now(),
    chance: chance(),
    askedWaitMs: outcome.waitMs,
    // whatever went wrong, the next round first asks again how things stand
    isGreeted: false,
  });
  if (outcome.refusal.code === "device-revoked") mind.standing = "revoked";
  if (outcome.refusal.code === "device-ended") mind.standing = "ended";
  report({
    phase: phaseOfFailure(outcome),
    trouble: outcome.refusal.code,
    loading: mind.loading,
  });
};

const phaseOf = ({ mind }: SyncScene, isEven: boolean): SyncReport["phase"] => {
  if (mind.standing !== "open") return mind.standing;
  if (mind.needsUpgrade) return "needs-upgrade";
  return isEven ? "idle" : "working";
};

/** A bug in a step is not weather, but the loop rests after it just the same. */
const BROKEN = { ok: false, refusal: { code: "busy" }, waitMs: ASK_MS, isPortal: false } as const;

const went = (scene: SyncScene, step: SyncAct, outcome: Weather<void> | { readonly bug: unknown }): void => {
  const isBug = "bug" in outcome;
  if (isBug) scene.onBug(outcome.bug);
  const weather = isBug ? BROKEN : outcome;
  if (!weather.ok) fail(scene, weather);
  else scene.mind.failureCount = 0;
  if (weather.ok && step === "hello") scene.mind.helloAt = performance.now();
};

type Acts = Readonly<Record<SyncAct, () => Promise<Weather<void>>>>;

const actsOf = ({ desk, center, mind }: SyncScene, tools: () => SyncTools): Acts => ({
  hello: async () => {
    await takeUnshown(desk);
    return hello(desk, center, tools());
  },
  bootstrap: () => bootstrap(desk, center, tools()),
  pull: async () => {
    const pulled = await pull(desk, center, tools());
    if (pulled.ok) await reindexIfLawChanged(desk);
    return pulled;
  },
  rescue: () => rescue(desk, center, { mind }),
  push: () => push(desk, center, tools()),
  numbers: () => refill(desk, center, { mind }),
  history: () => fetchHistory(desk, center, tools()),
});

/** The loop's work on a real desk. */
export const syncWorkOf = (scene: SyncScene): SyncWork => {
  const { desk, mind } = scene;
  let status: Status = NOT_ENROLLED;
  const acts = actsOf(scene, () => toolsOf(status, mind));
  return {
    facts: async () => {
      status = await statusOf(desk);
      const isReachable = status.isEnrolled && status.url !== "";
      const isByFile = status.isCarried || (status.isEnrolled && !isReachable);
      if (!isReachable) scene.report({ phase: isByFile ? "by-file" : "off", trouble: "" });
      return factsOf(scene, isReachable);
    },
    act: async (step) => {
      mind.attemptAt = performance.now();
      const outcome = await acts[step]();
      if (outcome.ok)
        scene.report({
          phase: phaseOf(scene, await proveIfEven(scene)),
          trouble: "",
          loading: mind.loading,
        });
      return outcome;
    },
    went: (step, outcome) => went(scene, step, outcome),
    wait: async (ms) => {
      mind.isResting = true;
      await untilNews(scene, ms);
      mind.isResting = false;
    },
  };
};

/** The event by which the page asks the loop not to wait. */
export const ASK_NOW = "ask-now";

/** Ends after `ms`, or at once when the desk's database changes, the network comes back, or a person asks. */
const untilNews = ({ desk, mind }: SyncScene, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      unwatch();
      removeEventListener("online", finish);
      removeEventListener(ASK_NOW, askNow);
      resolve();
    };
    const askNow = (): void => {
      Object.assign(mind, { failureCount: 0, isGreeted: false, attemptAt: Number.NEGATIVE_INFINITY });
      finish();
    };
    const timer = setTimeout(finish, ms);
    const unwatch = watchChanges(desk.db.name, finish);
    addEventListener("online", finish);
    addEventListener(ASK_NOW, askNow);
  });
