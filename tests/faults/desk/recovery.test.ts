import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { found, LOGIN, PASSWORD, PERSON, receive } from "./aCase.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";

let ground: Ground;
let desk: DeskPage;
beforeAll(async () => {
  ground = await aGround();
  desk = await aDeskPage(ground);
  await found(desk);
  await receive(desk, "file-0001");
});
afterAll(async () => {
  await desk?.end();
  ground?.end();
});

const reopen = async (): Promise<string> => {
  await desk.closeBrowser();
  await desk.openBrowser();
  await desk.call("signIn", LOGIN, PASSWORD);
  return desk.call("openDesk");
};

describe("what was saved comes back (I1, I2)", () => {
  it("a received application is shown, counted, due and found", async () => {
    const card = await desk.call("card", "aidFile", "file-0001");
    expect(card?.stages).toMatchObject({ application: "received" });
    expect(card?.isPending).toBe(true);
    expect((await desk.call("due")).map(({ id }) => id)).toEqual(["file-0001"]);
    expect(await desk.call("counts")).toMatchObject({ "application/received": 1 });
    expect((await desk.call("atStage", "application", "received")).map(({ id }) => id)).toEqual([
      "file-0001",
    ]);
    for (const text of [
      PERSON.name,
      "于乐",
      "sylc",
      "chanyulechou",
      "shanyuyueqiu",
      "1234",
      PERSON.certNo.toLowerCase(),
      `${PERSON.name} 1234`,
    ])
      expect([text, (await desk.call("search", text)).map(({ id }) => id)]).toEqual([text, ["file-0001"]]);
    expect(await desk.call("search", "没有此人")).toEqual([]);
    expect(
      (await desk.call("history", "aidFile", "file-0001")).map(({ intent, state }) => [intent, state]),
    ).toEqual([
      ["aidFile.record", "local"],
      ["aidFile.record", "local"],
      ["aidFile.receive", "local"],
    ]);
    expect(await desk.call("troubles")).toEqual([]);
  });

  it("what rules and statistics know of all records follows every change, and a new record", async () => {
    const twice = async () => {
      const [known, fresh] = await desk.call("viewsTwice", "aidFile");
      expect(known).toEqual(fresh);
      return known ?? [];
    };
    const before = await twice();
    expect((await desk.call("record", "aidFile", "file-0001", { residence: "三号路" })).ok).toBe(true);
    expect((await desk.call("create", "aidFile", "file-0009", { origin: "APPLICATION" })).ok).toBe(true);
    const after = await twice();
    expect(after.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), "file-0009"]);
    expect(after[0]?.facts).toMatchObject({ residence: "三号路" });
  });

  it("F3: a projection that fails after the journal has the op is still reported as saved, and caught up with the next write", async () => {
    await desk.call("failNextProjection");
    const saved = await desk.call("record", "aidFile", "file-0001", { residence: "一号路" });
    expect(saved.ok).toBe(true);
    expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({ residence: "三号路" });
    expect(await desk.call("troubles")).toHaveLength(1);
    expect((await desk.call("record", "aidFile", "file-0001", { residence: "二号路" })).ok).toBe(true);
    const card = await desk.call("card", "aidFile", "file-0001");
    expect(card?.facts).toMatchObject({ residence: "二号路" });
    expect(card?.view.conflicts).toEqual([]);
  });

  it("F3: an op that only the journal has is replayed at the next start", async () => {
    await desk.call("failNextProjection");
    expect((await desk.call("record", "aidFile", "file-0001", { ethnicity: "白族" })).ok).toBe(true);
    await reopen();
    expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({
      ethnicity: "白族",
      residence: "二号路",
    });
    expect(await desk.call("lossNotes")).toEqual([]);
  });

  it("F14: a browser database that is gone is noted as a loss and rebuilt under a new name, pending ops and all", async () => {
    const before = [await desk.call("card", "aidFile", "file-0001"), (await desk.call("figures")).unsent];
    await desk.call("loseDatabases");
    const name = await reopen();
    expect([await desk.call("card", "aidFile", "file-0001"), (await desk.call("figures")).unsent]).toEqual(
      before,
    );
    expect(await desk.call("lossNotes")).toEqual([expect.stringContaining('"why":"empty"')]);
    expect(await desk.call("databases")).toEqual([name]);
    expect((await desk.call("search", PERSON.name)).map(({ id }) => id)).toEqual(["file-0001"]);
  });

  it("a start without a loss keeps the same database and notes nothing", async () => {
    const before = await desk.call("databases");
    expect(before).toContain(await reopen());
    expect(await desk.call("lossNotes")).toHaveLength(1);
  });

  it("F10: after an update the projection is made anew from the old one's ops; the old name is deleted last", async () => {
    const before = [
      await desk.call("card", "aidFile", "file-0001"),
      await desk.call("figures"),
      await desk.call("stateHash"),
    ];
    const [old] = await desk.call("databases");
    await desk.call("ageDatabase");
    const name = await reopen();
    expect(name).not.toBe(old);
    expect(await desk.call("databases")).toEqual([name]);
    expect([
      await desk.call("card", "aidFile", "file-0001"),
      await desk.call("figures"),
      await desk.call("stateHash"),
    ]).toEqual(before);
    expect(await desk.call("lossNotes")).toHaveLength(1);
  });

  it("F10: a rebuild that was killed half way is thrown away, never used", async () => {
    const before = await desk.call("databases");
    await desk.call("leaveUnfinished");
    expect(await desk.call("databases")).toHaveLength(2);
    expect([await reopen()]).toEqual(before);
    expect(await desk.call("databases")).toEqual(before);
    expect((await desk.call("card", "aidFile", "file-0001"))?.facts).toMatchObject({ residence: "二号路" });
  });

  it("a parameter of the bureau moves the cached due days, and only them", async () => {
    const before = await desk.call("card", "aidFile", "file-0001");
    const parameters = JSON.stringify([{ name: "EXM-SUPPLEMENT-RETURN", from: "2026-01-01", value: 3 }]);
    expect((await desk.call("record", "bureau", await desk.call("bureauId"), { parameters })).ok).toBe(true);
    await expect
      .poll(async () => (await desk.call("meta")).law, { timeout: 10_000 })
      .toContain('"EXM-SUPPLEMENT-RETURN":3');
    expect((await desk.call("card", "aidFile", "file-0001"))?.view).toEqual(before?.view);
    expect(await desk.call("troubles")).toEqual([]);
  });

  it("F19: two windows that write one field at once are serialised; neither makes a conflict nor loses a write", async () => {
    const other = await desk.page().context().newPage();
    await other.goto(desk.page().url());
    await other.waitForFunction(() => "bench" in window);
    const before = (await desk.call("history", "aidFile", "file-0001")).length;
    await other.evaluate(
      async ([login, password]) => {
        await window.bench.signIn(login, password);
        await window.bench.openDesk();
      },
      [LOGIN, PASSWORD] as const,
    );
    // signing in again began a new session at the host; the first window goes on with its own key
    const write = (page: typeof other, who: string) =>
      page.evaluate(async (name) => {
        const answers = [];
        for (let count = 0; count < 15; count += 1)
          answers.push(
            (await window.bench.record("aidFile", "file-0001", { occupation: `${name}${count}` })).ok,
          );
        return answers.every((ok) => ok);
      }, who);
    expect(await Promise.all([write(desk.page(), "甲窗"), write(other, "乙窗")])).toEqual([true, true]);
    expect((await desk.call("card", "aidFile", "file-0001"))?.view.conflicts).toEqual([]);
    expect((await desk.call("history", "aidFile", "file-0001")).length).toBe(before + 30);
    expect(await desk.call("troubles")).toEqual([]);
    await other.close();
  });

  it("a role the staff record does not give is refused, and nothing is written", async () => {
    const before = (await desk.call("figures")).unsent;
    const refused = await desk.call("step", "file-0001", "receive", {});
    expect(refused).toMatchObject({ ok: false, refusal: { code: "stage-forbids" } });
    expect((await desk.call("figures")).unsent).toBe(before);
  });
});
