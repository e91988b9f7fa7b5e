import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NUMBER_KINDS } from "../../../renderer/sync/refill.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { RecordView } from "../../../shared/ops/view.ts";
import { aGround, type DeskPage, type Ground } from "./aDeskPage.ts";
import { anOffice, does, forEach, type Office, untilOne } from "./tenDesks/office.ts";
import { watchStretch } from "./tenDesks/stretch.ts";
import type { Weeks } from "./tenDesks/weeks.ts";

/** A small share of three weeks; the whole of it is `npm run bench -- tenDesks`. */
const WEEKS: Weeks = { desks: 10, ops: 48, conflicts: 12, seed: 29 };
/** A page that stands still for longer on a quiet machine is felt; what ours needs is far below, but two cores bear ten browsers here. */
const STILL_MS = 1000;

let ground: Ground;
let office: Office;
beforeAll(async () => {
  ground = await aGround();
  office = await anOffice(ground, WEEKS);
}, 300_000);
afterAll(async () => {
  await office?.end();
  ground?.end();
});

const viewOf = async ({ call }: DeskPage, id: string): Promise<RecordView | undefined> =>
  (await call("card", "aidFile", id))?.view;
const text = (value: Json | undefined): string => canonicalJson(value ?? null);

describe("F29: ten desks come back after weeks without a line", () => {
  it("everything was written without one", async () => {
    await forEach(office.desks, (desk, at) => does(desk, office.told.of[at] ?? []));
    for (const desk of office.desks) expect((await desk.call("figures")).unsent).toBe(WEEKS.ops);
  });

  it("F29, I6: nine drain at once, to one state hash with the center", async () => {
    const nine = office.desks.slice(1);
    for (const { call } of nine) await call("sync");
    await untilOne(office, nine);
  });

  it("F29: the tenth meets everything at once, drains too, and its page never stands still meanwhile", async () => {
    const [{ call }] = office.desks as [DeskPage];
    await call("watchPulse");
    const stretch = watchStretch();
    await call("sync");
    await untilOne(office, office.desks);
    const { longestTaskMs, beats } = await call("pulse");
    expect(beats).toBeGreaterThan(10);
    expect(longestTaskMs / stretch()).toBeLessThan(STILL_MS);
    for (const desk of office.desks) expect(await desk.call("troubles")).toEqual([]);
  });

  it("I18: ten desks that fetch their blocks at once are given one block of each kind, and no second for nothing", async () => {
    const { call } = office.desks[4] as DeskPage;
    const grants = (await call("allRecords")).filter(({ t }) => t === "grant");
    expect(grants).toHaveLength(NUMBER_KINDS.length * WEEKS.desks);
    expect(new Set(grants.map(({ facts }) => `${facts.feed} ${facts.series}`)).size).toBe(grants.length);
  });

  it("I14: every conflict is there once on every desk, with what each of the ten wrote", async () => {
    const wanted = office.told.disputed.map(({ id, f }) => `${id} ${f}`).sort();
    for (const { call } of office.desks) {
      const cards = await call("conflicts");
      const found = cards.flatMap(({ id, view }) => view.conflicts.map(({ f }) => `${id} ${f}`));
      expect(found.sort()).toEqual(wanted);
    }
    const [desk] = office.desks as [DeskPage];
    // a page that shows only the first of them can say how many more there are
    expect(await desk.call("conflicts", 3)).toHaveLength(3);
    const files = new Set(office.told.disputed.map(({ id }) => id));
    expect((await desk.call("disputeCounts")).conflicts).toBe(files.size);
    for (const each of office.told.disputed) {
      const conflict = (await viewOf(desk, each.id))?.conflicts.find(({ f }) => f === each.f);
      const heads = conflict?.heads.map(({ v }) => text(v)).sort();
      expect(heads).toEqual(office.desks.map((_, at) => text(office.told.said(each, at))).sort());
    }
  });

  it("R16: what ten people wrote in ten lines of one form is all there, and what they wrote alike is no conflict", async () => {
    for (const { id, f, v } of office.told.alone)
      expect((await viewOf(office.desks[9] as DeskPage, id))?.facts).toMatchObject({
        [f]: v,
        request: "支付拖欠的工资",
      });
  });

  it("R18: one person resolves a conflict once, and it is gone on all ten", async () => {
    const [first, ...others] = office.desks as [DeskPage];
    const [each] = office.told.disputed;
    if (each === undefined) throw new Error("there is a conflict");
    const chosen = (await viewOf(first, each.id))?.conflicts[0]?.heads[3];
    expect((await first.call("resolve", each.id, each.f, chosen?.h ?? "")).ok).toBe(true);
    for (const { call } of office.desks) await call("askNow");
    await untilOne(office, office.desks);
    for (const desk of others)
      expect((await viewOf(desk, each.id))?.facts).toMatchObject({ [each.f]: chosen?.v });
  });
});
