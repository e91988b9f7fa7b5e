/**
 * Which browser shows the desk and runs the tests: an installed one, else Playwright's, else Debian's, else the one
 * from npm. Every place looked at says in one line what came of it, so that nobody wonders which browser this was.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import {
  BROWSER_NAMES,
  BROWSER_PLACES,
  BROWSER_WINDOWS_PLACES,
  SUGGESTION_PAGES,
} from "../host/serve/browserPlaces.ts";

/**
 * The oldest Chromium we promise: the first release that has all of ES2024, the only library our page is written
 * against (Promise.withResolvers came with 119). Government browsers of 2024 and later are built on 122 or newer.
 */
export const OLDEST_CHROMIUM = 120;

const PROBE_MS = 20_000;
/** A package mirror that has not answered by then will not. */
const INSTALL_MS = 5 * 60_000;

/** What to do when there is none, for the person at the terminal. */
export const NO_BROWSER =
  "没有找到可用的浏览器：请安装 Chromium、Chrome 或 Edge（例如 apt-get install -y chromium），或用 CHROME_PATH 指明其位置。 " +
  "No usable browser: install Chromium, Chrome or Edge (for example apt-get install -y chromium), or name one in CHROME_PATH.";

/** @typedef {{ readonly path: string, readonly version: string, readonly why: string, readonly headlessOnly: boolean }} Browser */
/** @typedef {{ readonly path: string | undefined, readonly why: string, readonly headlessOnly?: boolean }} Candidate */

/** @param {string} path */
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} name */
const onPath = (name) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);

const installed = () => {
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const windows = roots.flatMap((root) =>
    root ? BROWSER_WINDOWS_PLACES.map((place) => join(root, place)) : [],
  );
  return [...BROWSER_NAMES.map(onPath), ...BROWSER_PLACES, ...windows].filter(
    (path) => path !== undefined && existsSync(path),
  );
};

/** What a browser says of itself, or why it cannot run. Windows browsers print nothing, so there we believe the file. @param {string} path */
const probe = (path) => {
  if (process.platform === "win32") return { version: "unknown", trouble: undefined };
  const { stdout, stderr, error } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: PROBE_MS });
  const version = /\d+\.\d+\.\d+(\.\d+)?/.exec(stdout ?? "")?.[0];
  if (version === undefined)
    return { version: "", trouble: error?.message ?? (stderr.trim().split("\n")[0] || "no answer") };
  const old = Number.parseInt(version, 10) < OLDEST_CHROMIUM;
  return { version, trouble: old ? `${version} is older than ${OLDEST_CHROMIUM}` : undefined };
};

const fromPlaywright = async () => {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
};

/** Debian's own package with a Chinese font, where we are allowed to: letters without one print as empty boxes. */
const fromDebian = () => {
  if (process.getuid?.() !== 0 || onPath("apt-get") === undefined) return undefined;
  process.stderr.write("browser: none is installed, trying: apt-get install -y chromium fonts-noto-cjk\n");
  const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const line = "apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk";
  spawnSync(line, { shell: true, stdio: ["ignore", "ignore", "inherit"], timeout: INSTALL_MS, env: quiet });
  return onPath("chromium");
};

/**
 * The headless Chromium that lies packed in node_modules (x64 Linux only, no window, no Chinese font). It unpacks to
 * the temporary folder, which is set to one of our own: its usual one is a fixed name that anybody may have taken.
 */
const fromNpm = async () => {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(import.meta.dirname, "../.cache/chromium");
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const packed = await import("@sparticuz/chromium");
    const path = await packed.default.executablePath();
    if (probe(path).trouble !== undefined) {
      const libraries = join(import.meta.dirname, "../node_modules/@sparticuz/chromium/bin/al2023.tar.br");
      packed.setupLambdaEnvironment(join(await packed.inflate(libraries), "lib"));
    }
    return path;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

/** Where to look, in this order; each place is only asked when all before it had nothing. @returns {AsyncGenerator<Candidate>} */
async function* candidates(/** @type {boolean} */ mayInstall) {
  if (process.env.CHROME_PATH) yield { path: process.env.CHROME_PATH, why: "named in CHROME_PATH" };
  for (const path of installed()) yield { path, why: "installed on this machine" };
  yield { path: await fromPlaywright(), why: "Playwright's own" };
  if (mayInstall) yield { path: fromDebian(), why: "just installed from Debian" };
  yield { path: await fromNpm(), why: "the packed one from npm, without a window", headlessOnly: true };
}

/**
 * The browser to use, announced on stderr; undefined when there is none, with what to do about it on stderr.
 * `headed` asks for one that can open a window; `mayInstall` allows apt-get as root.
 * @param {{ readonly headed?: boolean, readonly mayInstall?: boolean }} [wish]
 * @returns {Promise<Browser | undefined>}
 */
export const findBrowser = async ({ headed = false, mayInstall = true } = {}) => {
  for await (const { path, why, headlessOnly = false } of candidates(mayInstall)) {
    if (path === undefined || (headed && headlessOnly)) continue;
    const { version, trouble } = probe(path);
    process.stderr.write(`browser: ${path}, ${why}: ${trouble ?? `${version}, used`}\n`);
    if (trouble === undefined) return { path, version, why, headlessOnly };
  }
  process.stderr.write(`${NO_BROWSER}\n`);
  return undefined;
};

/** What every start needs: no first-run pages, nothing fetched or synchronised behind the clerk's back. */
const QUIET_ARGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--lang=zh-CN",
];

/**
 * What this browser would do beside the page. Its suggestions cost more than most scenarios need for their own page; the
 * others are what Playwright switches off too, for of two lists on one command line only the last counts.
 */
const UNWANTED = [
  ...SUGGESTION_PAGES,
  ...["HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "OptimizationHints", "NetworkTimeServiceQuerying"],
  ...["MediaRouter", "LensOverlay", "PaintHolding", "PreconnectToSearch", "AimEnabled"],
  ...[
    "ThirdPartyStoragePartitioning",
    "DestroyProfileOnBrowserClose",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
  ],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin"],
];

/**
 * The command line of a browser. `userDataDir` is a folder of our own, never the person's profile.
 * As root Chromium refuses to start with its sandbox, so only there it is switched off.
 * @param {{ readonly userDataDir?: string, readonly headless?: boolean }} [options]
 * @returns {readonly string[]}
 */
export const launchArgs = ({ userDataDir, headless = true } = {}) => [
  ...QUIET_ARGS,
  `--disable-features=${UNWANTED.join(",")}`,
  ...(headless ? ["--headless=new", "--disable-gpu"] : []),
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ...(userDataDir === undefined ? [] : [`--user-data-dir=${userDataDir}`]),
];

if (import.meta.main) {
  const browser = await findBrowser();
  if (browser) process.stdout.write(`${JSON.stringify(browser)}\n`);
  process.exitCode = browser ? 0 : 1;
}
