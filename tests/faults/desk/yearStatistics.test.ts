import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../../../build/demo/staff.ts";
import { yearJournal } from "../../../build/year/yearJournal.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import { rangesOf } from "../../../shared/statistics/tabulate.ts";
import { pileOf, recountLine } from "../../property/statistics/recountLine.ts";
import { counted } from "../../spec/statistics/county.ts";
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

/** The figures of the year that are other than recounted by hand, and how many were compared that are not nought. */
const compared = async () => {
  const { law } = counted(TODAY, await desk.call("parameters"));
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
  return {
    wrong: figures.filter(({ said, mine }) => said !== mine),
    count: figures.filter(({ said }) => said > 0).length,
  };
};

describe("annual statistics of an invented year on a desk, through the volumes (issue 3, R1–R11)", () => {
  it("are those of a recount by hand right after the first build, which binds what it folds", async () => {
    expect(await desk.call("volumes")).toBeGreaterThan(0);
    const { wrong, count } = await compared();
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it("and when everything is bound, and some records were changed since", async () => {
    await desk.call("bindThin", 40);
    const before = await desk.call("volumes");
    expect(before).toBeGreaterThan(15);
    const id = "asked-since";
    await desk.call("create", "consultation", id, { askedAt: `${YEAR}-06-01T09:00`, channel: "WINDOW" });
    const { wrong, count } = await compared();
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });
});
