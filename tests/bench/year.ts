import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../build/demo/staff.ts";
import { yearJournal } from "../../build/year/yearJournal.ts";
import type { Ground } from "../faults/desk/aDeskPage.ts";
import { openings } from "./dashboard.ts";
import { rawRecords, screenTimes } from "./yearScreens.ts";

const CASES = Number(process.env.LAD_BENCH_YEAR_CASES ?? 5000);
/** A county is asked six times as often as it opens a case. */
const QUESTIONS = 6;
const OPENER = { login: "sun", password: DEMO_PASSWORD };

const folderOf = async (cases: number): Promise<{ readonly folder: string; readonly ops: number }> => {
  const folder = mkdtempSync(join(tmpdir(), "lad-bench-year-"));
  const plan = { cases, consultations: cases * QUESTIONS, seed: 1 };
  const { acts } = await yearJournal(plan, { folder, version: "0.1.0" });
  return { folder, ops: acts.length };
};

/**
 * What a desk costs that holds a whole busy year: opening it, against one with the same county's first ten cases; building
 * it, against putting its records down raw; and every screen that a clerk may wait for.
 */
export const benchYear = async ({ browserPath }: Ground): Promise<Readonly<Record<string, number>>> => {
  const [small, full] = [await folderOf(10), await folderOf(CASES)];
  const few = await openings(small.folder, browserPath, OPENER);
  const inLast = async (page: Page) => ({
    screens: await screenTimes(page),
    raw: await page.evaluate(rawRecords),
  });
  const year = await openings(full.folder, browserPath, { ...OPENER, inLast });
  for (const { folder } of [small, full]) rmSync(folder, { recursive: true, force: true });
  return {
    few_s: few.later,
    year_s: year.later,
    year_first_build_s: year.first,
    year_settled_s: year.settled,
    replayed_ops_per_s: full.ops / year.first,
    raw_put_s: year.more?.raw.seconds ?? Number.NaN,
    first_build_ratio: year.first / (year.more?.raw.seconds ?? Number.NaN),
    ...year.more?.screens,
    load_average: loadavg()[0] ?? Number.NaN,
    records: year.more?.raw.count ?? 0,
    cases: CASES,
    ops: full.ops,
    ratio: year.later / few.later,
  };
};
