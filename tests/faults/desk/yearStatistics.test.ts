import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";
import { yearJournal } from "../../../build/year/yearJournal.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { rangesOf } from "../../../shared/statistics/tabulate.ts";
import { pileOf, recountLine } from "../../property/statistics/recountLine.ts";
import { aDeskPage, aGround, type DeskPage, type Ground } from "./aDeskPage.ts";

const folder = mkdtempSync(join(tmpdir(), "lad-year-statistics-"));
const TODAY = "2026-11-23";
const YEAR = 2026;
const ROWS = new Map(INDICATORS.map((row) => [row.id as string, row]));
let ground: Ground;
let desk: DeskPage;

beforeAll(async () => {
  await yearJournal({ cases: 60, consultations: 300, seed: 5 }, { folder, version: "0.1.0" });
  ground = await aGround();
  desk = await aDeskPage(ground, folder);
  await desk.call("signIn", "sun", DEMO_PASSWORD);
  await desk.call("openDesk");
}, 240_000);
afterAll(async () => {
  await desk?.end();
  ground?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** The figures of the year that are other than recounted by hand, and all that are not nought, by name and column. */
const compared = async () => {
  const law = { ...(await desk.call("law")), today: TODAY as Day };
  const pile = pileOf(await desk.call("allRecords"), law);
  const ranges = rangesOf({ kind: "year", year: YEAR, no: 1 });
  const figures = (await desk.call("annual", YEAR, TODAY)).flatMap(({ id, key, code, values }) => {
    const indicator = ROWS.get(id);
    if (indicator === undefined || indicator.is === "ratio") return [];
    return ranges.flatMap((range, column) => {
      const said = values[column] ?? null;
      return said === null
        ? []
        : [{ key, column, said, mine: recountLine(pile, { indicator, code }, range) }];
    });
  });
  const told = figures.filter(({ said }) => said > 0);
  return {
    wrong: figures.filter(({ said, mine }) => said !== mine),
    said: new Map(told.map(({ key, column, said }) => [`${key}@${column}`, said])),
  };
};
type Compared = Awaited<ReturnType<typeof compared>>;

const must = (result: { readonly ok: boolean }, what: string): void =>
  expect({ what, ...result }).toMatchObject({ what, ok: true });
/** The first record of a kind that says so; its view was bound before. */
const one = async (t: string, isMeant: (record: StatRecord) => boolean): Promise<StatRecord> => {
  const found = (await desk.call("allRecords")).find((record) => record.t === t && isMeant(record));
  if (found === undefined) throw new Error(`no ${t} of that sort`);
  return found;
};
const signIn = async (login: string): Promise<void> => {
  await desk.call("signIn", login, DEMO_PASSWORD);
  await desk.call("openDesk");
};

const anEntry = {
  ...{ enteredOn: `${YEAR}-06-02`, fiscalYear: YEAR, fund: "BUDGET", subject: "LS_BUDGET", flow: "IN" },
  ...{ amountFen: 123_400, voucherNo: "记-900001", summary: "年中追加" },
} as const;
const HOLIDAYS = { year: YEAR, coversUntil: `${YEAR}-12-31`, rest: [], work: [] };
const AGREEMENTS = { name: "agreementForNotified", from: `${YEAR}-01-01`, value: true };

/** What may happen after everything was bound, and a figure that must then be another one. */
// biome-ignore format: a table is read by columns
const AFTERWARDS = [
  { what: "a new consultation", by: "sun", figure: "consultations@0",
    act: async () => must(await desk.call("create", "consultation", "asked-since", { askedAt: `${YEAR}-06-01T09:00`, channel: "WINDOW" }), "asked") },
  { what: "an edit of a bound one", by: "sun", figure: "consultations/LETTER@0",
    act: async () => must(await desk.call("record", "consultation", (await one("consultation", ({ facts }) => facts.channel === "WINDOW" && String(facts.askedAt) > `${YEAR}-02`)).id, { channel: "LETTER" }), "edited") },
  { what: "an entry of the ledger", by: "wu", figure: "",
    act: async () => must(await desk.call("take", "fundEntry", "entry-since", "enterEntry", anEntry), "entered") },
  { what: "and its voiding", by: "sun", figure: "",
    act: async () => must(await desk.call("take", "fundEntry", "entry-since", "voidEntry", { voidReason: "金额录入错误。" }), "voided") },
  { what: "a published parameter", by: "sun", figure: "clocksTarget@0",
    act: () => desk.call("publish", { kind: "PARAMETER", docNo: "试", publishedAt: `${YEAR}-11-01T09:00`, body: JSON.stringify(AGREEMENTS) }) },
  { what: "a published holiday table", by: "sun", figure: "clocksHard@0",
    act: () => desk.call("publish", { kind: "CALENDAR", docNo: "试", publishedAt: `${YEAR}-11-02T09:00`, body: JSON.stringify(HOLIDAYS) }) },
] as const;

describe("annual statistics of an invented year on a desk, through the volumes (issue 3, R1–R11)", () => {
  it("are those of a recount by hand right after the first build, which binds what it folds", async () => {
    expect(await desk.call("volumes")).toBeGreaterThan(0);
    await desk.call("countAhead");
    const { wrong, said } = await compared();
    expect(wrong).toEqual([]);
    expect(said.size).toBeGreaterThan(200);
  });

  it("and when everything is bound, and something is changed after that", async () => {
    await desk.call("bindThin", 40);
    expect(await desk.call("volumes")).toBeGreaterThan(15);
    let before: Compared = await compared();
    for (const { what, by, figure, act } of AFTERWARDS) {
      await signIn(by);
      await act();
      const after = await compared();
      expect([what, after.wrong]).toEqual([what, []]);
      if (figure !== "") expect([what, after.said.get(figure)]).not.toEqual([what, before.said.get(figure)]);
      before = after;
    }
    expect(before.said.size).toBeGreaterThan(200);
    await desk.call("bindThin", 40);
    expect((await compared()).wrong).toEqual([]);
  });
});
