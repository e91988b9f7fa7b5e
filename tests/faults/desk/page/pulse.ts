import type { Desk } from "../../../../renderer/data/desk.ts";
import { conflicts, disputeCounts } from "../../../../renderer/data/questions/disputes.ts";
import { dueFiles } from "../../../../renderer/data/questions/files.ts";
import { syncFigures } from "../../../../renderer/data/questions/outbox.ts";
import { watchChanges } from "../../../../renderer/data/watchChanges.ts";

/* Whether somebody could go on working at a page while it syncs. */

/** How long the page's thread was held at a stretch, in milliseconds. */
export type Pulse = {
  /** The longest single task, as the browser itself says; 0 when none lasted 50 ms. */
  readonly longestTaskMs: number;
  /** The longest time by which a beat came late, whatever held it up. */
  readonly latestBeatMs: number;
  readonly beats: number;
};

/** Watches a page's thread from now on; the function answers what was seen so far. Whole in itself: also sent into pages. */
export const watchPulse = (): (() => Pulse) => {
  const BEAT_MS = 10;
  let [longestTaskMs, latestBeatMs, beats, last] = [0, 0, 0, performance.now()];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ type: "longtask" });
  setInterval(() => {
    const now = performance.now();
    latestBeatMs = Math.max(latestBeatMs, now - last - BEAT_MS);
    last = now;
    beats += 1;
  }, BEAT_MS);
  return () => ({ longestTaskMs, latestBeatMs, beats });
};

/** The calls of the bench about the page's thread. */
export const pulses = (open: () => Desk) => {
  let read = (): Pulse => ({ longestTaskMs: 0, latestBeatMs: 0, beats: 0 });
  return {
    /** Watches the thread while the questions of dashboard and conflicts page are asked again at every change. */
    watchPulse: (): void => {
      const desk = open();
      const ask = (): void => {
        const questions = [conflicts(), disputeCounts(), dueFiles({ limit: 20 }), syncFigures()];
        void Promise.all(questions.map((question) => question(desk)));
      };
      watchChanges(desk.db.name, ask);
      read = watchPulse();
    },
    pulse: (): Pulse => read(),
  };
};
