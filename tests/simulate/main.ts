import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { breakNamed } from "./breaks.ts";
import { installGlobals } from "./machine/globals.ts";
import { installMachine } from "./machine/hooks.ts";

/* `npm run simulate -- --traces N --seed S [--at S,S…] [--break R7] [--replay file]`: see docs/simulator.md. */

const { values } = parseArgs({
  options: {
    traces: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    at: { type: "string" },
    break: { type: "string" },
    replay: { type: "string" },
  },
});
const broken = values.break === undefined ? undefined : breakNamed(values.break);
installGlobals();
installMachine(broken?.edits);
// only now: whatever is loaded from here on runs on the simulated machine
const { runTraces, replay } = await import("./run.ts");
const first = Number(values.seed);
const seeds =
  values.at?.split(",").map(Number) ?? Array.from({ length: Number(values.traces) }, (_, at) => first + at);
process.exitCode =
  values.replay === undefined
    ? await runTraces({ seeds, broken })
    : await replay(JSON.parse(readFileSync(values.replay, "utf8")));
