import { cpus } from "node:os";
import { buildWhereOld } from "../../build/start.mjs";
import { assert } from "../../shared/kernel/assert.ts";
import { aGround } from "../faults/desk/aDeskPage.ts";
import { benchBootstrap } from "./bootstrap.ts";
import { benchDashboard } from "./dashboard.ts";
import { benchFieldSave } from "./fieldSave.ts";
import { benchScans } from "./scans.ts";
import { shellProcess } from "./shellProcess.ts";
import { benchStatistics } from "./statistics.ts";
import { benchSync } from "./syncRate.ts";
import { benchTenDesks } from "./tenDesks.ts";
import { benchYear } from "./year.ts";

/* `npm run bench [-- field|dashboard|year|statistics|scans|sync|bootstrap|tenDesks … [--records N]]`: speed as ratios against raw limits of the same run. JSON on stdout, a table on stderr. */

const RECORDS = 100_000;
const argv = process.argv.slice(2);
const recordsAt = argv.indexOf("--records");
const records = recordsAt < 0 ? RECORDS : Number(argv[recordsAt + 1]);
const asked = recordsAt < 0 ? argv : argv.toSpliced(recordsAt, 2);

assert(buildWhereOld(), "the page that is to be measured cannot be built; the lines above say why");
const ground = { ...(await aGround()), shell: shellProcess };
// biome-ignore format: a table is read by columns
const BENCHES = {
  field:     { run: () => benchFieldSave(ground), says: "a field saved durably; ratio against fdatasync + strict IndexedDB, promised ≤ 3" },
  dashboard: { run: () => benchDashboard(ground), says: "sign-in to a usable dashboard with 10,000 cases; ratio against an empty desk, promised ≤ 3" },
  year:      { run: () => benchYear(ground), says: "sign-in to a usable dashboard on a busy county's whole year; ratio against the same county's first ten cases" },
  statistics: { run: benchStatistics, says: "annual tables of 5,000 cases and 30,000 consultations, promised < 2 s; ratio against a plain pass over their facts" },
  scans:     { run: () => benchScans(ground), says: "ten thousand enclosures kept at one desk and sent to the province: rate, memory; the list of one file after all, against after the first hundred" },
  sync:      { run: () => benchSync(ground), says: "10,000 ops pushed by one desk and pulled by another" },
  bootstrap: { run: () => benchBootstrap(ground, records), says: "a new desk filled by snapshot; ratio against putting the same rows into IndexedDB and nothing else, promised ≤ 2" },
  tenDesks:  { run: () => benchTenDesks(ground), says: "ten desks, three weeks offline, 2,200 ops each with 400 conflicts: all drained, each conflict once, one state hash" },
} as const;

const names = Object.keys(BENCHES).filter(
  (name) => asked.length === 0 || asked.includes(name),
) as (keyof typeof BENCHES)[];
const results: Record<string, Readonly<Record<string, number>>> = {};
for (const name of names) {
  process.stderr.write(`\n${name}: ${BENCHES[name].says}\n`);
  const figures = await BENCHES[name].run();
  results[name] = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Number(value.toPrecision(4))]),
  );
  for (const [key, value] of Object.entries(results[name]))
    process.stderr.write(`  ${key.padEnd(22)} ${value}\n`);
}
ground.end();
process.stdout.write(`${JSON.stringify({ cores: cpus().length, node: process.version, ...results })}\n`);
process.exit(0);
