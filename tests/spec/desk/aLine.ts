import { oneTurn, type SyncAct, type SyncWork } from "../../../renderer/sync/loop.ts";
import { came, rough, type Weather } from "../../../renderer/sync/weather.ts";
import { nextSyncStep, type SyncFacts, type SyncStep } from "../../../shared/sync/plan.ts";

/** A made-up line to a made-up center: how long the desk's work is, and what the line does to each attempt. */
export type Script = {
  readonly pending: number;
  readonly behind: number;
  /** For each attempt in turn: fails, stops with a bug, or works. After the last one the line is good for ever. */
  readonly weather: readonly ("fails" | "bug" | "works")[];
  readonly chance: number;
  readonly isOnline: boolean;
};

/** Runs the real loop's turns over the script with a clock of its own, until all is delivered or the turns are used up. */
export const runLoop = async ({ pending, behind, weather, chance, isOnline }: Script, turns: number) => {
  const world = {
    now: 0,
    pending,
    behind,
    isGreeted: false,
    failures: 0,
    failedAt: 0,
    helloAt: -1e9,
    attemptAt: -1e9,
    attempts: 0,
  };
  const steps: SyncStep["do"][] = [];
  const facts = (): SyncFacts => ({
    isEnrolled: true,
    isOnline,
    standing: "open",
    needsUpgrade: false,
    isGreeted: world.isGreeted,
    isBehind: world.isGreeted && world.behind > 0,
    isRecovering: false,
    mayBootstrap: false,
    historyLeft: 0,
    rescueCount: 0,
    pendingCount: world.pending,
    needsNumbers: false,
    failureCount: world.failures,
    sinceFailureMs: world.now - world.failedAt,
    chance,
    askedWaitMs: 0,
    sinceHelloMs: world.now - world.helloAt,
    sinceAttemptMs: world.now - world.attemptAt,
  });
  const act = async (step: SyncAct): Promise<Weather<void>> => {
    world.attemptAt = world.now;
    const today = weather[world.attempts++] ?? "works";
    if (today === "bug") throw new Error("a bug");
    if (today === "fails") return rough({ code: "center-unreachable" });
    if (step === "hello") Object.assign(world, { isGreeted: true, helloAt: world.now });
    if (step === "pull") world.behind -= 1;
    if (step === "push") world.pending -= 1;
    return came(undefined);
  };
  const work: SyncWork = {
    facts: async () => facts(),
    act,
    went: (_, outcome) => {
      const failed = "bug" in outcome || !outcome.ok;
      Object.assign(
        world,
        failed ? { failures: world.failures + 1, failedAt: world.now, isGreeted: false } : { failures: 0 },
      );
    },
    wait: async (ms) => {
      world.now += ms;
    },
  };
  for (let turn = 0; turn < turns && world.pending + world.behind > 0; turn += 1)
    steps.push((await oneTurn(work)).do);
  return { ...world, steps, last: nextSyncStep(facts()) };
};
