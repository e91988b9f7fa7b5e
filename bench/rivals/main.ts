import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { shellProcess } from "../../tests/bench/shellProcess.ts";
import { aGround } from "../../tests/faults/desk/aDeskPage.ts";
import { type Client, type Contestant, rivalClient } from "./client.ts";
import { ours } from "./ours.ts";
import type { Edit } from "./page/engine.ts";
import { pouchServer } from "./pouchServer.ts";
import { caseRecords } from "./records.ts";
import { rxServer } from "./rxServer.ts";

/* `node main.ts [records]`: the same records through three engines, one after another, in one run. A table on stdout. */

const RECORDS = Number(process.argv[2] ?? 10_000);
const CHANGED = 100;
/** Records that two clients edit without knowing of each other: half of them in one field, half in two. */
const MET = 50;

type Figures = Readonly<Record<string, number>>;

const timed = async (client: Client, work: () => Promise<unknown>) => {
  const before = { ...client.traffic };
  const begun = performance.now();
  await work();
  const s = (performance.now() - begun) / 1000;
  const bytes = client.traffic.sent - before.sent + (client.traffic.received - before.received);
  return { s, kB: bytes / 1000 };
};

const editsOf = (client: "A" | "B", field: string, from: number): readonly Edit[] =>
  Array.from({ length: MET }, (_, at) => ({
    id: `case-${String(from + at).padStart(8, "0")}`,
    field,
    value: `${client}记${field}${from + at}号`,
  }));

/** How many of the edits nobody finds any more who reads the record as it is shown. */
const lostOf = async (client: Client, edits: readonly Edit[]): Promise<number> => {
  let lost = 0;
  for (const { id, value } of edits) if (!(await client.shown(id)).includes(value)) lost += 1;
  return lost;
};

const metOffline = async (a: Client, b: Client): Promise<Figures> => {
  const same = [editsOf("A", "residence", 0), editsOf("B", "residence", 0)] as const;
  const other = [editsOf("A", "phone", MET), editsOf("B", "employer", MET)] as const;
  await a.edit([...same[0], ...other[0]]);
  await b.edit([...same[1], ...other[1]]);
  for (const each of [a, b, a, b]) await each.sync();
  return {
    "lost of 100 edits, same field": await lostOf(a, same.flat()),
    "lost of 100 edits, different fields": await lostOf(a, other.flat()),
  };
};

const race = async ({ client }: Contestant): Promise<Figures> => {
  const records = caseRecords(RECORDS, 7);
  const a = await client();
  const filled = await timed(a, () => a.fill(records));
  const push = await timed(a, a.sync);
  const b = await client();
  const pull = await timed(b, b.sync);
  const counted = await b.count();
  if (counted < RECORDS) throw new Error(`${counted} of ${RECORDS} records arrived`);
  for (const each of [a, b]) await each.sync();
  await a.edit(
    records.slice(-CHANGED).map(({ id }, at) => ({ id, field: "request", value: `支付工资${at}元` })),
  );
  const there = await timed(a, a.sync);
  const here = await timed(b, b.sync);
  const met = await metOffline(a, b);
  await a.end();
  await b.end();
  return {
    "written locally, s": filled.s,
    "bulk push, s": push.s,
    "bulk push, kB": push.kB,
    "initial pull, s": pull.s,
    "initial pull, kB": pull.kB,
    "100 changed, pushed, s": there.s,
    "100 changed, pushed, kB": there.kB,
    "100 changed, pulled, s": here.s,
    "100 changed, pulled, kB": here.kB,
    ...met,
  };
};

const pageFolder = mkdtempSync(join(tmpdir(), "rivals-page-"));
await build({
  configFile: false,
  root: join(import.meta.dirname, "page"),
  logLevel: "error",
  // PouchDB asks for Node's name of the global object
  define: { global: "globalThis" },
  build: { outDir: pageFolder, emptyOutDir: true, target: "chrome120", modulePreload: { polyfill: false } },
});
const ground = { ...(await aGround()), shell: shellProcess };
const { browserPath } = ground;

const rival = async (
  name: "pouch" | "rx",
  { server, says }: { readonly server: typeof pouchServer; readonly says: string },
): Promise<Contestant> => {
  const { url, end } = await server(pageFolder);
  return { name: says, client: () => rivalClient(name, { url, browserPath }), end };
};
const CONTESTANTS = [
  () => ours(ground),
  () => rival("pouch", { server: pouchServer, says: "PouchDB" }),
  () => rival("rx", { server: rxServer, says: "RxDB" }),
] as const;

const table = new Map<string, Figures>();
const loads: number[] = [];
for (const enter of CONTESTANTS) {
  const contestant = await enter();
  table.set(contestant.name, await race(contestant));
  loads.push(loadavg()[0] ?? Number.NaN);
  await contestant.end();
  process.stderr.write(`${contestant.name}: ${JSON.stringify(table.get(contestant.name))}\n`);
}
ground.end();
rmSync(pageFolder, { recursive: true, force: true });

const [own, ...rivals] = [...table];
const round = (value: number): string => String(Number(value.toPrecision(3)));
const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
process.stdout.write(line(["", ...[...table.keys()], ...rivals.map(([name]) => `${name} / ours`)]));
process.stdout.write(line(Array.from({ length: 1 + table.size + rivals.length }, () => "---")));
for (const [key, mine = 0] of Object.entries(own?.[1] ?? {})) {
  const all = [...table.values()].map((figures) => round(figures[key] ?? Number.NaN));
  const ratios = rivals.map(([, figures]) =>
    key.startsWith("lost") ? "" : round((figures[key] ?? 0) / mine),
  );
  process.stdout.write(line([key, ...all, ...ratios]));
}
const load = loads.map(round).join(", ");
process.stdout.write(`\n${RECORDS} records, ${cpus().length} cores, Node ${process.version}, load ${load}\n`);
process.exit(0);
