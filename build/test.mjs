/**
 * `npm test`: every kind of test there is, one suite after another, because two cores do not bear PostgreSQL, Chromium
 * and a parallel vitest at once. A red suite does not hide the next. The last line is the sum.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./browsers.mjs";
import { countsFrom, judged, playwrightCounts, summary, vitestCounts } from "./counts.mjs";
import { electronSmoke } from "./electronSmoke.mjs";
import { playwrightRed, redFrom, vitestRed } from "./redTests.mjs";
import { ROOT, runScript } from "./runScript.mjs";
import { CHECKS } from "./steps.mjs";

const REPORTS = join(ROOT, ".cache/reports");
const MINUTE = 60_000;
/** What a suite may take at most: half as much again as it needs on two cores, the short ones three times. */
const LIMIT_MS = {
  check: 4 * MINUTE,
  build: 4 * MINUTE,
  spec: 12 * MINUTE,
  contract: 8 * MINUTE,
  faults: 32 * MINUTE,
  e2e: 40 * MINUTE,
};
/** Some 50 minutes on two quiet cores. Where a machine is that much slower, the rest is cut, and counts as failed. */
const BUDGET_MS = 75 * MINUTE;
const startedMs = performance.now();
/** @param {keyof typeof LIMIT_MS} suite */
const limitOf = (suite) =>
  Math.max(MINUTE, Math.min(LIMIT_MS[suite], BUDGET_MS - (performance.now() - startedMs)));

/** A check or a build is one test: it passed or it did not. @param {string} name @param {"check" | "build"} kind */
const asOneTest = async (name, kind) => {
  const green = (await runScript(name, { limitMs: limitOf(kind) })) === 0;
  return { name, counts: { passed: green ? 1 : 0, failed: green ? 0 : 1, skipped: 0 }, red: [] };
};

/** @param {"spec" | "contract" | "faults"} project */
const vitestSuite = async (project) => {
  const report = join(REPORTS, `${project}.json`);
  const extra = `--project ${project} --reporter=default --reporter=json --outputFile.json=${JSON.stringify(report)}`;
  const exitCode = await runScript("vitest", { extra, limitMs: limitOf(project) });
  const counts = judged(countsFrom(report, vitestCounts), exitCode);
  return { name: project, counts, red: redFrom(report, vitestRed) };
};

const e2eSuite = async () => {
  const report = join(REPORTS, "e2e.json");
  const env = {
    DESK_IS_BUILT: "yes",
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  const exitCode = await runScript("e2e", { extra: "--reporter=list,json", env, limitMs: limitOf("e2e") });
  const counts = judged(countsFrom(report, playwrightCounts), exitCode);
  return { name: "e2e", counts, red: redFrom(report, playwrightRed) };
};

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// hosts, centers and simulators are started hundreds of times: what they compile is kept for the next one
process.env.NODE_COMPILE_CACHE ??= join(ROOT, ".cache/node");
// one browser for every suite: two workers that look for one at once would both try to install it
const browser = await findBrowser();
if (browser !== undefined) process.env.CHROME_PATH = browser.path;

const results = [];
for (const name of CHECKS) results.push(await asOneTest(name, "check"));
results.push(await asOneTest("build", "build"));
results.push(await vitestSuite("spec"));
results.push(await vitestSuite("contract"));
results.push(await vitestSuite("faults"));
results.push(await e2eSuite());
results.push({ name: "electron", counts: await electronSmoke(), red: [] });

process.stdout.write("\n");
for (const { name, red } of results)
  for (const what of red) process.stdout.write(`red in ${name}: ${what}\n`);
for (const { name, counts } of results) process.stdout.write(`${name.padEnd(9)} ${summary(counts)}\n`);
const total = results.reduce(
  (sum, { counts }) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: sum.skipped + counts.skipped,
  }),
  { passed: 0, failed: 0, skipped: 0 },
);
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${summary(total)}\n`);
