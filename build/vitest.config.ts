import { join } from "node:path";
import { defineConfig } from "vitest/config";

const SECOND = 1000;
const ROOT = join(import.meta.dirname, "..");
const PURE = ["spec", "property", "locks", "house"].map((kind) => `tests/${kind}/**/*.test.{ts,tsx}`);

/**
 * Three suites, run one after another by build/test.mjs: two cores do not bear PostgreSQL, Chromium and
 * a parallel vitest at once. The pure one runs its files side by side, the others two at a time.
 */
export default defineConfig({
  root: ROOT,
  cacheDir: join(ROOT, ".cache/vite-tests"),
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      // what is pure leaves nothing behind for the next file: modules are read once, not 133 times
      { test: { name: "spec", root: ROOT, include: PURE, isolate: false, testTimeout: 30 * SECOND } },
      {
        test: {
          name: "contract",
          root: ROOT,
          include: ["tests/contract/**/*.test.ts"],
          globalSetup: ["tests/once/forCenters.ts"],
          maxWorkers: 2,
          testTimeout: 60 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
      {
        test: {
          name: "faults",
          root: ROOT,
          include: ["tests/faults/**/*.test.ts"],
          globalSetup: ["tests/once/forCenters.ts", "tests/once/forDesks.ts"],
          // half of their time is waiting for clocks, disks and kills
          maxWorkers: 2,
          testTimeout: 300 * SECOND,
          hookTimeout: 180 * SECOND,
        },
      },
    ],
  },
});
