import type { Route } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCenter } from "../../contract/center/aCenter.ts";
import { found, LOGIN, PASSWORD } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { untilProven } from "./untilProven.ts";

const WAIT = { timeout: 180_000, interval: 50 };
const FILES = 24;
const CHUNKS = "**/center/v1/snapshot/*";
const FACTS = { origin: "APPLICATION", caseFacts: "三个月工资未付".repeat(20) };

let ground: Ground;
let center: Awaited<ReturnType<typeof aCenter>>;
let desk: DeskPage;
let bureau = "";

const stage = async (): Promise<string> => (await desk.call("lastReport"))?.loading?.stage ?? "";
const signIn = async (): Promise<string> => {
  await desk.call("signIn", LOGIN, PASSWORD);
  return desk.call("openDesk");
};
/** The browser's database is gone; the journal rebuilds what this desk wrote, the book is to be loaded again. */
const loseEverything = async (): Promise<string> => {
  await desk.call("stopSync");
  await desk.call("loseDatabases");
  return desk.call("openDesk");
};
const sameBook = async (): Promise<void> => {
  await untilProven(desk, 0);
  // the center grants blocks of numbers meanwhile: equal in the end
  const same = async () => (await desk.call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(same, WAIT).toBe(true);
};
const materials = async () =>
  (await desk.call("card", "aidFile", "file-0"))?.view.facts.materials as readonly object[];
const untilHistory = () =>
  expect
    .poll(async () => {
      const { history } = await desk.call("meta");
      return history.to > 0 && history.seq === history.to;
    }, WAIT)
    .toBe(true);

beforeAll(async () => {
  process.env.LAD_SNAPSHOT_FROM = "20";
  process.env.LAD_SNAPSHOT_CHUNK_BYTES = "3000";
  ground = await aGround();
  center = await aCenter();
  desk = await aDeskPage(ground);
  await found(desk);
  for (let at = 0; at < FILES; at += 1)
    await desk.call("create", "aidFile", `file-${at}`, { ...FACTS, personName: `单于乐${at}` });
  await desk.call("enrol", center.url, await center.issueCode());
  await desk.call("sync");
  await untilProven(desk, 0);
  bureau = await desk.call("bureauId");
});
afterAll(async () => {
  delete process.env.LAD_SNAPSHOT_FROM;
  delete process.env.LAD_SNAPSHOT_CHUNK_BYTES;
  await desk?.end();
  await center?.end();
  ground?.end();
});

describe("a first load that is cut (F9)", () => {
  it("F9, I29: kill -9 of the browser at every chunk: it goes on behind the last stored one; the present database serves until the switch, what was saved meanwhile is on top", async () => {
    const present = await loseEverything();
    expect(
      (await desk.call("addRow", "file-0", "materials", { kind: "FORM", title: "申请表", copies: 1 })).ok,
    ).toBe(true);
    let asked: string[] = [];
    let kills = 0;
    for (;;) {
      // the chunk after the next never comes: what is stored by then is what the kill finds
      let served = 0;
      await desk
        .page()
        .context()
        .route(CHUNKS, (route: Route) => {
          asked.push(route.request().url());
          served += 1;
          return served > 3 ? undefined : route.continue();
        });
      await desk.call("sync");
      const before = await desk.call("staged");
      // once the chunk that never comes is asked for, the load cannot end under the hand that kills it
      const isHeld = async (): Promise<boolean> => served > 3 && (await desk.call("staged")) > before;
      await expect.poll(async () => (await stage()) === "ready" || (await isHeld()), WAIT).toBe(true);
      if ((await stage()) === "ready") break;
      const stored = await desk.call("staged");
      await desk.killBrowser();
      kills += 1;
      await desk.openBrowser();
      expect(await signIn()).toBe(present);
      // staging does not wait for the disk: the last transaction may go with the browser, with its mark, and comes anew
      expect(await desk.call("staged")).toBeGreaterThanOrEqual(stored - 1);
      expect(await materials()).toHaveLength(1);
      expect((await desk.call("figures")).unsent).toBeGreaterThan(0);
    }
    expect(kills).toBeGreaterThan(3);
    // the bureau's chunk is looked at once more in every run, for its law; no other is fetched twice and stored
    expect(new Set(asked).size).toBeGreaterThan(4);
    asked = [];
    await desk.page().context().unroute(CHUNKS);
    expect(await desk.call("reopen")).not.toBe(present);
    expect(await materials()).toHaveLength(1);
    expect((await desk.call("card", "aidFile", "file-0"))?.isPending).toBe(true);
    expect((await desk.call("figures")).unsent).toBe(1);
    await desk.call("sync");
    await untilHistory();
    await sameBook();
    expect(await materials()).toHaveLength(1);
    expect((await desk.call("history", "aidFile", "file-1")).map(({ state }) => state)).toEqual(["booked"]);
    expect((await desk.call("meta")).alarm).toBe("");
    expect(await desk.call("databases")).toHaveLength(1);
  });

  it("a chunk that is not what the center signed is never stored: after three tries the log brings the book", async () => {
    await loseEverything();
    let bad = 0;
    await desk
      .page()
      .context()
      .route(CHUNKS, async (route: Route) => {
        const response = await route.fetch();
        const body = Buffer.from(await response.body());
        bad += 1;
        body[body.length >> 1] = (body[body.length >> 1] ?? 0) ^ 1;
        await route.fulfill({ response, body, headers: { "content-type": "application/octet-stream" } });
      });
    await desk.call("sync");
    await sameBook();
    await desk.page().context().unroute(CHUNKS);
    expect(bad).toBeGreaterThanOrEqual(3);
    const { snapshot, cursor } = await desk.call("meta");
    expect([snapshot, cursor.seq > FILES]).toEqual([undefined, true]);
  });

  it("I35: a chunk that every manifest names and the center never has: after three tries the log brings the book", async () => {
    await loseEverything();
    let asked = 0;
    await desk
      .page()
      .context()
      .route(CHUNKS, (route: Route) => {
        asked += 1;
        const refusal = JSON.stringify({ refusal: { code: "not-found" } });
        return route.fulfill({ status: 404, body: refusal, headers: { "content-type": "application/json" } });
      });
    await desk.call("sync");
    await sameBook();
    await desk.page().context().unroute(CHUNKS);
    expect(asked).toBe(3);
    expect((await desk.call("meta")).snapshot).toBeUndefined();
    expect(await desk.call("databases")).toHaveLength(1);
  });

  it("I39, R23: a load that is cut and then not needed, because the log brought the book, is gone at the next opening", async () => {
    await loseEverything();
    const context = () => desk.page().context();
    let served = 0;
    await context().route(CHUNKS, (route: Route) => {
      served += 1;
      return served > 3 ? undefined : route.continue();
    });
    await desk.call("sync");
    await expect.poll(() => desk.call("staged"), WAIT).toBeGreaterThan(0);
    await desk.killBrowser();
    await desk.openBrowser();
    await context().route("**/center/v1/snapshot", (route: Route) =>
      route.fulfill({
        body: JSON.stringify({ state: "none" }),
        headers: { "content-type": "application/json" },
      }),
    );
    await signIn();
    expect(await desk.call("databases")).toHaveLength(2);
    await desk.call("sync");
    await sameBook();
    await desk.killBrowser();
    await desk.openBrowser();
    await signIn();
    expect(await desk.call("databases")).toHaveLength(1);
    await desk.call("sync");
    await sameBook();
  });

  it.each([
    ["signed by another key", (text: string) => text.replace(/"sig":"[0-9a-f]{8}/u, '"sig":"00000000')],
    ["of another bureau", (text: string) => text.replaceAll(bureau, `x${bureau.slice(1)}`)],
    [
      "with another state hash",
      (text: string) => text.replace(/stateHash\\":\\"[0-9a-f]{8}/u, 'stateHash\\":\\"00000000'),
    ],
  ])("a manifest %s is refused, and the log brings the book", async (_, forged) => {
    await loseEverything();
    let forgeries = 0;
    await desk
      .page()
      .context()
      .route("**/center/v1/snapshot", async (route: Route) => {
        const response = await route.fetch();
        const text = await response.text();
        const other = forged(text);
        forgeries += Number(other !== text);
        await route.fulfill({ response, body: other, headers: { "content-type": "application/json" } });
      });
    await desk.call("sync");
    await sameBook();
    await desk.page().context().unroute("**/center/v1/snapshot");
    expect(forgeries).toBeGreaterThan(0);
    expect((await desk.call("meta")).snapshot).toBeUndefined();
  });
});
