import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { makeFolder } from "../files.ts";
import { findBrowser, QUIET_ARGS, sandboxArgs } from "./findBrowser.ts";

/** Whether there is a screen to open a window on. */
const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** The window that was opened, or why there is none. */
export type Opened = { readonly window: ChildProcess } | { readonly why: string };

/**
 * Opens the desk as an app window of the machine's browser, with a profile of its own inside the data folder: the page's
 * database lives there, and nobody's extensions do.
 */
export const openBrowser = (address: string, dataFolder: string): Opened => {
  if (!hasDisplay()) return { why: "no display" };
  const browser = findBrowser();
  if (browser === undefined) return { why: "no Chromium, Chrome or Edge found; name one in CHROME_PATH" };
  const profile = makeFolder(join(dataFolder, "browser"));
  const args = [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--window-size=1366,768",
    ...QUIET_ARGS,
    ...sandboxArgs(),
  ];
  return { window: spawn(browser, args, { stdio: "ignore" }) };
};
