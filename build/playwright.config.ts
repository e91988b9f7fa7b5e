import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { launchArgs } from "./browsers.mjs";

const ROOT = join(import.meta.dirname, "..");
const MINUTE = 60_000;

/** Set by build/e2e.mjs, which finds the browser; reading this file must not install anything. */
const browser = process.env.DESK_TEST_BROWSER ?? "";

/**
 * A scenario loads its page anew at every change of person, and none lives long enough to earn back what V8's optimizing
 * compilers spend on it in the background: without them a change of person takes a fifth less of the processors. The
 * language is the same.
 */
const SHORT_LIVED = "--js-flags=--no-opt --no-maglev";

/**
 * The clerk's screen: the common county monitor. One worker: center, desks and browser of one scenario fill two cores. Two
 * at once were tried three times, the last on 2026-12-01: each scenario took 1.7 times as long, and the whole as long as ever.
 */
export default defineConfig({
  testDir: join(ROOT, "tests/e2e"),
  testMatch: "**/*.spec.ts",
  outputDir: join(ROOT, ".cache/e2e"),
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 4 * MINUTE,
  expect: { timeout: 20_000 },
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: browser,
      args: [...launchArgs(), SHORT_LIVED],
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
