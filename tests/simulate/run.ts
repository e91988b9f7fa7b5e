import type { Break } from "./breaks.ts";
import { type Outcome, play } from "./play.ts";
import { shrink } from "./shrink.ts";
import { type Trace, traceOf } from "./trace.ts";

/** How often a long run says how far it is. */
const SAY_EVERY = 1000;
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

type Sums = { ops: number; events: number; failed: number; readonly met: Record<string, number> };
const summed = (sums: Sums, trace: Trace, { ops, met }: Outcome): void => {
  sums.ops += ops;
  sums.events += trace.events.length;
  for (const [fate, count] of Object.entries(met)) sums.met[fate] = (sums.met[fate] ?? 0) + count;
};

/** What to run: a trace of each seed, with one deliberate break or none. */
export type Run = { readonly seeds: readonly number[]; readonly broken: Break | undefined };

/** Plays traces. 0 when all of them hold, or, with a break, when one of them catches it; otherwise 1. */
export const runTraces = async ({ seeds, broken }: Run): Promise<number> => {
  const begun = process.hrtime.bigint();
  const sums: Sums = { ops: 0, events: 0, failed: 0, met: {} };
  for (const [at, seed] of seeds.entries()) {
    if (sums.failed >= FAILURES_MAX) break;
    const trace = traceOf(seed);
    const outcome = await play(trace);
    summed(sums, trace, outcome);
    if (outcome.failures.length > 0 && broken !== undefined) {
      say(`${broken.rule} broken (${broken.what}): caught by seed ${seed}: ${outcome.failures[0]}`);
      return 0;
    }
    if (outcome.failures.length > 0) {
      sums.failed += 1;
      await report(seed, trace, outcome);
    }
    if ((at + 1) % SAY_EVERY === 0)
      say(`${at + 1} traces, ${sums.failed} failed, ${((at + 1) / seconds(begun)).toFixed(1)} a second`);
  }
  if (broken !== undefined)
    say(`${broken.rule} broken (${broken.what}): NOT caught in ${seeds.length} traces`);
  const cpu = process.cpuUsage();
  say(
    `simulate: ${seeds.length} traces from seed ${seeds[0]}, ${sums.failed} failed, ${sums.events} events, ${sums.ops} ops, ` +
      `${seconds(begun).toFixed(0)} s, ${((cpu.user + cpu.system) / 1000 / seeds.length).toFixed(0)} ms of processor each`,
  );
  say(
    `on the line: ${Object.entries(sums.met)
      .map(([fate, count]) => `${fate} ${count}`)
      .join(", ")}`,
  );
  return sums.failed > 0 || broken !== undefined ? 1 : 0;
};

/** Plays one trace as it was printed. */
export const replay = async (trace: Trace): Promise<number> => {
  const { failures } = await play(trace);
  say(failures.length === 0 ? "replay: holds" : `replay: fails\n  ${failures.join("\n  ")}`);
  return failures.length === 0 ? 0 : 1;
};
