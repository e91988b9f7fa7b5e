import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aCascade, type Cascade } from "../center/aCascade.ts";
import { found, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { untilProven } from "./untilProven.ts";

let ground: Ground;
let cascade: Cascade;
let desk: DeskPage;

beforeAll(async () => {
  ground = await aGround();
  cascade = await aCascade();
  // the hub is known there; for now it has no line
  await cascade.stop("province");
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
  await desk.call("enrol", cascade.hub().url, await cascade.hub().issueCode());
  await desk.call("sync");
  await untilProven(desk);
});
afterAll(async () => {
  await desk?.end();
  await cascade?.end();
  ground?.end();
});

/** The desk's own book has the hash that a center states. */
const sameAs = (center: () => Promise<string>): Promise<void> =>
  expect
    .poll(async () => (await desk.call("stateHash")) === (await center()), { timeout: 60_000, interval: 250 })
    .toBe(true);

describe("a desk of a county's hub, in a real browser", () => {
  it("what the hub has is not called the province's, until the province has signed for it", async () => {
    expect((await desk.call("figures")).atProvince).toBeNull();
    await cascade.restart("province");
    const isSigned = async (): Promise<boolean> => {
      await cascade.hub().ship();
      await desk.call("askNow");
      const { atProvince, bookSeq } = await desk.call("figures");
      return atProvince?.seq === bookSeq;
    };
    await expect.poll(isSigned, { timeout: 60_000, interval: 500 }).toBe(true);
    const bureau = await desk.call("bureauId");
    await sameAs(() => cascade.province().stateHash(bureau));
    // while the hub keeps the book the province takes nobody from it
    expect(await desk.call("move", cascade.province().url)).toBe("not-home");
  });

  it("F41: the hub dies with work that it had not shipped; connected to the province the desk brings everything there", async () => {
    const bureau = await desk.call("bureauId");
    await cascade.stop("province");
    expect((await desk.call("record", "aidFile", "file-0001", { residence: "人民路一号" })).ok).toBe(true);
    await desk.call("askNow");
    await untilProven(desk);
    await cascade.stop("hub");
    expect((await desk.call("record", "aidFile", "file-0001", { mailingAddress: "建设路二号" })).ok).toBe(
      true,
    );
    await cascade.restart("province");
    expect((await cascade.province().takeOver(bureau, { isStolen: false })).ok).toBe(true);
    expect(await desk.call("move", cascade.province().url)).toBe("");
    const since = Date.now();
    await desk.call("askNow");
    await untilProven(desk, since);
    await sameAs(() => cascade.province().stateHash(bureau));
    expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
      residence: "人民路一号",
      mailingAddress: "建设路二号",
    });
    expect(await desk.call("rescued")).toEqual([]);
    expect(await desk.call("troubles")).toEqual([]);
  });

  it("F42: the old hub that comes back is refused by the desk", async () => {
    await cascade.stop("province");
    await cascade.restart("hub");
    expect(await desk.call("move", cascade.hub().url)).toBe("not-home");
    await cascade.restart("province");
    const since = Date.now();
    await desk.call("askNow");
    await untilProven(desk, since);
  });
});
