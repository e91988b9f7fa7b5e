import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES, CHUNKS_MAX } from "../../../shared/api/blobApi.ts";
import { BUNDLE_MAX } from "../../../shared/sync/bundle.ts";
import { carriedWith, naming, openedDown } from "../../contract/bundles/carried.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { aDesk, sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { forgetPeak, memoryOf, peakMemoryOf } from "../memoryOf.ts";
import { aVisit } from "./aVisit.ts";
import { type CenterProcess, centerProcesses } from "./centerProcesses.ts";

const MIB = 1024 * 1024;
const PASSWORD = "correct horse 电池";
/** Attachments that fill a file: the largest that is taken, and what fits beside it. */
const SIZES = [CHUNK_BYTES * CHUNKS_MAX, 24 * CHUNK_BYTES];
const CHUNKS = CHUNKS_MAX + 24;
/** So many times the length of a file may be held while it is taken and answered as long. */
const TIMES = 4;
/** MiB that handing out an answer may cost: a few pieces of it, and rubbish. */
const ROOM = 40;

const folder = aDataFolder();
const centers = centerProcesses();
const asked = SIZES.map((bytes) => randomBytes(bytes));
let embedded: Embedded;
let center: CenterProcess;
let desk: TestDesk;
let key = "";
const filled = (contents: readonly Buffer[], wanted: readonly Buffer[]): Promise<Uint8Array> =>
  carriedWith(desk, key, {
    ops: contents.map((content) => naming(desk, content)),
    files: contents.map((content) => ({ content })),
    wanted: wanted.map((content) => ({ id: sha256(content) })),
  });
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  embedded = await startEmbedded(folder.path, () => undefined);
  const here = { dataDir: folder.path, databaseUrl: embedded.url };
  const before = await startCenter({ ...here, port: 0, consolePassword: PASSWORD });
  desk = await aFoundedDesk(before);
  const probe = aDesk(before.url, "bureau-probe-0004");
  key = ((await probe.enrol(await before.issueCode())).body as { centerKey: string }).centerKey;
  expect(await before.importBundle(await filled(asked, []))).toMatchObject({
    ok: true,
    value: { scanCount: 2 },
  });
  await before.stop();
  center = await centers.start(["--data", here.dataDir], { DATABASE_URL: here.databaseUrl });
});
afterAll(async () => {
  centers.killAll();
  await embedded?.stop();
  folder.remove();
});

/** How much more than at the beginning the center held at most during `work` (MiB). */
const growthBy = async (work: () => Promise<unknown>): Promise<number> => {
  const settled = memoryOf(center.pid);
  forgetPeak(center.pid);
  await work();
  return peakMemoryOf(center.pid) - settled;
};

it("F68, I31: a carried file near its limit, answered with as much: a center of its own process holds less than four times as much, and hands the answer out piece by piece", async () => {
  const visit = aVisit(() => center.url);
  await visit.signIn(PASSWORD);
  const file = await filled(
    SIZES.map((bytes) => randomBytes(bytes)),
    asked,
  );
  expect(file.length).toBeGreaterThan(0.95 * BUNDLE_MAX);
  let address = "";
  const taking = await growthBy(async () => {
    address = await visit.handIn(file);
  });
  let answer: Uint8Array = new Uint8Array();
  const giving = await growthBy(async () => {
    answer = await visit.bytesAt(address);
  });
  expect(answer.length).toBeGreaterThan(0.95 * BUNDLE_MAX);
  expect((await openedDown(desk, answer)).chunks).toHaveLength(CHUNKS);
  expect((taking * MIB) / file.length).toBeLessThan(TIMES);
  expect(giving).toBeLessThan(ROOM);
});
