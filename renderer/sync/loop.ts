import { nextSyncStep, type SyncFacts, type SyncStep } from "../../shared/sync/plan.ts";
import type { Weather } from "./weather.ts";

/** One kind of step that is not waiting. */
export type SyncAct = Exclude<SyncStep["do"], "wait">;

/** Everything the loop needs of the world; the tests bring their own. */
export type SyncWork = {
  readonly facts: () => Promise<SyncFacts>;
  readonly act: (step: SyncAct) => Promise<Weather<void>>;
  /** What became of a step: weather, or the bug that stopped it. */
  readonly went: (step: SyncAct, outcome: Weather<void> | { readonly bug: unknown }) => void;
  /** Ends early when there is news: a new op on this desk, or the network came back. */
  readonly wait: (ms: number) => Promise<void>;
};

/** One turn: look at the facts, do one thing. Never throws for weather; a bug in a step is reported and backed off from. */
export const oneTurn = async (work: SyncWork): Promise<SyncStep> => {
  const step = nextSyncStep(await work.facts());
  if (step.do === "wait") {
    await work.wait(step.forMs);
    return step;
  }
  try {
    work.went(step.do, await work.act(step.do));
  } catch (bug) {
    work.went(step.do, { bug });
  }
  return step;
};

/**
 * Syncs until `stop` fires. The lock makes one window or worker of this installation the syncing one; another takes over
 * when it is gone (R13, R15: a timer asks again, no event is needed for progress).
 */
export const keepSyncing = async (work: SyncWork, installId: string, stop: AbortSignal): Promise<void> => {
  try {
    await navigator.locks.request(`sync.${installId}`, { signal: stop }, async () => {
      while (!stop.aborted) await oneTurn(work);
    });
  } catch (cause) {
    // the lock was still awaited when the page closed
    if (!(cause instanceof DOMException && cause.name === "AbortError")) throw cause;
  }
};
