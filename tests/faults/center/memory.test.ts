import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseFolder, runAs } from "../../../center/db/binaries.ts";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import { startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES, CHUNKS_MAX } from "../../../shared/api/blobApi.ts";
import { naming } from "../../contract/bundles/carried.ts";
import { aFoundedDesk, aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import type { TestDesk } from "../../contract/center/aDesk.ts";
import { get, handOver, statesOf } from "../../contract/center/attachments.ts";
import { familyOf } from "../familyOf.ts";
import { forgetPeak, ownMemoryOf, peakMemoryOf } from "../memoryOf.ts";
import { type CenterProcess, centerProcesses } from "./centerProcesses.ts";

const MIB = 1024 * 1024;
const BUREAUS = 2;
/** One of the largest in each bureau, and then as many again. */
const LARGEST = CHUNK_BYTES * CHUNKS_MAX;
const LARGE_ROUNDS = 1;
/** A few small ones in each bureau, one chunk each and named in one push, and then twice as many as these. */
const SMALL = CHUNK_BYTES;
const FEW = 50;
const SMALL_ROUNDS = 2;
/** MiB that rubbish collected late may cost the center on a busy machine. */
const ROOM = 32;
/** What passes is so many times what it may hold more. */
const TIMES = 3;

/** Three desks, because one may ask only so often: two that hand over, and one that fetches. */
type Bureau = { readonly first: TestDesk; readonly second: TestDesk; readonly reader: TestDesk };
const folder = aDataFolder();
const centers = centerProcesses();
let embedded: Embedded;
let center: CenterProcess;
let bureaus: readonly Bureau[] = [];
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  embedded = await startEmbedded(folder.path, () => undefined);
  const here = { dataDir: folder.path, databaseUrl: embedded.url };
  const before = await startCenter({ ...here, port: 0 });
  bureaus = await Promise.all(
    Array.from({ length: BUREAUS }, async () => {
      const first = await aFoundedDesk(before);
      const [second, reader] = [
        await aFurtherDesk(before, first.bureau, "二号工位"),
        await aFurtherDesk(before, first.bureau, "三号工位"),
      ];
      return { first, second, reader };
    }),
  );
  await before.stop();
  center = await centers.start(["--data", here.dataDir], { DATABASE_URL: here.databaseUrl });
  for (const desk of bureaus.flatMap(Object.values<TestDesk>)) await desk.moveTo(center.url);
});
afterAll(async () => {
  centers.killAll();
  await embedded?.stop();
  folder.remove();
});

const noise = randomBytes(LARGEST);
let last = 0;
/** A content that nobody has yet, each of its chunks another one. */
const aContent = (bytes: number): Buffer => {
  const content = Buffer.from(noise.subarray(0, bytes));
  last += 1;
  for (let at = 0; at < bytes; at += CHUNK_BYTES) content.writeUInt32BE(last, at);
  return content;
};

/** A desk names so many new ones in one push and hands them over one after the other; their names in addresses. */
const handsOver = async (desk: TestDesk, count: number, bytes: number): Promise<readonly string[]> => {
  const contents = Array.from({ length: count }, () => aContent(bytes));
  await desk.push(contents.map((content) => naming(desk, content)));
  const names: string[] = [];
  for (const content of contents) names.push(await handOver(desk, content));
  expect((await statesOf(desk, contents)).held).toHaveLength(count);
  return names;
};

/** A desk fetches an attachment chunk by chunk, and keeps nothing. */
const fetches = async (desk: TestDesk, name: string): Promise<void> => {
  const { chunks } = (await (await get(desk, name)).json()) as { readonly chunks: readonly string[] };
  expect(chunks).toHaveLength(CHUNKS_MAX);
  for (const index of chunks.keys())
    expect((await (await get(desk, `${name}/${index}`)).arrayBuffer()).byteLength).toBe(CHUNK_BYTES);
};

/** In every bureau at once. */
const inEach = <T>(work: (bureau: Bureau, at: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(bureaus.map(work));

/** What PostgreSQL's processes hold together. */
const databaseMemory = async (): Promise<number> => {
  const file = join(await databaseFolder(folder.path, runAs()), "postmaster.pid");
  const pids = familyOf(Number(readFileSync(file, "utf8").split("\n")[0]));
  return pids.reduce((sum, pid) => sum + ownMemoryOf(pid), 0);
};

/**
 * Once to warm up, once more, and then in rounds: of all that passes in them, how much more did the center hold at most
 * than at most that second time, and PostgreSQL at the end? What is held at one moment says only when rubbish was
 * collected last, and the very first time costs more than any other: beside either a leak could hide.
 */
const expectNothingKept = async (
  { rounds, mibEach }: { readonly rounds: number; readonly mibEach: number },
  work: (round: number) => Promise<unknown>,
): Promise<void> => {
  expect(rounds * BUREAUS * mibEach).toBeGreaterThan(TIMES * ROOM);
  await work(0);
  forgetPeak(center.pid);
  await work(1);
  const [first, database] = [peakMemoryOf(center.pid), await databaseMemory()];
  forgetPeak(center.pid);
  for (let round = 2; round < rounds + 2; round += 1) await work(round);
  const growth = {
    center: peakMemoryOf(center.pid) - first,
    database: (await databaseMemory()) - database,
  };
  expect(growth.center).toBeLessThan(ROOM);
  expect(growth.database).toBeLessThan(ROOM);
};

describe("the memory of a center in a process of its own, on real PostgreSQL, while attachments pass", () => {
  const large: (readonly string[])[] = [];

  it("F68, I31: handed over one after the other, each of the largest size: it holds no more than after the first", () =>
    expectNothingKept({ rounds: LARGE_ROUNDS, mibEach: LARGEST / MIB }, async () => {
      large.push((await inEach(({ first }) => handsOver(first, 1, LARGEST))).flat());
    }));

  it("F68, I31: fetched by another desk: it holds no more than after the first", () =>
    expectNothingKept({ rounds: LARGE_ROUNDS, mibEach: LARGEST / MIB }, (round) =>
      inEach(({ reader }, at) => fetches(reader, large[round]?.[at] ?? "")),
    ));

  it("F68, I31: hundreds of small ones: it holds no more than after the first few", () =>
    expectNothingKept({ rounds: SMALL_ROUNDS, mibEach: (FEW * SMALL) / MIB }, () =>
      inEach(({ second }) => handsOver(second, FEW, SMALL)),
    ));
});
