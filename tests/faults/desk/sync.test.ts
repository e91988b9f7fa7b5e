import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, LOGIN, PASSWORD, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { employs, enrols, joins } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let first: DeskPage;
let second: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  await receive(first, "file-0001");
});
afterAll(async () => {
  await first?.end();
  await second?.end();
  await center?.end();
  ground?.end();
});

/** Blocks of numbers are still being granted while the test looks: equal in the end, and then really equal. */
const sameBook = async ({ call }: DeskPage): Promise<void> => {
  const bureau = await first.call("bureauId");
  const isSame = async (): Promise<boolean> => (await call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(isSame, { timeout: 30_000, interval: 250 }).toBe(true);
};

describe("two desks and the province's center, all of it real", () => {
  it("I35: what a desk saved before it was enrolled reaches the center without further action", async () => {
    await enrols(first, center);
    expect(await first.call("troubles")).toEqual([]);
    const card = await first.call("card", "aidFile", "file-0001");
    expect(card?.isPending).toBe(false);
    expect(card?.stages).toMatchObject({ application: "received" });
    expect((await first.call("figures")).receipt).toMatchObject({ n: 5 });
    expect(
      (await first.call("history", "aidFile", "file-0001")).every(
        ({ state, verdict }) => state === "booked" && verdict === "ok",
      ),
    ).toBe(true);
  });

  it("I10: the desk's book and the center's have one state hash", async () => {
    await sameBook(first);
  });

  it("§3.5: a block of numbers comes with the book, and the next letter gets its first number", async () => {
    await expect
      .poll(async () => (await first.call("number", "决")).text, { timeout: 30_000 })
      .toBe(`（${new Date().getFullYear()}）兰援决字第1号`);
    await untilProven(first);
    await sameBook(first);
  });

  it("I18: a number is given once: the next letter gets the next one, and a window that held the old one is refused", async () => {
    const number = await first.call("number", "决");
    expect((await first.call("letter", "file-0001", number)).ok).toBe(true);
    expect((await first.call("number", "决")).no).toBe(number.no + 1);
    expect(await first.call("letter", "file-0001", number)).toMatchObject({
      ok: false,
      refusal: { code: "busy" },
    });
    const none = await first.call("number", "无此字");
    expect(none.text).toMatch(/^临-/);
    expect(await first.call("letter", "file-0001", none)).toMatchObject({
      ok: false,
      refusal: { code: "number-provisional" },
    });
  });

  it("R15, F3: what was saved while the browser had no room to show it is delivered with the next greeting, and nothing is called in sync without it", async () => {
    const since = Date.now();
    await first.call("failNextProjection");
    expect((await first.call("record", "aidFile", "file-0001", { ethnicity: "白族" })).ok).toBe(true);
    expect((await first.call("card", "aidFile", "file-0001"))?.facts).not.toHaveProperty("ethnicity");
    await first.call("askNow");
    await untilProven(first, since);
    expect(await first.call("card", "aidFile", "file-0001")).toMatchObject({
      facts: { ethnicity: "白族" },
      isPending: false,
    });
    await sameBook(first);
  });

  it("S01: a further desk joins and sees the case", async () => {
    await joins(second, { first, center });
    await second.call("sync");
    await untilProven(second);
    expect((await second.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
      receivedBy: await first.call("staffId"),
    });
    await sameBook(second);
    expect(await second.call("troubles")).toEqual([]);
  });

  it("R17, I14: two desks that write one fact without knowing of each other keep both values until a person resolves", async () => {
    const staffId = await second.call("staffId");
    const start = Date.now();
    await employs(first, second);
    await untilProven(first, start);
    await second.call("askNow");
    await expect.poll(() => second.call("card", "staff", staffId), { timeout: 90_000 }).not.toBeNull();
    await second.call("stopSync");
    const since = Date.now();
    await first.call("record", "aidFile", "file-0001", { residence: "人民路一号" });
    await untilProven(first, since);
    expect((await second.call("record", "aidFile", "file-0001", { residence: "建设路二号" })).ok).toBe(true);
    await second.call("sync");
    await expect.poll(async () => (await second.call("conflicts")).length, { timeout: 30_000 }).toBe(1);
    await untilProven(second, since);
    await sameBook(second);
    await first.call("askNow");
    await expect.poll(async () => (await first.call("conflicts")).length, { timeout: 90_000 }).toBe(1);
    const [conflict] = (await first.call("card", "aidFile", "file-0001"))?.view.conflicts ?? [];
    expect(conflict?.heads.map(({ v }) => v)).toEqual(["人民路一号", "建设路二号"]);
    expect((await first.call("resolve", "file-0001", "residence", conflict?.heads[1]?.h ?? "")).ok).toBe(
      true,
    );
    expect((await first.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
      residence: "建设路二号",
    });
    expect(await first.call("conflicts")).toEqual([]);
    await untilProven(first, since);
    await sameBook(first);
  });

  it("F10: an update of the app loses nothing of the book, though the line is down", async () => {
    await first.call("stopSync");
    const before = [
      await first.call("card", "aidFile", "file-0001"),
      await first.call("stateHash"),
      (await first.call("meta")).cursor,
    ];
    await first.call("ageDatabase");
    await first.closeBrowser();
    await first.openBrowser();
    await first.call("signIn", LOGIN, PASSWORD);
    await first.call("openDesk");
    expect([
      await first.call("card", "aidFile", "file-0001"),
      await first.call("stateHash"),
      (await first.call("meta")).cursor,
    ]).toEqual(before);
  });

  it("F14: a desk that lost its browser database after delivery gets its own and the others' ops back", async () => {
    await first.call("stopSync");
    await first.call("loseDatabases");
    await first.closeBrowser();
    await first.openBrowser();
    await first.call("signIn", LOGIN, PASSWORD);
    await first.call("openDesk");
    expect((await first.call("figures")).unsent).toBe(0);
    await first.call("sync");
    await untilProven(first);
    expect((await first.call("card", "aidFile", "file-0001"))?.isPending).toBe(false);
    await sameBook(first);
  });
});
