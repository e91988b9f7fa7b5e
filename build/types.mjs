/**
 * `npm run types [room…]`: the compiler, once per room, each with only that room's libraries.
 * Says how many of our own files each room has, so that an empty room is never mistaken for a correct one.
 */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

/** The folders that each tsconfig of build/tsconfig looks at. @type {Readonly<Record<string, string>>} */
export const TYPED_ROOMS = {
  shared: "shared",
  renderer: "renderer",
  host: "host",
  center: "center",
  electron: "electron",
  tests: "{tests,build}",
};
const ROOT = join(import.meta.dirname, "..");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

/** How many of our source files a room has. @param {string} room */
export const fileCount = (room) => globSync(`${TYPED_ROOMS[room]}/**/*.{ts,tsx,mjs}`, { cwd: ROOT }).length;

/** Whether a room compiles; a room without any file says so. @param {string} room */
const check = (room) => {
  const count = fileCount(room);
  if (count === 0) {
    process.stdout.write(`types ${room}: no files yet, not checked\n`);
    return { count, failed: false };
  }
  const { status } = spawnSync(process.execPath, [TSC, "-p", join(ROOT, `build/tsconfig/${room}.json`)], {
    stdio: "inherit",
  });
  process.stdout.write(`types ${room}: ${count} files, ${status === 0 ? "correct" : "errors"}\n`);
  return { count, failed: status !== 0 };
};

if (import.meta.main) {
  const asked = process.argv.slice(2);
  const results = (asked.length > 0 ? asked : Object.keys(TYPED_ROOMS)).map(check);
  const nothing = results.every(({ count }) => count === 0);
  if (nothing) process.stdout.write("types: no room has any file\n");
  process.exitCode = nothing || results.some(({ failed }) => failed) ? 1 : 0;
}
