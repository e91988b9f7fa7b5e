import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_PASSWORD } from "../../build/demo/staff.ts";
import { yearJournal } from "../../build/year/yearJournal.ts";
import type { Ground } from "../faults/desk/aDeskPage.ts";
import { openings } from "./dashboard.ts";

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

/** What opening a desk costs that holds a whole busy year, against one that holds the same county's first ten cases. */
export const benchYear = async ({ browserPath }: Ground): Promise<Readonly<Record<string, number>>> => {
  const [small, full] = [await folderOf(10), await folderOf(CASES)];
  const few = await openings(small.folder, browserPath, OPENER);
  const year = await openings(full.folder, browserPath, OPENER);
  for (const { folder } of [small, full]) rmSync(folder, { recursive: true, force: true });
  return {
    few_s: few.later,
    year_s: year.later,
    year_first_build_s: year.first,
    replayed_ops_per_s: full.ops / year.first,
    cases: CASES,
    ops: full.ops,
    ratio: year.later / few.later,
  };
};
