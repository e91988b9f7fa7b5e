import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { breakNamed, worldOfBreak } from "./breakNamed.ts";
import { installGlobals } from "./machine/globals.ts";
import { installMachine } from "./machine/hooks.ts";
import { spread } from "./spread.ts";
import { WORLDS, type WorldName } from "./worlds.ts";

/*
 * `npm run simulate -- [--world NAME] --traces N --seed S [--workers W] [--keep FILE]`, or one program alone with
 * `[--at S,S…] [--break R7] [--replay FILE]`: see docs/simulator.md.
 */

const { values } = parseArgs({
  options: {
    traces: { type: "string", default: "200" },
    world: { type: "string", default: "province" },
    seed: { type: "string", default: "1" },
    workers: { type: "string", default: String(availableParallelism()) },
    keep: { type: "string" },
    at: { type: "string" },
    break: { type: "string" },
    replay: { type: "string" },
    sums: { type: "boolean", default: false },
  },
});

const worldNamed = (name: string): WorldName => {
  if (!Object.hasOwn(WORLDS, name)) throw new Error(`no world ${name}: ${Object.keys(WORLDS).join(", ")}`);
  return name as WorldName;
};

/** Everything in this program, on the simulated machine. */
const here = async (): Promise<number> => {
  const broken = values.break === undefined ? undefined : breakNamed(values.break);
  installGlobals();
  installMachine(broken?.edits);
  // only now: whatever is loaded from here on runs on the simulated machine
  const { runTraces, replay } = await import("./run.ts");
  if (values.replay !== undefined) return replay(JSON.parse(readFileSync(values.replay, "utf8")));
  const world = values.break === undefined ? worldNamed(values.world) : worldOfBreak(values.break);
  const seeds =
    values.at?.split(",").map(Number) ??
    Array.from({ length: Number(values.traces) }, (_, at) => Number(values.seed) + at);
  return runTraces({ world, seeds, broken, tellsSums: values.sums });
};

const isSpread =
  !values.sums && values.at === undefined && values.break === undefined && values.replay === undefined;
process.exitCode = await (isSpread
  ? spread({
      world: worldNamed(values.world),
      traces: Number(values.traces),
      seed: Number(values.seed),
      workers: Number(values.workers),
      keep: values.keep,
    })
  : here());
