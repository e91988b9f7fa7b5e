/** `npm run e2e [files…]`: finds or installs the browser and builds the page first (unless `npm test` just has), then Playwright with whatever else was asked. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findBrowser } from "./browsers.mjs";
import { ROOT, runScript } from "./runScript.mjs";

const browser = await findBrowser();
if (browser === undefined) process.exit(1);
// once, and before anybody opens it: a later build takes its parts away
if (process.env.DESK_IS_BUILT === undefined && (await runScript("build")) !== 0) process.exit(1);

const playwright = join(ROOT, "node_modules/@playwright/test/cli.js");
const line = [playwright, "test", "--config", "build/playwright.config.ts", ...process.argv.slice(2)];
const env = { ...process.env, DESK_TEST_BROWSER: browser.path };
const { status } = spawnSync(process.execPath, line, { cwd: ROOT, stdio: "inherit", env });
process.exitCode = status ?? 1;
