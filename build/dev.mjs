/** `npm run dev`: the page rebuilt on every change, one desk in the browser shell, and an embedded center beside it. */
import { spawn } from "node:child_process";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ROOT } from "./runScript.mjs";

const folder = join(tmpdir(), `legal-aid-desk-dev-${userInfo().username}`);
/** @param {readonly string[]} args */
const run = (...args) =>
  spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"] });

const children = [
  run(join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--watch", "--config", "build/vite.desk.ts"),
  run("--watch", "center/main.ts", "--data", join(folder, "center"), "--port", "43180"),
  run("--watch", "host/main.ts", "--data", join(folder, "desk"), "--no-open"),
];
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
for (const child of children) child.once("exit", stop);
