import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import type { Edit } from "./buildBenchPage.ts";
import { untilProven } from "./untilProven.ts";

const SLOW = { timeout: 120_000, interval: 250 };
/** A build whose fold forgets where a line of writes began: nothing looks wrong on the desk itself. */
const OTHER_FOLD = {
  file: "shared/ops/fold.ts",
  find: "Math.min(seq, ...taken.map(({ rank }) => rank))",
  replace: "seq",
};

let center: Running & { readonly end: () => Promise<void> };
const grounds: Ground[] = [];
const desks: DeskPage[] = [];
beforeAll(async () => {
  center = await aCenter();
});
afterAll(async () => {
  for (const desk of desks) await desk.end();
  await center?.end();
  for (const ground of grounds) ground.end();
});

/** A bureau of one desk with a file that was written to twice, in sync. */
const atWork = async (...edits: readonly Edit[]): Promise<DeskPage> => {
  const ground = await aGround(...edits);
  grounds.push(ground);
  const desk = await aDeskPage(ground);
  desks.push(desk);
  await found(desk);
  await receive(desk, "file-0001");
  await desk.call("record", "aidFile", "file-0001", { occupation: "一" });
  await desk.call("record", "aidFile", "file-0001", { occupation: "二" });
  await desk.call("enrol", center.url, await center.issueCode());
  await desk.call("sync");
  await untilProven(desk);
  return desk;
};
/** A new run of the loop greets twice: at the second time it asks to be compared, if the book stands still meanwhile. */
const greets = async (desk: DeskPage): Promise<void> => {
  await desk.call("stopSync");
  const since = Date.now();
  await desk.call("sync");
  await untilProven(desk, since);
  const proven = Date.now();
  await desk.call("askNow");
  await untilProven(desk, proven);
};

describe("F60: two builds fold the same book differently", () => {
  it("F60: the desk of the other build is told by the center, and keeps the alarm over a restart", async () => {
    const desk = await atWork(OTHER_FOLD);
    const bureau = await desk.call("bureauId");
    expect(await desk.call("stateHash")).not.toBe(await center.stateHash(bureau));
    await expect
      .poll(async () => {
        await greets(desk);
        return (await desk.call("figures")).alarm;
      }, SLOW)
      .toBe("state-differs");
    await desk.crashPage();
    await desk.call("signIn", "hezq", "correct horse battery");
    await desk.call("openDesk");
    expect((await desk.call("figures")).alarm).toBe("state-differs");
  });

  it("F60: a desk of the same build is compared as well, and nobody is alarmed", async () => {
    const desk = await atWork();
    const bureau = await desk.call("bureauId");
    await expect
      .poll(async () => (await desk.call("stateHash")) === (await center.stateHash(bureau)), SLOW)
      .toBe(true);
    for (let round = 0; round < 3; round += 1) await greets(desk);
    expect((await desk.call("figures")).alarm).toBe("");
  });
});
