import { join } from "node:path";
import type { Route } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { aFolder } from "../../contract/center/aCenter.ts";
import { found } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { copyAll } from "./copyAll.ts";
import { employs, enrols, joins } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const WAIT = { timeout: 120_000, interval: 50 };
const PULLS = "**/center/v1/pull*";
/** Files in the backup, and in all: the rest is only in what the backup does not have. */
const [EARLY, FILES] = [6, 24] as const;
const FACTS = { origin: "APPLICATION", caseFacts: "三个月工资未付" };

const root = aFolder();
const [data, backup] = [join(root.path, "center"), join(root.path, "backup")];
let ground: Ground;
let center: Running;
let port = 0;
let first: DeskPage;
let second: DeskPage;

const start = async (): Promise<void> => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: data, port });
  port = Number(new URL(center.url).port);
};
const writes = async (from: number, to: number): Promise<void> => {
  for (let at = from; at < to; at += 1)
    await first.call("create", "aidFile", `file-${at}`, { ...FACTS, personName: `单于乐${at}` });
};
const phoneOf = async (desk: DeskPage, id: string) =>
  (await desk.call("card", "aidFile", id))?.view.facts.phone;

beforeAll(async () => {
  process.env.LAD_SNAPSHOT_FROM = "20";
  process.env.LAD_SNAPSHOT_CHUNK_BYTES = "4000";
  ground = await aGround();
  await start();
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await writes(0, EARLY);
  await enrols(first, center);
  // known to the center before the backup, so that the restored one knows it too; not synced yet
  await joins(second, { first, center });
  await employs(first, second);
  await first.call("askNow");
  await untilProven(first);
  await center.stop();
  copyAll(data, backup);
  await start();
  const since = Date.now();
  await writes(EARLY, FILES);
  await first.call("askNow");
  await untilProven(first, since);
});
afterAll(async () => {
  delete process.env.LAD_SNAPSHOT_FROM;
  delete process.env.LAD_SNAPSHOT_CHUNK_BYTES;
  await first?.end();
  await second?.end();
  await center?.stop();
  ground?.end();
  root.remove();
});

describe("the province restores a backup older than the snapshot a desk began with", () => {
  it("F38, I21, I36: with the ops below the snapshot still to come it starts over from the log: what it wrote is shown and delivered, what others wrote above is offered back, nothing bound before is believed", async () => {
    // everything behind the snapshot comes, nothing below it
    const behind = async (): Promise<number> => (await second.call("meta")).snapshot?.seq ?? 0;
    await second
      .page()
      .context()
      .route(PULLS, async (route: Route) => {
        const after = Number(new URL(route.request().url()).searchParams.get("after"));
        return after < (await behind()) ? route.abort() : route.continue();
      });
    await second.call("sync");
    await expect.poll(async () => (await second.call("lastReport"))?.loading?.stage, WAIT).toBe("ready");
    await second.call("reopen");
    await second.call("sync");
    expect((await first.call("record", "aidFile", "file-1", { phone: "13800001111" })).ok).toBe(true);
    await first.call("askNow");
    await expect
      .poll(async () => {
        await second.call("askNow");
        return phoneOf(second, "file-1");
      }, WAIT)
      .toBe("13800001111");
    const { history, cursor } = await second.call("meta");
    expect([history.seq, history.to]).toEqual([0, await behind()]);
    await second.call("happen", [{ do: "bind", which: 0, count: 0 }]);
    expect((await second.call("look")).known).toHaveLength(FILES);

    await first.call("stopSync");
    expect((await second.call("record", "aidFile", "file-2", { phone: "13800002222" })).ok).toBe(true);
    await center.stop();
    copyAll(backup, data);
    await start();
    await second.page().context().unroute(PULLS);
    await second.call("askNow");
    await expect.poll(async () => (await second.call("meta")).alarm, WAIT).toBe("book-changed");
    const over = await second.call("meta");
    expect(over.snapshot).toBeUndefined();
    expect(over.cursor.epoch).not.toBe(cursor.epoch);
    expect(over.rescue.length).toBeGreaterThan(0);
    expect(over.startedOver).toBeGreaterThanOrEqual(FILES);
    await expect.poll(async () => (await second.call("meta")).cursor.seq, WAIT).toBeGreaterThanOrEqual(EARLY);
    expect(await phoneOf(second, "file-2")).toBe("13800002222");
    // the first desk has not been heard: what only it and the lost book had is nowhere, and nothing remembers it
    const gone = await second.call("look");
    expect(gone.known.map(({ id }) => id)).not.toContain(`file-${FILES - 1}`);
    expect([gone.known, gone.bound]).toEqual([gone.oneByOne, gone.oneByOne]);

    await first.call("sync");
    await untilProven(first);
    await second.call("askNow");
    await untilProven(second);
    await first.call("askNow");
    const bureau = await first.call("bureauId");
    for (const desk of [first, second]) {
      const same = async () => (await desk.call("stateHash")) === (await center.stateHash(bureau));
      await expect.poll(same, WAIT).toBe(true);
      expect([await phoneOf(desk, "file-1"), await phoneOf(desk, "file-2")]).toEqual([
        "13800001111",
        "13800002222",
      ]);
      await expect.poll(() => desk.call("rescued"), WAIT).toEqual([]);
      expect(await desk.call("troubles")).toEqual([]);
    }
    const whole = await second.call("look");
    expect(whole.known).toHaveLength(FILES);
    expect([whole.known, whole.bound]).toEqual([whole.oneByOne, whole.oneByOne]);
  });
});
