import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, LOGIN, PASSWORD } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { untilProven } from "./untilProven.ts";

const WAIT = { timeout: 120_000, interval: 50 };
/** Files in the book, and how small its chunks are: some ten of them. */
const FILES = 40;

let ground: Ground;
let center: Awaited<ReturnType<typeof aCenter>>;
let first: DeskPage;
let second: DeskPage;

const stageOf = async (desk: DeskPage): Promise<string> =>
  (await desk.call("lastReport"))?.loading?.stage ?? "";
const join = async (desk: DeskPage): Promise<void> => {
  await desk.call("join", {
    login: LOGIN,
    password: PASSWORD,
    deskName: "二号工位",
    centerUrl: center.url,
    code: await center.issueCode(await first.call("bureauId")),
  });
  await desk.call("openDesk");
};
const untilHistory = (desk: DeskPage) =>
  expect
    .poll(async () => {
      const { history } = await desk.call("meta");
      return history.to > 0 && history.seq === history.to;
    }, WAIT)
    .toBe(true);

beforeAll(async () => {
  process.env.LAD_SNAPSHOT_FROM = "20";
  process.env.LAD_SNAPSHOT_CHUNK_BYTES = "4000";
  ground = await aGround();
  center = await aCenter();
  first = await aDeskPage(ground);
  second = await aDeskPage(ground);
  await found(first);
  for (let at = 0; at < FILES; at += 1)
    await first.call("create", "aidFile", `file-${String(at).padStart(4, "0")}`, {
      origin: "APPLICATION",
      personName: `单于乐${at}`,
      caseFacts: "三个月工资未付".repeat(20),
    });
  await first.call("enrol", center.url, await center.issueCode());
  await first.call("sync");
  await untilProven(first, 0);
});
afterAll(async () => {
  delete process.env.LAD_SNAPSHOT_FROM;
  delete process.env.LAD_SNAPSHOT_CHUNK_BYTES;
  await first?.end();
  await second?.end();
  await center?.end();
  ground?.end();
});

describe("a first load by snapshot (sync design §3.9)", () => {
  it("I29: the states come first and are the book's, then what was booked since, then every op below with its proof", async () => {
    await join(second);
    const before = (await second.call("meta")).journal;
    await second.call("sync");
    await expect.poll(() => stageOf(second), WAIT).toBe("ready");
    const name = await second.call("reopen");
    expect(name.endsWith(".2")).toBe(true);
    const { snapshot, cursor, points, journal } = await second.call("meta");
    expect(snapshot?.seq).toBeGreaterThan(FILES);
    expect([cursor.seq, points[0]?.seq]).toEqual([snapshot?.seq, snapshot?.seq]);
    expect(journal?.n).toBe(before?.n ?? 0);
    expect((await second.call("search", "单于乐7")).length).toBeGreaterThan(0);
    expect(await second.call("history", "aidFile", "file-0007")).toEqual([]);
    await first.call("record", "aidFile", "file-0007", { phone: "13800001234" });
    await first.call("askNow");
    await second.call("sync");
    await untilHistory(second);
    await expect
      .poll(async () => (await second.call("history", "aidFile", "file-0007")).length, WAIT)
      .toBe(2);
    await untilProven(second, 0);
    const bureau = await second.call("bureauId");
    // the center grants blocks of numbers meanwhile: equal in the end
    const same = async () => (await second.call("stateHash")) === (await center.stateHash(bureau));
    await expect.poll(same, WAIT).toBe(true);
    expect(await second.call("databases")).toHaveLength(1);
    expect(await second.call("troubles")).toEqual([]);
    expect((await second.call("figures")).alarm).toBe("");
  });
});
