/**
 * `npm run types [room…]`: the compiler, once per room, each with only that room's libraries.
 * Says how many of our own files each room has, so that an empty room is never mistaken for a correct one.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

export const TYPED_ROOMS = ["shared", "renderer", "host", "center", "electron", "tests"];
const ROOT = join(import.meta.dirname, "..");
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

/** How many TypeScript files lie under a room's folder. @param {string} room */
export const filesIn = (room) => {
  const folder = join(ROOT, room);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true }).filter((name) => /\.tsx?$/.test(String(name))).length;
};

/** Whether a room compiles; a room without any file is reported and counts as neither. @param {string} room */
const check = (room) => {
  const count = filesIn(room);
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
  const results = (asked.length > 0 ? asked : TYPED_ROOMS).map(check);
  const nothing = results.every(({ count }) => count === 0);
  if (nothing) process.stdout.write("types: no room has any file\n");
  process.exitCode = nothing || results.some(({ failed }) => failed) ? 1 : 0;
}
