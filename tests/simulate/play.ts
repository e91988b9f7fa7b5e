import { evidenceOf } from "./checks/evidence.ts";
import { INVARIANTS } from "./checks/invariants.ts";
import { Crashed } from "./machine/process.ts";
import type { Trace } from "./trace.ts";
import { happen } from "./world/happen.ts";
import { heal } from "./world/heal.ts";
import { aWorld, type World } from "./world/world.ts";

/** What one trace came to: what did not hold, and how much happened in it. */
export type Outcome = {
  readonly failures: readonly string[];
  readonly ops: number;
  readonly rounds: number;
  readonly met: Readonly<Record<string, number>>;
};

const textOf = (bug: unknown): string =>
  bug instanceof Error ? `${bug.message} ${bug.stack?.split("\n")[1]?.trim() ?? ""}` : String(bug);

const judged = async (world: World): Promise<{ failures: string[]; ops: number }> => {
  const failures: string[] = [];
  let ops = 0;
  for (const bureau of world.bureaus) {
    const evidence = await evidenceOf(world, bureau);
    ops += evidence.book.length;
    if (evidence.desks.length < bureau.desks.length) failures.push("I35 liveness: a desk did not come up");
    for (const [name, check] of Object.entries(INVARIANTS))
      failures.push(...check(evidence).map((what) => `${name}: ${what}`));
    for (const { troubles, identity } of bureau.desks)
      failures.push(...troubles.map((bug) => `bug on ${identity.deskName}: ${textOf(bug)}`));
  }
  return { failures, ops };
};

/** Plays a trace from its first morning to the end, puts everything right, and says what does not hold. */
export const play = async ({ setting, events }: Trace): Promise<Outcome> => {
  const bugs: string[] = [];
  const onBug = (bug: unknown): void => {
    if (!(bug instanceof Crashed)) bugs.push(`bug nobody caught: ${textOf(bug)}`);
  };
  process.on("unhandledRejection", onBug);
  try {
    const world = await aWorld(setting);
    for (const event of events) await happen(world, event);
    const rounds = await heal(world);
    const { failures, ops } = await judged(world);
    if (rounds === undefined) failures.unshift("I35 liveness: the outbox did not drain");
    await new Promise((resolve) => setImmediate(resolve));
    return { failures: [...failures, ...bugs], ops, rounds: rounds ?? 0, met: world.network.met };
  } catch (bug) {
    return { failures: [`bug: ${textOf(bug)}`], ops: 0, rounds: 0, met: {} };
  } finally {
    process.off("unhandledRejection", onBug);
  }
};
