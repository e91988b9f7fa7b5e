import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Running } from "../../../center/startCenter.ts";
import { ROUTES } from "../../../shared/api/syncApi.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { aCable, type Cable } from "../../e2e/fixtures/cable.ts";
import { found, LOGIN, PASSWORD, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { enrols } from "./enrolment.ts";
import { untilProven } from "./untilProven.ts";

const YEAR_MS = 365 * 86_400_000;
const NEXT_PASSWORD = "another horse battery";
let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let cable: Cable;
let desk: DeskPage;
let password = PASSWORD;
let recoveryKey = "";
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter();
  cable = await aCable(center.url);
  desk = await aDeskPage(ground);
  await found(desk);
  recoveryKey = await desk.call("recoveryKey");
  await receive(desk, "file-0001");
  await enrols(desk, center, cable.url);
});
afterAll(async () => {
  await desk?.end();
  await cable?.pull();
  await center?.end();
  ground?.end();
});

const record = async (occupation: string): Promise<void> =>
  expect((await desk.call("record", "aidFile", "file-0001", { occupation })).ok).toBe(true);
const reopen = async (aheadMs = 0): Promise<void> => {
  await desk.openBrowser();
  await desk.call("signIn", LOGIN, password);
  await desk.call("openDesk", aheadMs);
};
/** Everything written is in the book under one number each, and both sides have the same records. */
const bookedOnce = async (): Promise<void> => {
  await untilProven(desk);
  const history = await desk.call("history", "aidFile", "file-0001");
  expect(new Set(history.map(({ h }) => h)).size).toBe(history.length);
  expect(new Set(history.map(({ state }) => state))).toEqual(new Set(["booked"]));
  const bureau = await desk.call("bureauId");
  const isSame = async (): Promise<boolean> =>
    (await desk.call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(isSame, { timeout: 60_000, interval: 250 }).toBe(true);
  expect((await desk.call("card", "aidFile", "file-0001"))?.view.conflicts).toEqual([]);
};

describe("the line is cut at the worst moment", () => {
  it("F6: after the request was sent, before its answer: the desk claims nothing, asks again, and the op is booked once", async () => {
    const lost = cable.loseAnswerTo(ROUTES.push);
    await record("六");
    await lost;
    expect((await desk.call("figures")).unsent).toBe(1);
    await bookedOnce();
  });

  it("F7: after the answer came, before the desk has noted it: killed there, it asks again and is told it has it already", async () => {
    const held = cable.holdAnswerTo(ROUTES.push);
    await record("七");
    const { release } = await held;
    // while another writer holds the desk, the answer cannot be noted
    const { installId } = (await desk.call("meta")).desk ?? { installId: "" };
    await desk.page().evaluate(
      (name) =>
        new Promise<void>((resolve) => {
          void navigator.locks.request(name, () => {
            resolve();
            return new Promise(() => undefined);
          });
        }),
      `desk-write.${installId}`,
    );
    release();
    await expect.poll(() => desk.answers(ROUTES.push), { timeout: 30_000 }).toBeGreaterThan(0);
    expect((await desk.call("figures")).unsent).toBe(1);
    await desk.killBrowser();
    await reopen();
    expect((await desk.call("figures")).unsent).toBe(1);
    await desk.call("sync");
    await bookedOnce();
  });

  it("F28: a line that breaks again and again: everything gets through, bit by bit", async () => {
    for (let at = 0; at < 20; at += 1) await record(`二八${at}`);
    let breaks = 0;
    const isDone = async (): Promise<boolean> => (await desk.call("figures")).unsent === 0;
    while (breaks < 6) {
      const cut = cable.loseAnswerTo(ROUTES.push);
      await record(`又${breaks}`);
      await desk.call("askNow");
      await cut;
      await cable.pull();
      await cable.plugIn();
      breaks += 1;
    }
    await desk.call("askNow");
    await expect.poll(isDone, { timeout: 120_000 }).toBe(true);
    await bookedOnce();
  });
});

describe("without the line for long", () => {
  it("F66: the block of numbers runs out and the year turns offline: provisional numbers are no letters', and new blocks come with the line", async () => {
    const year = new Date().getFullYear() + 1;
    // an evening in December, one year on, so that the loop's own clock cannot help
    await desk.call("stopSync");
    await desk.closeBrowser();
    await reopen(YEAR_MS);
    expect((await desk.call("askNumbers", "决", year, 2)).ok).toBe(true);
    await desk.call("sync");
    await expect.poll(async () => (await desk.call("number", "决")).grant, { timeout: 60_000 }).not.toBe("");
    await desk.call("stopSync");
    await cable.pull();
    const taken: string[] = [];
    for (const id of ["file-0661", "file-0662"]) {
      await receive(desk, id);
      const number = await desk.call("number", "决");
      taken.push(number.text);
      expect((await desk.call("letter", id, number)).ok).toBe(true);
    }
    expect(taken).toEqual([`（${year}）兰援决字第1号`, `（${year}）兰援决字第2号`]);
    await receive(desk, "file-0663");
    const used = await desk.call("number", "决");
    expect(used).toMatchObject({ grant: "", year, text: expect.stringMatching(/^临-/) });
    expect(await desk.call("letter", "file-0663", used)).toMatchObject({
      ok: false,
      refusal: { code: "number-provisional" },
    });
    // the year turns
    await desk.closeBrowser();
    await reopen(2 * YEAR_MS);
    const turned = await desk.call("number", "决");
    expect(turned).toMatchObject({ grant: "", year: year + 1, text: expect.stringMatching(/^临-/) });
    expect((await desk.call("letter", "file-0663", turned)).ok).toBe(false);
    await cable.plugIn();
    for (let kinds = 0; (await desk.call("number", "决")).grant === "" && kinds < 30; kinds += 1) {
      expect((await desk.call("refillHere")).ok).toBe(true);
      expect(await desk.call("pullHere", false)).toBe("ok");
    }
    expect(await desk.call("number", "决")).toMatchObject({ text: `（${year + 1}）兰援决字第1号` });
    await desk.call("sync");
    await bookedOnce();
  });

  it("F84: the password is lost: the recovery key opens the desk with everything that waits, and it is delivered", async () => {
    await cable.pull();
    await record("八四");
    await desk.closeBrowser();
    await desk.openBrowser();
    await expect(
      desk.call("recover", LOGIN, "0000-0000-0000-0000-0000-0000-0000-0000-Y8YJ", NEXT_PASSWORD),
    ).rejects.toThrow("recovery-key-invalid");
    await desk.call("recover", LOGIN, recoveryKey, NEXT_PASSWORD);
    await expect(desk.call("signIn", LOGIN, PASSWORD)).rejects.toThrow("sign-in-failed");
    password = NEXT_PASSWORD;
    await desk.call("signIn", LOGIN, password);
    await desk.call("openDesk");
    expect((await desk.call("figures")).unsent).toBe(1);
    await cable.plugIn();
    await desk.call("sync");
    await bookedOnce();
  });
});
