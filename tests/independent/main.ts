import { parseArgs } from "node:util";
import { breakNamed } from "../simulate/breakNamed.ts";
import { installGlobals } from "../simulate/machine/globals.ts";
import { installMachine } from "../simulate/machine/hooks.ts";
import { SCENARIOS } from "./scenarios.ts";

/*
 * `node tests/independent/main.ts [--title PART] [--break R7]`: plays the scenarios on the simulated machine, one line of JSON each. A
 * program of its own, because the machine takes the place of Node's before the product is loaded.
 */

const { values } = parseArgs({
  options: { title: { type: "string", default: "" }, break: { type: "string" } },
});

installGlobals();
installMachine(values.break === undefined ? [] : breakNamed(values.break).edits);
// only now: whatever is loaded from here on runs on the simulated machine
const { anOffice, drawFrom } = await import("./anOffice.ts");

const bugs: string[] = [];
process.on("unhandledRejection", (bug) => {
  const isDeath = bug instanceof Error && bug.message === "the program is dead";
  if (!isDeath) bugs.push(String(bug));
});

for (const [index, { title, play }] of SCENARIOS.entries()) {
  if (!title.includes(values.title)) continue;
  bugs.length = 0;
  let failure: string | undefined;
  try {
    const office = await anOffice(1000 + index);
    drawFrom(1000 + index);
    await play(office);
  } catch (cause) {
    failure = cause instanceof Error ? `${cause.message}\n${cause.stack ?? ""}` : String(cause);
  }
  failure ??= bugs[0];
  process.stdout.write(`${JSON.stringify({ title, ...(failure !== undefined && { failure }) })}\n`);
  // one story that notices a deliberate break is enough
  if (failure !== undefined && values.break !== undefined) break;
}
