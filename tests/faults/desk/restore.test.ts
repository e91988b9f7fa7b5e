import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEmbedded } from "../../../center/db/embedded.ts";
import { type Running, startCenter } from "../../../center/startCenter.ts";
import { found, PASSWORD, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { copyAll } from "./copyAll.ts";
import { enrols, joinsAndIsKnown } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const root = mkdtempSync(join(tmpdir(), "lad-restore-"));
const data = join(root, "center");
const backup = join(root, "backup");
const WITHDRAWN = { withdrawalReason: "已自行和解" };
const REFERRED = { referredTo: "昆明市法律援助中心" };
let ground: Ground;
let center: Running;
let port = 0;
let first: DeskPage;
let second: DeskPage;

/** How far the center's clock is ahead of ours. */
let aheadMs = 0;

const start = async (): Promise<void> => {
  process.env.LAD_LOG ??= "silent";
  center = await startCenter({ dataDir: data, port, now: () => Date.now() + aheadMs });
  port = Number(new URL(center.url).port);
};

beforeAll(async () => {
  // PostgreSQL's own user must be able to pass through
  chmodSync(root, 0o711);
  ground = await aGround();
  await start();
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await receive(first, "file-0001");
  await enrols(first, center);
  await joinsAndIsKnown(second, { first, center });
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await center?.stop();
  ground?.end();
  rmSync(root, { recursive: true, force: true });
});

const sameBook = async ({ call }: DeskPage): Promise<void> => {
  const bureau = await first.call("bureauId");
  const isSame = async (): Promise<boolean> => (await call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(isSame, { timeout: 60_000, interval: 250 }).toBe(true);
};

describe("F38: the province restores last night's backup", () => {
  it("what the center lost is taken back on every desk, offered again, and nothing that was saved is gone (I21)", async () => {
    await center.stop();
    copyAll(data, backup);
    await start();
    const since = Date.now();
    expect((await first.call("record", "aidFile", "file-0001", { residence: "人民路一号" })).ok).toBe(true);
    expect((await second.call("record", "aidFile", "file-0001", { mailingAddress: "建设路二号" })).ok).toBe(
      true,
    );
    for (const desk of [first, second]) await desk.call("askNow");
    for (const desk of [first, second]) await untilProven(desk, since);
    await first.call("askNow");
    await expect
      .poll(async () => (await first.call("card", "aidFile", "file-0001"))?.facts, { timeout: 60_000 })
      .toMatchObject({ mailingAddress: "建设路二号" });
    const before = (await first.call("figures")).bookSeq;

    await center.stop();
    copyAll(backup, data);
    await start();
    await first.call("askNow");
    await expect
      .poll(async () => (await first.call("figures")).alarm, { timeout: 120_000 })
      .toBe("book-changed");
    // the own op is still shown; the other desk's waits on the rescue list until it is booked again
    expect((await first.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
      residence: "人民路一号",
    });

    await untilProven(first, Date.now());
    await second.call("askNow");
    await untilProven(second, Date.now());
    await first.call("askNow");
    await sameBook(first);
    await sameBook(second);
    for (const desk of [first, second]) {
      expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
        residence: "人民路一号",
        mailingAddress: "建设路二号",
      });
      expect((await desk.call("figures")).unsent).toBe(0);
      // also a block of numbers that the center had granted and forgotten
      await expect.poll(() => desk.call("rescued"), { timeout: 60_000, interval: 250 }).toEqual([]);
      expect(await desk.call("troubles")).toEqual([]);
    }
    expect((await first.call("figures")).bookSeq).toBeGreaterThanOrEqual(before);
  });
});

