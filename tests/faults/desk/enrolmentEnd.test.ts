import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { enrols } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const DAY = 86_400_000;
let aheadMs = 0;
let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let desk: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter(() => Date.now() + aheadMs);
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
  await enrols(desk, center, center.url);
  await untilProven(desk);
});
afterAll(async () => {
  await desk?.end();
  await center?.end();
  ground?.end();
});

const record = async (occupation: string): Promise<void> =>
  expect((await desk.call("record", "aidFile", "file-0001", { occupation })).ok).toBe(true);
const phase = async (): Promise<string> => (await desk.call("lastReport"))?.phase ?? "";

describe("a desk whose enrolment ended, in a real browser", () => {
  it("F83, I6: it says so and works on; what it sends is held; renewed, all of it is booked and both sides are even", async () => {
    await desk.call("stopSync");
    await record("离线时写的");
    const bureau = await desk.call("bureauId");
    const busy = await aFurtherDesk(center, bureau, "每月都在的工位");
    for (let months = 0; months < 18; months += 1) {
      aheadMs += 30 * DAY;
      await busy.signIn();
      await busy.hello();
    }
    await desk.call("sync");
    await expect.poll(phase, { timeout: 60_000, interval: 100 }).toBe("ended");
    await record("期满后写的");
    expect((await desk.call("figures")).unsent).toBeGreaterThan(1);

    const feed = (await desk.call("meta")).journal?.feed ?? "";
    expect(await center.renew(bureau, { feed, by: "province" })).toMatchObject({ ok: true });
    await desk.call("askNow");
    await untilProven(desk);
    // blocks of numbers are fetched once the rest is even: the book grows by them
    const isSame = async (): Promise<boolean> =>
      (await phase()) === "idle" && (await desk.call("stateHash")) === (await center.stateHash(bureau));
    await expect.poll(isSame, { timeout: 60_000, interval: 250 }).toBe(true);
    const until = (await desk.call("card", "device", feed))?.facts as { readonly notAfter?: string };
    expect(Date.parse(until.notAfter ?? "")).toBeGreaterThan(Date.now() + aheadMs + 300 * DAY);
    expect(await desk.call("troubles")).toEqual([]);
  });
});
