import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FOLD } from "../../../shared/ops/state.ts";
import { aBrowser } from "./aBrowser.ts";
import { aFoundedDesk } from "./aBureau.ts";
import { aCenter } from "./aCenter.ts";
import type { TestDesk } from "./aDesk.ts";

let center: Awaited<ReturnType<typeof aCenter>>;
let desk: TestDesk;
beforeAll(async () => {
  center = await aCenter();
  desk = await aFoundedDesk(center);
});
afterAll(() => center?.end());

describe("F60: a desk that makes something else of the same book", () => {
  it("F60: is told so at its handshake, and both pages keep it in sight, in both languages, until the two are equal", async () => {
    const { trailer } = await desk.pull(0, (await desk.hello()).epoch);
    const cursor = { epoch: trailer.epoch, seq: trailer.to, chain: trailer.chain };
    const claim = async (hash: string, over: object = {}): Promise<unknown> =>
      (await desk.hello({ cursor, state: { fold: FOLD, hash }, ...over })).isSameState;
    const ours = await center.stateHash(desk.bureau);
    expect(await claim(ours)).toBe(true);
    // nothing to compare: another point of the book, or another version of the fold
    expect(await claim("0".repeat(64), { cursor: { epoch: "", seq: 0, chain: "" } })).toBeUndefined();
    expect(await claim("0".repeat(64), { state: { fold: FOLD + 1, hash: "0".repeat(64) } })).toBeUndefined();
    const browser = aBrowser(center.url);
    await browser.post("/console/sign-in", { login: "province", password: center.firstPassword ?? "" });
    const csrf = await browser.csrfOf("/console/password");
    await browser.post("/console/password", { csrf, password: "correct horse 电池" });
    const pages = ["/console", `/console/bureaus/${desk.bureau}`];
    const said = async (): Promise<readonly boolean[]> => {
      const texts = [];
      for (const page of pages)
        for (const lang of ["zh", "en"]) texts.push((await browser.send(`${page}?lang=${lang}`)).text);
      return texts.map((text) => /内容(与中心)?不一致|ontents differ/u.test(text));
    };
    expect(await said()).toEqual([false, false, false, false]);
    expect(await claim("0".repeat(64))).toBe(false);
    expect(await said()).toEqual([true, true, true, true]);
    // it stays while nobody asks again, and goes when both agree
    await desk.hello();
    expect(await said()).toEqual([true, true, true, true]);
    expect(await claim(ours)).toBe(true);
    expect(await said()).toEqual([false, false, false, false]);
  });
});
