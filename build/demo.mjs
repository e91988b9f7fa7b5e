/**
 * `npm run demo`: an embedded center and one desk with an invented county, then the app. Everything lies in one folder
 * outside the checkout; a second run opens the same county again. Flags: --data DIR, --port N, --center-port N, --no-open.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "./runScript.mjs";

const { values: flags } = parseArgs({
  options: {
    data: { type: "string", default: join(tmpdir(), `legal-aid-desk-demo-${userInfo().username}`) },
    port: { type: "string" },
    "center-port": { type: "string", default: "43180" },
    "no-open": { type: "boolean", default: false },
    shell: { type: "string" },
  },
});
/** @param {string} line */
const say = (line) => process.stderr.write(`${line}\n`);
const deskFolder = join(flags.data, "desk");
const finished = join(flags.data, "county-made");

const { FIRST_LOGIN } = await import("../center/console/accounts.ts");
const { startCenter } = await import("../center/startCenter.ts");
const { createHost } = await import("../host/machine.ts");
const { instantOfMs } = await import("../shared/kernel/instant.ts");
const { makeCounty } = await import("./demo/county.ts");
const { BUREAU_FACTS } = await import("./demo/registers.ts");
const { DEMO_PASSWORD, STAFF_ROWS } = await import("./demo/staff.ts");

/** The county is made by commands, which print nothing: a desk with letters opens its own printer later. */
const noPrinter = {
  pdf: () => Promise.reject(new Error("the demo prints nothing while it is made")),
  close: async () => undefined,
};

/** @param {{ readonly url: string, readonly issueCode: (bureau?: string, name?: string) => Promise<string> }} center */
const makeDesk = async (center) => {
  rmSync(deskFolder, { recursive: true, force: true });
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const opened = await createHost({ folder: deskFolder, version, shell: "browser", printer: noPrinter });
  if (!opened.ok) throw new Error(`the demo folder cannot be opened: ${opened.refusal.code}`);
  const { host, close } = opened.value;
  say("Making an invented county: 9 staff, 3 units, 7 lawyers, 3 organs, 30 cases …");
  await makeCounty(host, instantOfMs(Date.now()));
  const code = await center.issueCode(undefined, String(BUREAU_FACTS.name));
  const enrolled = await host["center.enrol"]({ url: center.url, code });
  if (!enrolled.ok) throw new Error(`the demo desk cannot be enrolled: ${enrolled.refusal.code}`);
  await close();
  writeFileSync(finished, "");
};

mkdirSync(flags.data, { recursive: true });
say(`Center: embedded PostgreSQL, data in ${join(flags.data, "center")}`);
const center = await startCenter({
  dataDir: join(flags.data, "center"),
  port: Number(flags["center-port"]),
  consolePassword: DEMO_PASSWORD,
});
if (!existsSync(finished)) await makeDesk(center);

const extra = [
  ...(flags.port ? ["--port", flags.port] : []),
  ...(flags["no-open"] ? ["--no-open"] : []),
  ...(flags.shell ? ["--shell", flags.shell] : []),
];
const app = spawn(process.execPath, [join(ROOT, "build/start.mjs"), "--data", deskFolder, ...extra], {
  stdio: ["ignore", "inherit", "inherit"],
});

say(`
演示数据均为虚构。All data is invented.
省级中心 Center   ${center.url}/console  (${FIRST_LOGIN})
登录 Sign in with any of these names; the password is always  ${DEMO_PASSWORD}
${STAFF_ROWS.map(({ login, name, roles }) => `  ${login.padEnd(6)} ${name}  ${roles.join(", ")}`).join("\n")}
Ctrl+C 结束 ends the demo.
`);

const stop = () => app.kill("SIGTERM");
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
app.once("exit", async (code) => {
  await center.stop();
  process.exitCode = code ?? 0;
});
