import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
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
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { aDesk, sha256 } from "../../contract/center/aDesk.ts";

const folder = aDataFolder();
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

/** `npm run center -- --import FILE`, killed (kill -9) as soon as so many chunks lie there; true when it did not end before. */
const isKilledAt = async (count: number, file: string, bureau: string): Promise<boolean> => {
  const line = ["center/main.ts", "--data", folder.path, "--import", file, "--answer", `${file}.answer`];
  const env = { ...process.env, LAD_LOG: "silent", DATABASE_URL: embedded.url };
  const child = spawn(process.execPath, line, { cwd: ROOT, env, stdio: "ignore" });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  for (; child.exitCode === null && child.signalCode === null; await wait(5))
    if (stored(bureau) >= count) child.kill("SIGKILL");
  return (await ended)[1] === "SIGKILL";
};

it("F67, F31: a center killed while it takes the attachments of a file has the ops, and the same file goes on", async () => {
  const first = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  const desk = await aFoundedDesk(first);
  const probe = aDesk(first.url, "bureau-probe-0002");
  const { centerKey } = (await probe.enrol(await first.issueCode())).body as { centerKey: string };
  const start = (await desk.hello()).head.seq;
  await first.stop();
  const content = aPdf("long", (CHUNKS - 1) * CHUNK_BYTES + 100);
  const file = await carriedWith(desk, centerKey, { ops: [naming(desk, content)], files: [{ content }] });
  const path = join(folder.path, "up.ladb");
  writeFileSync(path, file);
  expect(await isKilledAt(3, path, desk.bureau)).toBe(true);
  const before = stored(desk.bureau);
  expect(before).toBeGreaterThanOrEqual(3);
  expect(before).toBeLessThan(CHUNKS);

  const again = await startCenter({ dataDir: folder.path, port: 0, databaseUrl: embedded.url });
  const taken = await again.importBundle(file);
  if (!taken.ok || taken.value.is !== "answered") throw new Error(JSON.stringify(taken));
  const { manifest } = await openedDown(desk, taken.value.answer);
  await again.stop();
  expect(taken.value.newCount).toBe(0);
  expect(manifest.states?.held).toEqual([{ id: sha256(content), isStable: false }]);
  expect(manifest.hello.head.seq).toBe(start + 1);
  expect(stored(desk.bureau)).toBe(CHUNKS);
}, 300_000);
