import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";
import { yearJournal } from "../../../build/year/yearJournal.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";

const folder = mkdtempSync(join(tmpdir(), "lad-first-build-"));
let ground: Ground;
let desk: DeskPage;
let count = 0;

beforeAll(async () => {
  const { acts } = await yearJournal({ cases: 30, consultations: 80, seed: 3 }, { folder, version: "0.1.0" });
  count = acts.length;
  ground = await aGround();
  desk = await aDeskPage(ground, folder);
  await desk.call("signIn", "sun", DEMO_PASSWORD);
});
afterAll(async () => {
  await desk?.end();
  ground?.end();
  rmSync(folder, { recursive: true, force: true });
});

describe("the first build of a database from a long journal", () => {
  it("gives the same rows as op by op: records, their indexes, what they are found by, ops and counters (I2)", async () => {
    const slow = await desk.call("builtOpByOp");
    const fast = await desk.call("builtAtOnce", Number.POSITIVE_INFINITY);
    expect(slow.ops).toHaveLength(count);
    expect(slow.records.length).toBeGreaterThan(100);
    expect(slow.lines.length).toBeGreaterThan(50);
    expect(fast).toEqual(slow);
  });

  it("is the same when the rows of its ops are stored later, after a kill half way as well (F9)", async () => {
    const slow = await desk.call("builtOpByOp");
    const early = await desk.call("builtAtOnce", 0);
    expect(early.ops).toEqual([]);
    expect({ ...early, ops: slow.ops }).toEqual(slow);
    expect(await desk.call("laterThenKilled", 3)).toBeLessThan(count);
    await desk.closeBrowser();
    await desk.openBrowser();
    await desk.call("signIn", "sun", DEMO_PASSWORD);
    expect(await desk.call("laterToTheEnd")).toEqual(slow);
  });

  it("leaves nothing to compute again after opening", async () => {
    await desk.call("openDesk");
    const { law, opsLater } = await desk.call("meta");
    expect(law).toContain("EXM");
    expect(opsLater.n).toBe(opsLater.to);
    expect(await desk.call("troubles")).toEqual([]);
    expect((await desk.call("figures")).unsent).toBe(count);
  });
});
