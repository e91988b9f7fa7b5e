import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { CHUNK_BYTES } from "../../../shared/api/blobApi.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { aDataFolder } from "../../contract/center/aCenter.ts";
import { aCable, type Cable } from "../../e2e/fixtures/cable.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { enrols, joins } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const FILE = "file-0001";
const SLOW = { timeout: 180_000, interval: 250 } as const;
const LONG = { timeout: 90_000, interval: 100 } as const;
const QUICK = { timeout: 60_000, interval: 20 } as const;

const folder = aDataFolder();
let ground: Ground;
let center: Running;
let cable: Cable;
let first: DeskPage;
let second: DeskPage;
beforeAll(async () => {
  process.env.LAD_LOG ??= "silent";
  ground = await aGround();
  center = await startCenter({ dataDir: folder.path, port: 0 });
  cable = await aCable(center.url);
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await receive(first, FILE);
  await enrols(first, center, cable.url);
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await cable?.pull();
  await center?.stop();
  ground?.end();
  folder.remove();
});

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".new"))
    .map((entry) => join(entry.parentPath, entry.name));
/** Chunks the center has stored. */
const arrived = (): number => {
  try {
    return filesIn(join(folder.path, "blobs")).length;
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ENOENT") return 0;
    throw cause;
  }
};
const scanOf = async ({ call }: DeskPage, title: string) =>
  (await call("scans", FILE)).find((scan) => scan.title === title);
const isAtCenter = (title: string) => async () => (await scanOf(first, title))?.kept?.isAtCenter === true;

describe("scans between two desks and the province, all of it real", () => {
  it("F67, I30: a cable pulled in the middle of an upload costs nothing: it goes on with the chunks that are missing", async () => {
    const chunks = 24;
    const before = arrived();
    expect((await first.call("addScan", FILE, "长扫描.html", chunks * CHUNK_BYTES - 100)).ok).toBe(true);
    for (const cut of [2, 9]) {
      await expect.poll(arrived, QUICK).toBeGreaterThanOrEqual(before + cut);
      await cable.pull();
      expect(arrived()).toBeLessThan(before + chunks);
      expect((await scanOf(first, "长扫描"))?.kept?.isAtCenter).toBe(false);
      await cable.plugIn();
      await first.call("askNow");
    }
    await expect.poll(isAtCenter("长扫描"), LONG).toBe(true);
    expect(arrived()).toBe(before + chunks);
    expect(await first.call("troubles")).toEqual([]);
  });

  it("F68: thirty scans added without a line are asked about together and carried one after the other", async () => {
    const [state, many] = [`${ROUTES.blobs}/state`, 30];
    await cable.pull();
    const titles = Array.from({ length: many }, (_, at) => `第${at}件`);
    for (const title of titles)
      expect((await first.call("addScan", FILE, `${title}.pdf`, 5000)).ok).toBe(true);
    const before = first.answers(state);
    await cable.plugIn();
    await first.call("askNow");
    await expect
      .poll(async () => (await first.call("scans", FILE)).every(({ kept }) => kept?.isAtCenter), LONG)
      .toBe(true);
    const asked = first.answers(state) - before;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(many / 2);
  });

  it("R23, F68: while a scan of 16 MB travels, an op is booked long before it", async () => {
    const since = Date.now();
    expect((await first.call("addScan", FILE, "很长的卷.pdf", 16_000_000)).ok).toBe(true);
    await untilProven(first, since);
    const noted = Date.now();
    expect((await first.call("record", "aidFile", FILE, { residence: "人民路一号" })).ok).toBe(true);
    await untilProven(first, noted);
    expect(await isAtCenter("很长的卷")()).toBe(false);
    await expect.poll(isAtCenter("很长的卷"), SLOW).toBe(true);
  });

  it("another desk names the desk that has the file, fetches it by itself, and shows the same bytes", async () => {
    await joins(second, { first, center });
    await second.call("sync");
    await untilProven(second);
    const scan = await scanOf(second, "长扫描");
    expect(scan).toMatchObject({ desk: "一号工位", format: "PDF" });
    await expect.poll(async () => (await scanOf(second, "长扫描"))?.kept !== undefined, LONG).toBe(true);
    const hash = scan?.hash ?? "";
    expect(await second.call("lookAtScan", FILE, hash)).toEqual({ ok: true, value: hash });
  });

  it("F67: a chunk that was damaged on this computer is found when somebody looks, and fetched again alone", async () => {
    // any chunk may be hit below: nothing may still be on its way
    await expect
      .poll(async () => (await second.call("scans", FILE)).every(({ kept }) => kept !== undefined), SLOW)
      .toBe(true);
    const { hash = "", kept } = (await scanOf(second, "长扫描")) ?? {};
    const chunk =
      filesIn(join(second.folder, "blobs")).find((path) => statSync(path).size > CHUNK_BYTES) ?? "";
    const bytes = readFileSync(chunk);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(chunk, bytes);
    const damaged: { readonly hash: string }[] = [];
    for (const scan of await second.call("scans", FILE))
      if (scan.kept !== undefined && !(await second.call("lookAtScan", FILE, scan.hash)).ok)
        damaged.push(scan);
    expect(kept).toBeDefined();
    expect(damaged).toHaveLength(1);
    await second.call("wantScan", damaged[0]?.hash ?? "");
    await expect
      .poll(async () => (await second.call("lookAtScan", FILE, damaged[0]?.hash ?? "")).ok, LONG)
      .toBe(true);
    expect(hash).not.toBe("");
  });
});
