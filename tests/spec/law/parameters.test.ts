import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import { DEFAULT_PARAMETERS, PARAMETERS, PERIOD_PARAMETERS } from "../../../shared/law/parameters.ts";
import { checkSettings, parametersOn } from "../../../shared/law/readParameters.ts";

const from = day("2026-01-01");
const STANDARD = {
  method: "DIBAO_MULTIPLE",
  baseMonthlyFen: fen(72_000),
  ratioPercent: 200,
  basis: "household",
  individualBasisMatters: ["M31_4"],
  docNo: "甲民发〔2025〕1号",
  effectiveFrom: from,
} as const;

describe("what was not read in a text in force is a parameter, not a truth", () => {
  it("T12: supplementing suspends the examination unless the bureau says no (mark U)", () => {
    expect([
      DEFAULT_PARAMETERS.examSuspendDuringSupplement,
      PARAMETERS.examSuspendDuringSupplement.mark,
    ]).toEqual([true, "U"]);
  });
  it("no hardship standard is invented", () => expect(DEFAULT_PARAMETERS.hardshipStandards).toEqual([]));
  it("every marked period may be set, and no other", () => {
    expect(PERIOD_PARAMETERS.length).toBeGreaterThan(15);
    expect(
      PERIOD_PARAMETERS.filter(({ evidence, status }) => evidence === "V1" && !status.startsWith("verify")),
    ).toEqual([]);
  });
});

describe("settings take effect on their day", () => {
  const settings = [
    { name: "yearsForLifeDeath", from: day("2026-07-01"), value: 5 },
    { name: "EXM-SUPPLEMENT-RETURN", from, value: 15 },
    { name: "hardshipStandard", from, value: STANDARD },
  ] as const;
  it.each([
    ["2026-06-30", 3],
    ["2026-07-01", 5],
  ] as const)("杭州第三十一条 as a local parameter: on %s %i years", (on, years) =>
    expect(parametersOn(settings, day(on)).yearsForLifeDeath).toBe(years),
  );
  it("sets periods and standards", () => {
    const found = parametersOn(settings, from);
    expect([found.periods, found.hardshipStandards]).toEqual([{ "EXM-SUPPLEMENT-RETURN": 15 }, [STANDARD]]);
  });
  it("the order of storage does not matter, the later day wins", () => {
    const later = { name: "yearsForLifeDeath", from: day("2026-08-01"), value: 4 } as const;
    expect(parametersOn([later, ...settings], day("2026-09-01")).yearsForLifeDeath).toBe(4);
  });
});

describe("stored settings are checked one by one", () => {
  it("accepts what fits", () =>
    expect(checkSettings([{ name: "caseGranularity", from, value: "matter" }]).ok).toBe(true));
  it.each([
    ["an unknown name", { name: "examDays", from, value: 9 }],
    ["a period in force and read in full", { name: "EXM-7D", from, value: 9 }],
    ["a wrong kind of value", { name: "examSuspendDuringSupplement", from, value: "yes" }],
    ["a code outside its list", { name: "caseGranularity", from, value: "week" }],
    ["a negative length", { name: "EMG-MAKEUP", from, value: -1 }],
    ["no day", { name: "yearsForLifeDeath", from: "2026-02-30", value: 5 }],
    ["half a standard", { name: "hardshipStandard", from, value: { docNo: "x" } }],
    ["a key of every object", { name: "constructor", from, value: 1 }],
  ])("refuses %s", (_title, entry) => expect(checkSettings([entry]).ok).toBe(false));
});
