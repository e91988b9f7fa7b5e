import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Embedded, startEmbedded } from "../../../center/db/embedded.ts";
import type { Running } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { aPdf } from "../../builders/scans.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { sha256, type TestDesk } from "../../contract/center/aDesk.ts";
import { fetchWhole, handOver, name, statesOf } from "../../contract/center/attachments.ts";
import { aFolderElsewhere, aSafe, CONSOLE_PASSWORD, newestIn, type Safe } from "./aSafe.ts";
import { aVisit } from "./aVisit.ts";
import { centerProcesses } from "./centerProcesses.ts";

const folders = [aFolder(), aFolder(), aFolderElsewhere()] as const;
const [home, here, elsewhere] = folders.map(({ path }) => path) as [string, string, string];
const [first, second] = [aPdf("first", 3 * CHUNK_BYTES - 900), aPdf("second", CHUNK_BYTES)] as const;
let safe: Safe;
let center: Running;
let desk: TestDesk;

const startWith = async (places: readonly string[]): Promise<void> => {
  await center?.stop();
  center = await safe.start(home, places);
  await desk?.moveTo(center.url);
  await center.backUp();
};
const chunksIn = (place: string): readonly string[] =>
  existsSync(join(place, "blobs"))
    ? readdirSync(join(place, "blobs"), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];
const writtenAt = (place: string): readonly number[] => chunksIn(place).map((path) => statSync(path).mtimeMs);
const spoil = (path: string): void => {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};
const areStable = async (): Promise<readonly boolean[]> =>
  (await statesOf(desk, [first, second])).held.map(({ isStable }) => isStable);
const page = async (): Promise<string> => {
  const visit = aVisit(() => center.url);
  await visit.signIn(CONSOLE_PASSWORD);
  return (await visit.send("/console/backups")).text;
};

beforeAll(async () => {
  safe = await aSafe();
  await startWith([here]);
  desk = await aFoundedDesk(center);
});
afterAll(async () => {
  await safe?.end();
  for (const { remove } of folders) remove();
});

describe("F34, F67: the chunks of attachments go with the books", () => {
  it("an attachment is stable when two places have all of it, and not before", async () => {
    await name(desk, first);
    await handOver(desk, first);
    expect(await center.backUp()).toMatchObject([{ areChunksWhole: true }]);
    expect(chunksIn(here)).toHaveLength(3);
    expect(await areStable()).toEqual([false]);
    await startWith([here, elsewhere]);
    expect(chunksIn(elsewhere)).toHaveLength(3);
    expect(await areStable()).toEqual([true]);
    expect(await page()).toContain("附件：中心收到 1 份，其中 1 份已在两处备份。");
  });

  it("only what is new is written, and what was lost in a place comes again", async () => {
    const before = writtenAt(elsewhere);
    await name(desk, second);
    await handOver(desk, second);
    expect(await areStable()).toEqual(expect.arrayContaining([true, false]));
    await center.backUp();
    expect(chunksIn(elsewhere)).toHaveLength(5);
    expect(writtenAt(elsewhere).filter((at) => before.includes(at))).toHaveLength(3);
    expect(await areStable()).toEqual([true, true]);
    rmSync(chunksIn(elsewhere)[0] ?? "");
    expect(chunksIn(elsewhere)).toHaveLength(4);
    await center.backUp();
    expect(chunksIn(elsewhere)).toHaveLength(5);
  });

  it("a chunk that the center itself has lost is said; the books of that backup are written all the same", async () => {
    const fresh = aFolderElsewhere();
    const [own = ""] = chunksIn(home);
    const kept = readFileSync(own);
    spoil(own);
    await startWith([here, fresh.path]);
    expect(await center.backUp()).toMatchObject([
      { areChunksWhole: true },
      { file: newestIn(fresh.path), areChunksWhole: false },
    ]);
    expect(chunksIn(fresh.path)).toHaveLength(4);
    writeFileSync(own, kept);
    await center.backUp();
    expect(chunksIn(fresh.path)).toHaveLength(5);
    await startWith([here, elsewhere]);
    fresh.remove();
  });
});

describe("F34, F38: restored, with attachments", () => {
  it("every byte comes back; a chunk that the backup lacks or has damaged is named, wanted again, and the rest is there", async () => {
    await center.backUp();
    const other = aFolder();
    const whole = await safe.restore(newestIn(here), other.path);
    expect(whole.attachments).toEqual({ restored: 5, incomplete: [] });
    other.remove();
    await center.stop();

    const [lost, damaged] = [chunksIn(elsewhere)[0] ?? "", chunksIn(elsewhere)[1] ?? ""];
    rmSync(lost);
    spoil(damaged);
    const fresh = aFolder();
    const restored = await safe.restore(newestIn(elsewhere), fresh.path);
    expect(restored.attachments.restored).toBe(3);
    const named = restored.attachments.incomplete;
    expect(named.flatMap(({ missing }) => missing)).toHaveLength(2);
    expect(new Set(named.map(({ bureau }) => bureau))).toEqual(new Set([desk.bureau]));
    expect(chunksIn(fresh.path)).toHaveLength(3);

    const next = await safe.start(fresh.path, []);
    await desk.moveTo(next.url);
    const { held, wanted } = await statesOf(desk, [first, second]);
    expect(wanted).toHaveLength(named.length);
    expect(held).toHaveLength(2 - named.length);
    for (const content of [first, second]) {
      const blob = await handOver(desk, content);
      expect(sha256(await fetchWhole(desk, blob))).toBe(sha256(content));
    }
    await next.stop();
    fresh.remove();
  });
});

describe("F34: the center is killed (kill -9) while it copies chunks", () => {
  const [own, place] = [aFolder(), aFolderElsewhere()] as const;
  const centers = centerProcesses();
  const COUNT = 80;
  let embedded: Embedded;
  afterAll(async () => {
    centers.killAll();
    await embedded?.stop();
    own.remove();
    place.remove();
  });

  it("no half chunk lies under a name, and the next backup brings what lacks", async () => {
    embedded = await startEmbedded(own.path, () => undefined);
    const line = ["--data", own.path];
    const quiet = await safe.start(own.path, [], embedded.url);
    const writer = await aFoundedDesk(quiet);
    const content = aPdf("long", COUNT * CHUNK_BYTES - 900);
    await name(writer, content);
    await handOver(writer, content);
    await quiet.stop();

    const env = {
      DATABASE_URL: embedded.url,
      LAD_BACKUP_PLACES: [place.path].join(delimiter),
      LAD_BACKUP_RECIPIENT: safe.recipient,
    };
    const victim = await centers.start(line, env);
    await expect.poll(() => chunksIn(place.path).length, { timeout: 60_000, interval: 1 }).toBeGreaterThan(2);
    await victim.kill();
    const whole = (): readonly string[] => chunksIn(place.path).filter((path) => !path.endsWith(".new"));
    expect(whole().length).toBeLessThan(COUNT);
    expect(
      new Set(
        whole()
          .slice(0, -1)
          .map((path) => statSync(path).size),
      ).size,
    ).toBeLessThanOrEqual(2);
    expect(newestIn(place.path)).toBe("");

    const again = await safe.start(own.path, [place.path], embedded.url);
    expect(await again.backUp()).toMatchObject([{ file: newestIn(place.path), areChunksWhole: true }]);
    expect(whole()).toHaveLength(COUNT);
    await again.stop();
    const fresh = aFolder();
    const { attachments } = await safe.restore(newestIn(place.path), fresh.path);
    expect(attachments).toEqual({ restored: COUNT, incomplete: [] });
    fresh.remove();
  });
});
