import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aFoundedDesk } from "../../contract/center/aBureau.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { aFolderElsewhere, aSafe, CONSOLE_PASSWORD, newestIn, type Safe } from "./aSafe.ts";
import { aVisit } from "./aVisit.ts";

const folders = [aFolder(), aFolder(), aFolder(), aFolderElsewhere()] as const;
const [home, here, alsoHere, elsewhere] = folders.map(({ path }) => path) as [string, string, string, string];
/** Where a disk would be mounted, were it connected: only its mount point is there, and that is on this disk. */
const unmounted = join(elsewhere, "usb", "center");
let safe: Safe;
let center: Running;
let desk: TestDesk;

const startWith = async (places: readonly string[]): Promise<void> => {
  await center?.stop();
  center = await safe.start(home, places);
  await desk?.moveTo(center.url);
};
const write = (text: string) => desk.push([desk.op(putsOf("aidFile", "file-0001", { caseFacts: text }))]);
const page = async (): Promise<string> => {
  const visit = aVisit(() => center.url);
  await visit.signIn(CONSOLE_PASSWORD);
  return (await visit.send("/console/backups")).text;
};

beforeAll(async () => {
  safe = await aSafe();
  await startWith([here, alsoHere]);
  desk = await aFoundedDesk(center);
});
afterAll(async () => {
  await safe?.end();
  for (const { remove } of folders) remove();
});

describe("sync design §3.10: stable is what two disks hold, not what two folders hold", () => {
  it("two places on one disk are written both and count as one; the console says which", async () => {
    await write("一");
    expect((await center.backUp()).map(({ file }) => file)).toEqual([newestIn(here), newestIn(alsoHere)]);
    expect((await desk.hello()).stable).toBe(0);
    const text = await page();
    expect(text).toContain(`与 ${here} 在同一个磁盘，两处只算一处`);
    expect(text).toContain("与本中心的数据在同一个磁盘");
    expect(text).toContain("接好的备份位置都在同一个磁盘上");
  });

  it("the folder of a disk that is not connected is refused by name, never made, and counts for nothing", async () => {
    mkdirSync(join(elsewhere, "usb"));
    await startWith([here, unmounted]);
    expect(await center.backUp()).toEqual([
      { place: here, file: newestIn(here), areChunksWhole: true },
      { place: unmounted, file: "", areChunksWhole: false },
    ]);
    expect(existsSync(unmounted)).toBe(false);
    expect(readdirSync(join(elsewhere, "usb"))).toEqual([]);
    expect((await desk.hello()).stable).toBe(0);
    const text = await page();
    expect(text).toMatch(new RegExp(`${unmounted}</td><td>尚未同步</td><td class="bad">没有这个文件夹`, "u"));
    expect(text).toContain("接好的备份位置都在同一个磁盘上");
  });

  it("connected, it is the second place", async () => {
    mkdirSync(unmounted);
    expect((await center.backUp()).map(({ file }) => file === "")).toEqual([false, false]);
    const { head, stable } = await desk.hello();
    expect(stable).toBe(head.seq);
    const text = await page();
    expect(text).not.toContain("没有这个文件夹");
    expect(text).not.toContain("只算一处");
  });
});
