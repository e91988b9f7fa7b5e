import type { Break } from "./breaks.ts";
import { type Outcome, play } from "./play.ts";
import { shrink } from "./shrink.ts";
import { SUMS_LINE } from "./spread.ts";
import { added, NO_SUMS, reportOf } from "./sums.ts";
import type { Trace } from "./trace.ts";
import { traceOf, type WorldName } from "./worlds.ts";

/** A run of a sound product stops after so many different failures: the first ones say enough. */
const FAILURES_MAX = 5;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;

const short = ({ setting, events }: Trace): string =>
  [
    `  ${JSON.stringify(setting)}`,
    ...events.map(
      (event) =>
        `  ${event.do.padEnd(14)} desk ${event.desk}${event.doom ? `  dies: ${event.doom.how} after ${event.doom.ports}` : ""}`,
    ),
  ].join("\n");

const report = async (seed: number, trace: Trace, { failures }: Outcome): Promise<void> => {
  const kind = failures[0]?.split(":")[0] ?? "";
  const least = await shrink(trace, async (shorter) =>
    (await play(shorter)).failures.some((what) => what.startsWith(kind)),
  );
  const { failures: still } = await play(least);
  say(`seed ${seed} fails:\n  ${failures.slice(0, 4).join("\n  ")}`);
  say(
    `shortened from ${trace.events.length} to ${least.events.length} events:\n${short(least)}\n  ${still.slice(0, 3).join("\n  ")}`,
  );
  say(`replay: ${JSON.stringify(least)}`);
};

/** What to run: a trace of each seed, with one deliberate break or none. `tellsSums`: for a program that adds up. */
export type Run = {
  readonly world: WorldName;
  readonly seeds: readonly number[];
  readonly broken: Break | undefined;
  readonly tellsSums: boolean;
};

/** Plays traces. 0 when all of them hold, or, with a break, when one of them catches it; otherwise 1. */
export const runTraces = async ({ world, seeds, broken, tellsSums }: Run): Promise<number> => {
  const begun = process.hrtime.bigint();
  let sums = NO_SUMS;
  for (const seed of seeds) {
    if (sums.failed >= FAILURES_MAX) break;
    const trace = traceOf(seed, world);
    const outcome = await play(trace);
    const { ops, met, failures } = outcome;
    const failed = failures.length > 0 ? 1 : 0;
    sums = added(sums, { traces: 1, failed, events: trace.events.length, ops, cpuMs: 0, met });
    if (failed > 0 && broken !== undefined) {
      say(`${broken.rule} broken (${broken.what}): caught by seed ${seed}: ${failures[0]}`);
      return 0;
    }
    if (failed > 0) await report(seed, trace, outcome);
  }
  if (broken !== undefined)
    say(`${broken.rule} broken (${broken.what}): NOT caught in ${seeds.length} traces`);
  const cpu = process.cpuUsage();
  sums = { ...sums, cpuMs: (cpu.user + cpu.system) / 1000 };
  if (tellsSums) say(`${SUMS_LINE}${JSON.stringify(sums)}`);
  else say(reportOf(sums, { seed: seeds[0] ?? 0, seconds: seconds(begun) }));
  return sums.failed > 0 || broken !== undefined ? 1 : 0;
};

/** Plays one trace as it was printed. */
export const replay = async (trace: Trace): Promise<number> => {
  const { failures } = await play(trace);
  say(failures.length === 0 ? "replay: holds" : `replay: fails\n  ${failures.join("\n  ")}`);
  return failures.length === 0 ? 0 : 1;
};
