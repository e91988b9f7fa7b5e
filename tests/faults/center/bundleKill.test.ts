import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { carriedWith, naming, openedDown } from "../../contract/bundles/carried.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { aDesk, sha256 } from "../../contract/center/aDesk.ts";

const folder = aFolder();
const CHUNKS = 30;
let embedded: Embedded;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  embedded = await startEmbedded(folder.path, () => undefined);
});
afterAll(async () => {
  await embedded.stop();
  folder.remove();
});

const stored = (bureau: string): number => {
  try {
    return readdirSync(join(folder.path, "blobs", bureau), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.endsWith(".new"),
    ).length;
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ENOENT") return 0;
    throw cause;
  }
};

/** `npm run center -- --import FILE --answer FILE`, killed (kill -9) as soon as so many chunks lie there. */
const imports = async (names: readonly [string, string], bureau: string, killAt = Infinity) => {
  const line = ["center/main.ts", "--data", folder.path, "--import", names[0], "--answer", names[1]];
  const env = { ...process.env, LAD_LOG: "silent", DATABASE_URL: embedded.url };
  const child = spawn(process.execPath, line, { cwd: ROOT, env, stdio: "ignore" });
  const ended = once(child, "exit") as Promise<[number | null]>;
  for (; child.exitCode === null && child.signalCode === null; await wait(2))
    if (stored(bureau) >= killAt) child.kill("SIGKILL");
  return (await ended)[0];
};

it("F67, F31: a center killed while it takes the attachments of a file has the ops, and the same file goes on", async () => {
  const at = (name: string): string => join(folder.path, name);
  const center = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  const desk = await aFoundedDesk(center);
  const probe = aDesk(center.url, "bureau-probe-0002");
  const { centerKey } = (await probe.enrol(await center.issueCode())).body as { centerKey: string };
  const start = (await desk.hello()).head.seq;
  await center.stop();
  const content = aPdf("long", (CHUNKS - 1) * CHUNK_BYTES + 100);
  const file = await carriedWith(desk, centerKey, { ops: [naming(desk, content)], files: [{ content }] });
  writeFileSync(at("up.ladb"), file);

  expect(await imports([at("up.ladb"), at("none.ladb")], desk.bureau, 3)).toBe(null);
  const before = stored(desk.bureau);
  expect(before).toBeGreaterThanOrEqual(3);
  expect(before).toBeLessThan(CHUNKS);
  expect(await imports([at("up.ladb"), at("answer.ladb")], desk.bureau)).toBe(0);
  const { manifest } = await openedDown(desk, readFileSync(at("answer.ladb")));
  expect(manifest.states?.held).toEqual([{ id: sha256(content), isStable: false }]);
  expect(manifest.hello.head.seq).toBe(start + 1);
  expect(stored(desk.bureau)).toBe(CHUNKS);
}, 180_000);