describe("F38: the window closes before everybody was heard", () => {
  it("I37: an outcome the desk had confirmed and that is another one now is a task naming both, until the head has seen it", async () => {
    await receive(first, "file-0037");
    const since = Date.now();
    await untilProven(first, since);
    await second.call("askNow");
    await expect.poll(() => second.call("card", "aidFile", "file-0037"), { timeout: 60_000 }).not.toBeNull();
    await untilProven(second, Date.now());
    await second.call("stopSync");
    await center.stop();
    copyAll(data, backup);
    await start();
    // confirmed on the first desk alone, and lost with the database; the folder beside it remembers
    const taken = Date.now();
    expect((await first.call("step", "file-0037", "withdraw", WITHDRAWN)).ok).toBe(true);
    await untilProven(first, taken);
    await first.call("stopSync");
    await center.stop();
    copyAll(join(data, "generation.json"), join(root, "generation.json"));
    copyAll(backup, data);
    copyAll(join(root, "generation.json"), join(data, "generation.json"));
    await start();
    await second.call("sync");
    await expect
      .poll(async () => (await second.call("meta")).signed?.epoch, { timeout: 60_000 })
      .toBeTruthy();
    aheadMs = 25 * 3_600_000;
    expect((await second.call("step", "file-0037", "refer", REFERRED)).ok).toBe(true);
    const referred = Date.now();
    await second.call("askNow");
    await untilProven(second, referred);

    await first.call("sync");
    await expect.poll(async () => (await first.call("changed")).length, { timeout: 90_000 }).toBe(1);
    const [changed] = await first.call("changed");
    expect(changed?.outcome).toMatchObject({ t: "aidFile", id: "file-0037", at: "@application" });
    expect(changed?.was?.muts).toMatchObject([{ k: "step", step: "withdraw" }]);
    expect(changed?.now?.muts).toMatchObject([{ k: "step", step: "refer" }]);
    expect(changed?.was?.actor).toBe(await first.call("staffId"));
    expect(changed?.now?.actor).toBe(await second.call("staffId"));
    expect((await first.call("contested")).map(({ id }) => id)).toEqual(["file-0037"]);
    await first.call("seeChanged");
    expect(await first.call("changed")).toEqual([]);
    await untilProven(first, Date.now());
    await second.call("askNow");
    await sameBook(first);
    await sameBook(second);
    expect([await first.call("troubles"), await second.call("troubles")]).toEqual([[], []]);
  });
});

describe("F48: a disk is cloned and both computers work", () => {
  it("the branch that comes second is kept, waits for a person, and is not offered in a tight loop (I24)", async () => {
    await first.call("stopSync");
    const clone = await aDeskPage(ground, first.folder);
    try {
      await clone.call("signIn", "hezq", PASSWORD);
      await clone.call("openDesk");
      expect((await clone.call("record", "aidFile", "file-0001", { ethnicity: "白族" })).ok).toBe(true);
      expect((await first.call("record", "aidFile", "file-0001", { ethnicity: "怒族" })).ok).toBe(true);
      const since = Date.now();
      await first.call("sync");
      await untilProven(first, since);
      await clone.call("sync");
      await expect.poll(async () => (await clone.call("figures")).alarm, { timeout: 60_000 }).toBe("fork");
      await expect
        .poll(async () => (await clone.call("lastReport"))?.phase, { timeout: 60_000 })
        .toBe("frozen");
      expect((await clone.call("figures")).unsent).toBe(1);
      expect((await clone.call("card", "aidFile", "file-0001"))?.facts).toHaveProperty("ethnicity");
      expect((await clone.call("record", "aidFile", "file-0001", { occupation: "工人" })).ok).toBe(true);
      expect(await clone.call("troubles")).toEqual([]);
    } finally {
      await clone.end();
    }
  });
});

describe("F40: the center comes back below what it had called stable", () => {
  it("the desk says so in words of its own, and offers all it has until the book is whole again (I40)", async () => {
    await center.stop();
    const embedded = await startEmbedded(data, () => undefined);
    const owner = new pg.Client({ connectionString: embedded.url });
    await owner.connect();
    await owner.query("update bureau_log set stable_seq = seq");
    await owner.end();
    await embedded.stop();
    await start();
    await first.call("askNow");
    await untilProven(first, Date.now());
    await expect
      .poll(async () => (await first.call("figures")).stableSeq, { timeout: 60_000 })
      .toBeGreaterThan(3);

    await center.stop();
    copyAll(backup, data);
    await start();
    await first.call("askNow");
    await expect
      .poll(async () => (await first.call("figures")).alarm, { timeout: 120_000 })
      .toBe("below-stable");
    await second.call("askNow");
    for (const desk of [first, second]) {
      await desk.call("askNow");
      await untilProven(desk, Date.now());
    }
    for (const desk of [first, second]) {
      await desk.call("askNow");
      await sameBook(desk);
      expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
        residence: "人民路一号",
        mailingAddress: "建设路二号",
      });
    }
  });
});
