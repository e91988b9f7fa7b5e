import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../../build/runScript.mjs";
import type { Running } from "../../../center/startCenter.ts";
import { aFurtherDesk } from "../../contract/center/aBureau.ts";
import { aCenter } from "../../contract/center/aCenter.ts";
import { putsOf, type TestDesk } from "../../contract/center/aDesk.ts";
import { found, LOGIN, PASSWORD, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { untilProven } from "./untilProven.ts";

let ground: Ground;
let center: Running & { readonly end: () => Promise<void> };
let desk: DeskPage;
/** A colleague's desk, as far as the book goes. */
let colleague: TestDesk;
let staffId = "";
/** How far the center's clock is ahead. */
let clock = 0;
beforeAll(async () => {
  ground = await aGround();
  center = await aCenter(() => Date.now() + clock);
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
  await desk.call("enrol", center.url, await center.issueCode());
  await desk.call("sync");
  await untilProven(desk);
  staffId = await desk.call("staffId");
  colleague = await aFurtherDesk(center, await desk.call("bureauId"), "二号工位");
});
afterAll(async () => {
  await desk?.end();
  await center?.end();
  ground?.end();
});

const signInAgain = async (): Promise<void> => {
  await desk.call("signIn", LOGIN, PASSWORD);
  await desk.call("openDesk");
};
const facts = async (): Promise<Readonly<Record<string, unknown>> | undefined> =>
  (await desk.call("card", "aidFile", "file-0001"))?.facts;
const historyHashes = async (): Promise<readonly string[]> =>
  (await desk.call("history", "aidFile", "file-0001")).map(({ h }) => h);
const sameBook = async (): Promise<void> => {
  const bureau = await desk.call("bureauId");
  const isSame = async (): Promise<boolean> =>
    (await desk.call("stateHash")) === (await center.stateHash(bureau));
  await expect.poll(isSame, { timeout: 60_000, interval: 250 }).toBe(true);
};
const fromColleague = async (facts: Readonly<Record<string, string>>): Promise<void> => {
  const { results } = await colleague.push([
    colleague.op(putsOf("aidFile", "file-0001", facts), { actor: staffId }),
  ]);
  expect(results).toMatchObject([{ s: "ok", verdict: "ok" }]);
};

describe("the browser or a part of it dies (kill -9)", () => {
  it("F4: killed in the middle of its transaction: nothing half is kept, the op comes back from the journal, once", async () => {
    await desk.call("stopSync");
    const before = await historyHashes();
    await desk.call("holdNextTransaction");
    // never answered: the transaction does not end
    const writing = desk
      .call("record", "aidFile", "file-0001", { residence: "四号路" })
      .catch(() => undefined);
    await expect.poll(() => desk.call("isHeld"), { timeout: 30_000 }).toBe(true);
    await desk.killBrowser();
    await writing;
    await desk.openBrowser();
    await signInAgain();
    expect(await facts()).toMatchObject({ residence: "四号路" });
    const after = await historyHashes();
    expect(after).toHaveLength(before.length + 1);
    expect(new Set(after).size).toBe(after.length);
    expect(await desk.call("lossNotes")).toEqual([]);
  });

  it("F8: killed between a page of the book and its cursor: both are there or neither, and the rest comes by itself", async () => {
    await fromColleague({ mailingAddress: "八号路" });
    await desk.call("stopSync");
    const before = [(await desk.call("meta")).cursor, await historyHashes()];
    const pulling = desk.call("pullHere", true).catch(() => "killed");
    await expect.poll(() => desk.call("isHeld"), { timeout: 30_000 }).toBe(true);
    await desk.killBrowser();
    expect(await pulling).toBe("killed");
    await desk.openBrowser();
    await signInAgain();
    expect([(await desk.call("meta")).cursor, await historyHashes()]).toEqual(before);
    expect(await facts()).not.toHaveProperty("mailingAddress");
    await desk.call("sync");
    await untilProven(desk);
    expect(await facts()).toMatchObject({ mailingAddress: "八号路" });
    await sameBook();
  });

  it("F5: the page alone crashes while it writes and syncs: a new one has everything that was saved, and goes on syncing", async () => {
    const page = desk.page();
    const saved: string[] = [];
    await page.exposeFunction("tellSaved", (text: string) => saved.push(text));
    const writing = page
      .evaluate(async () => {
        const { tellSaved } = window as unknown as { tellSaved: (text: string) => Promise<void> };
        for (let at = 0; ; at += 1) {
          const text = `五${at}`;
          if ((await window.bench.record("aidFile", "file-0001", { occupation: text })).ok)
            await tellSaved(text);
        }
      })
      .catch(() => "crashed");
    await expect.poll(() => saved.length, { timeout: 60_000 }).toBeGreaterThan(5);
    await desk.crashPage();
    expect(await writing).toBe("crashed");
    await signInAgain();
    const last = Number(saved.at(-1)?.slice(1));
    const shown = Number(String((await facts())?.occupation).slice(1));
    // one more may have reached the journal before the page could say so
    expect([last, last + 1]).toContain(shown);
    await desk.call("sync");
    await untilProven(desk);
    await sameBook();
    expect((await desk.call("card", "aidFile", "file-0001"))?.view.conflicts).toEqual([]);
  });

  it("F5: the syncing worker alone is ended, at any moment: another one goes on, nothing is booked twice", async () => {
    for (let round = 0; round < 5; round += 1) {
      expect((await desk.call("record", "aidFile", "file-0001", { occupation: `工${round}` })).ok).toBe(true);
      await desk.call("stopSync");
      await desk.call("sync");
    }
    await untilProven(desk);
    const all = await historyHashes();
    expect(new Set(all).size).toBe(all.length);
    await sameBook();
    expect(await desk.call("troubles")).toEqual([]);
  });
});

describe("the browser takes its database or its time away", () => {
  it("F15: the database is closed under the page: it is told, nothing is called saved that is not, and all is there after a reload", async () => {
    await desk.call("stopSync");
    expect(await desk.call("isGone")).toBe(false);
    await desk.clearStorage();
    await expect.poll(() => desk.call("isGone"), { timeout: 30_000 }).toBe(true);
    const answer = await desk.call("record", "aidFile", "file-0001", { residence: "十五号路" }).then(
      ({ ok }) => ok,
      () => false,
    );
    await desk.closeBrowser();
    await desk.openBrowser();
    await signInAgain();
    expect((await facts())?.residence).toBe(answer ? "十五号路" : "四号路");
    expect((await desk.call("record", "aidFile", "file-0001", { residence: "又十五号路" })).ok).toBe(true);
    await desk.call("sync");
    await untilProven(desk);
    await sameBook();
  });

  it("F20: a browser the system stopped for a while, its session at the center long over, catches up by itself", async () => {
    desk.freeze(true);
    await fromColleague({ ethnicity: "白族" });
    let isAnswered = false;
    const asked = desk.call("figures").then(() => {
      isAnswered = true;
    });
    // longer than a session at the center lives
    clock += 20 * 60_000;
    expect((await colleague.signIn()).status).toBe(200);
    expect(isAnswered).toBe(false);
    desk.freeze(false);
    await asked;
    await untilProven(desk);
    await expect.poll(async () => (await facts())?.ethnicity, { timeout: 60_000 }).toBe("白族");
    await sameBook();
  });

  it("F21: a transaction that waits for something else ends by itself, and says so aloud", async () => {
    expect(["PrematureCommitError", "TransactionInactiveError"]).toContain(await desk.call("foreignWait"));
  });

  it("F21: inside the desk's transactions nothing but its database is waited for", () => {
    const bodies = readdirSync(join(ROOT, "renderer"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) =>
        transactionsIn(readFileSync(join(ROOT, "renderer", name), "utf8")).map((body) => ({ name, body })),
      );
    expect(bodies.length).toBeGreaterThan(4);
    expect(bodies.filter(({ body }) => FOREIGN.test(body))).toEqual([]);
    expect(
      transactionsIn("db.transaction('rw', [a], async () => { await seal.seal(x); });").filter((body) =>
        FOREIGN.test(body),
      ),
    ).toHaveLength(1);
  });
});

/** What never may stand inside a transaction: hashing, sealing, the host, the network, a timer. */
const FOREIGN = /crypto\.|\bseal\.|\bhost\[|fetch\(|setTimeout|\bsha256|openOps\(|openRecordRow\(/;

/** The text of every call of `transaction` from its bracket to the one that closes it. */
const transactionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\.transaction\(/g)].map(({ index }) => {
    let depth = 0;
    for (let at = text.indexOf("(", index); at < text.length; at += 1) {
      if (text[at] === "(") depth += 1;
      if (text[at] === ")") depth -= 1;
      if (depth === 0) return text.slice(index, at);
    }
    return text.slice(index);
  });
