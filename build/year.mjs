/**
 * `npm run year -- --data DIR --cases 5000 --consultations 30000 --seed 1`: a desk with a whole invented year, made by the
 * product's own commands and written as a real journal. Afterwards `npm start -- --data DIR` opens it.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { versionIn } from "../host/version.ts";
import { DEMO_PASSWORD } from "./demo/staff.ts";
import { ROOT } from "./runScript.mjs";
import { YEAR_FROM, YEAR_TO } from "./year/workDays.ts";
import { yearJournal } from "./year/yearJournal.ts";

const { values: flags } = parseArgs({
  options: {
    data: { type: "string" },
    cases: { type: "string", default: "5000" },
    consultations: { type: "string", default: "30000" },
    seed: { type: "string", default: "1" },
  },
});
/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);

if (flags.data === undefined) {
  say("npm run year -- --data DIR [--cases 5000] [--consultations 30000] [--seed 1]");
  process.exit(2);
}
const plan = {
  cases: Number(flags.cases),
  consultations: Number(flags.consultations),
  seed: Number(flags.seed),
};
say(
  `${YEAR_FROM} to ${YEAR_TO}: ${plan.cases} cases, ${plan.consultations} consultations, seed ${plan.seed}`,
);
let begun = 0;
const { acts, desk, registers } = await yearJournal(plan, {
  folder: flags.data,
  version: versionIn(ROOT),
  onProgress: (done, all) => {
    if (done === 0) begun = performance.now();
    else if (done % 20_000 === 0) say(`  ${done} of ${all}`);
  },
});
const seconds = (performance.now() - begun) / 1000;
const journal = join(flags.data, "journal");
const bytes = readdirSync(journal)
  .filter((name) => name.endsWith(".seg"))
  .reduce((sum, name) => sum + statSync(join(journal, name)).size, 0);
say(
  `${acts.length} ops on ${desk.states().length} records in ${seconds.toFixed(1)} s: ${Math.round(acts.length / seconds)} ops/s, ${(bytes / 2 ** 20).toFixed(0)} MiB`,
);
say(`
所有数据均为虚构。All data is invented.
npm start -- --data ${flags.data}
登录 Sign in with any of these names; the password is always  ${DEMO_PASSWORD}
${registers.staff.map(({ login, name, roles }) => `  ${login.padEnd(6)} ${name}  ${roles.join(", ")}`).join("\n")}
`);
