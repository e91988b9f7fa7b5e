import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BENCH_PAGE } from "../faults/desk/aDeskPage.ts";
import { buildBenchPage } from "../faults/desk/buildBenchPage.ts";

const folder = mkdtempSync(join(tmpdir(), "lad-bench-"));

/** Before the suite whose desks are pages: the one that all of them open, bundled once. */
export const setup = async (): Promise<void> => {
  await buildBenchPage(folder, []);
  process.env[BENCH_PAGE] = folder;
};
export const teardown = (): void => rmSync(folder, { recursive: true, force: true });
