/**
 * `npm start`: the desk. In Electron where its program is present or can be fetched and really runs, else in this
 * machine's own browser. One line on stderr says which and why. Flags: --shell electron|browser, and those of the shell
 * (--data DIR, --port N, --no-open).
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { SCRIPTS } from "./runScript.mjs";

const ROOT = join(import.meta.dirname, "..");
const PAGE = "dist/desk/index.html";
const MAIN = "dist-electron/main.cjs";
/** A mirror that has not delivered by then will not; the desk starts in the browser meanwhile. */
const FETCH_MS = 90_000;
const PROBE_MS = 15_000;

/** @typedef {{ readonly shell: "electron" | "browser", readonly why: string, readonly path?: string }} Choice */

/** Where Electron's program lies, if it was fetched or is named. */
const electronPath = () => {
  const folder = join(ROOT, "node_modules/electron");
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const file = join(folder, "path.txt");
  const name = existsSync(file)
    ? readFileSync(file, "utf8").trim()
    : process.platform === "win32"
      ? "electron.exe"
      : "electron";
  const path = join(named ?? join(folder, "dist"), name);
  return existsSync(path) ? path : undefined;
};

/** When the last try was; a machine behind a silent firewall should not wait for it at every start. */
const TRIED = join(ROOT, ".cache/electronTried");
const RETRY_MS = 24 * 60 * 60_000;

/** Asks Electron's own installer once a day, bounded in time; it honours ELECTRON_MIRROR. */
const fetchElectron = () => {
  const triedMs = statSync(TRIED, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - triedMs < RETRY_MS && !process.env.ELECTRON_MIRROR) return;
  const installer = join(ROOT, "node_modules/electron/install.js");
  if (process.env.LAD_OFFLINE === "1" || !existsSync(installer)) return;
  process.stderr.write("Electron is not here; trying to fetch it once (LAD_OFFLINE=1 prevents that).\n");
  mkdirSync(dirname(TRIED), { recursive: true });
  writeFileSync(TRIED, "");
  spawnSync(process.execPath, [installer], { cwd: dirname(installer), timeout: FETCH_MS, stdio: "ignore" });
};

/** What `electron --version` says: it finds missing libraries and a C library that is too old. @param {string} path */
const trouble = (path) => {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const { status, stdout, stderr, error } = spawnSync(path, [...root, "--version"], {
    encoding: "utf8",
    timeout: PROBE_MS,
  });
  if (status === 0 && /^v\d+\./.test(stdout.trim())) return undefined;
  return error?.message ?? (stderr.trim().split("\n")[0] || `ended with ${status}`);
};

const hasDisplay = () =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Electron's program if it can open a window here; without one, the reason. @returns {{ path?: string, why: string }} */
export const findElectron = () => {
  const path = electronPath();
  if (path === undefined)
    return { why: "Electron is not here and could not be fetched (ELECTRON_MIRROR names a mirror)" };
  if (!hasDisplay()) return { why: "there is no display for a window" };
  const wrong = trouble(path);
  return wrong === undefined
    ? { path, why: "its program is present and answers" }
    : { why: `Electron does not run here: ${wrong}` };
};

/** @param {string | undefined} wish @returns {Choice} */
export const chooseShell = (wish) => {
  if (wish === "browser") return { shell: "browser", why: "asked for with --shell browser" };
  if (electronPath() === undefined) fetchElectron();
  const found = findElectron();
  return found.path === undefined ? { shell: "browser", ...found } : { shell: "electron", ...found };
};

/** @param {readonly string[]} argv */
const wishOf = (argv) => {
  const at = argv.indexOf("--shell");
  return at === -1 ? undefined : argv[at + 1];
};

/** What the built page and shell are made of. */
const SOURCES = ["shared", "renderer", "host", "electron", "package-lock.json"];

/** When something under `path` last changed, in milliseconds. @param {string} path @returns {number} */
const changedMs = (path) => {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
};

/** Whether both parts are built, and after the last change: an old page before a new center is understood by nobody. */
export const isBuilt = (root = ROOT) => {
  const built = [PAGE, MAIN].map((file) => join(root, file));
  if (!built.every((file) => existsSync(file))) return false;
  const changed = Math.max(...SOURCES.map((name) => changedMs(join(root, name))));
  return built.every((file) => statSync(file).mtimeMs >= changed);
};

/** Builds the page. Its words go to stderr: stdout carries the one line that automation waits for. */
const build = () => {
  process.stderr.write("The page is not built, or older than its source; building it now.\n");
  const PATH = `${join(ROOT, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`;
  const line = SCRIPTS.build ?? "";
  return (
    spawnSync(line, { cwd: ROOT, shell: true, stdio: ["ignore", 2, 2], env: { ...process.env, PATH } })
      .status === 0
  );
};

/** Builds what is missing or old; false where that fails. */
export const buildWhereOld = () => isBuilt() || build();

const main = () => {
  const args = process.argv.slice(2);
  const wish = wishOf(args);
  if (!buildWhereOld()) {
    process.stderr.write("The build failed; its last lines say why.\n");
    process.exitCode = 2;
    return;
  }
  const choice = chooseShell(wish);
  process.stderr.write(`shell: ${choice.shell}, because ${choice.why}\n`);
  if (wish === "electron" && choice.shell !== "electron") {
    process.exitCode = 3;
    return;
  }
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const [program, first] = choice.path
    ? [choice.path, [...root, join(ROOT, MAIN)]]
    : [process.execPath, [join(ROOT, "host/main.ts")]];
  const child = spawn(program, [...first, ...args], { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"]))
    process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
};

if (import.meta.main) main();
