import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules/.bin");
/** Our own tools and our own Node first, as npm itself would put them. */
const PATH = `${BIN}${delimiter}${process.env.PATH ?? ""}`;

/** Every npm script by name. @type {Readonly<Record<string, string>>} */
export const SCRIPTS = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;

/**
 * Runs one npm script without npm: the same line, the same PATH, output streamed. Resolves to its exit code.
 * After `limitMs` the whole group is killed and the answer is 124: a hung suite must not hang the run.
 * @param {string} name @param {{ extra?: string, env?: Record<string, string>, limitMs?: number }} [options]
 * @returns {Promise<number>}
 */
export const runScript = (name, { extra = "", env = {}, limitMs = 45 * 60_000 } = {}) =>
  new Promise((resolve, reject) => {
    const line = SCRIPTS[name];
    if (line === undefined) throw new Error(`package.json has no script "${name}"`);
    process.stdout.write(`\n── ${name} ──\n`);
    const child = spawn(`${line} ${extra}`, {
      cwd: ROOT,
      shell: true,
      detached: process.platform !== "win32",
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env, PATH },
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.stdout.write(
        `\n${name}: not finished after ${Math.round(limitMs / 60_000)} minutes, stopped\n`,
      );
      if (child.pid) process.platform === "win32" ? child.kill() : process.kill(-child.pid, "SIGKILL");
    }, limitMs);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(late ? 124 : (code ?? 1));
    });
  });
