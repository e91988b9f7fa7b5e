import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { day } from "../../../shared/kernel/day.ts";
import { fen } from "../../../shared/kernel/fen.ts";
import { hardshipOf } from "../../../shared/law/hardship.ts";
import type { HardshipStandard } from "../../../shared/law/hardshipStandard.ts";
import { standardOn } from "../../../shared/law/hardshipStandard.ts";

/** The scenarios' standard: 2 × 720 yuan a month, individual basis in maintenance and domestic violence. */
const STANDARD: HardshipStandard = {
  method: "DIBAO_MULTIPLE",
  baseMonthlyFen: fen(72_000),
  ratioPercent: 200,
  basis: "household",
  individualBasisMatters: ["M31_4", "M32_4"],
  docNo: "甲民发〔2025〕1号",
  effectiveFrom: day("2026-01-01"),
};
const member = (name: string, incomeFen: number) => ({ name, relation: "SON" as const, incomeFen });
const family = (...incomes: readonly number[]): AidFacts => ({
  matter: "M31_5A",
  household: incomes.map((income, at) => member(`某${at}`, income)),
});

describe("法律援助法第三十四条: income per head against the province's standard", () => {
  it.each([
    [[144_000], "PASS"],
    [[144_001], "FAIL"],
    [[432_000, 0, 0], "PASS"],
    [[432_001, 0, 0], "FAIL"],
    [[300_000, 0], "FAIL"],
    [[0], "PASS"],
  ] as const)("a household with %j fen a month: %s", (incomes, result) =>
    expect(hardshipOf(family(...incomes), STANDARD).result).toBe(result),
  );

  it("S02: maintenance looks at the applicant's own 210 yuan, not at the sons'", () => {
    const facts: AidFacts = {
      matter: "M31_4",
      personName: "乙某",
      household: [{ name: "乙某", incomeFen: 21_000 }, member("乙子", 900_000)],
    };
    const found = hardshipOf(facts, STANDARD);
    expect([found.result, found.basis, found.perCapitaFen, found.ceilingFen]).toEqual([
      "PASS",
      "individual",
      21_000,
      144_000,
    ]);
    expect(hardshipOf({ ...facts, matter: "M31_5A" }, STANDARD).result).toBe("FAIL");
  });

  it("shows its working with the document it rests on", () => {
    const { working } = hardshipOf(family(200_000, 0), STANDARD);
    expect(working.map(({ zh }) => zh)).toEqual([
      "标准：720.00元 × 200% = 1,440.00元/人·月（甲民发〔2025〕1号，自2026-01-01起施行）",
      "按家庭人均收入计算：2,000.00元 ÷ 2人 = 1,000.00元",
      "结论：符合经济困难标准",
    ]);
  });

  it.each([
    ["no income on record", {}],
    ["a member without income entered", { household: [{ name: "某" }] }],
  ] as const)("%s is left to a person", (_title, facts) =>
    expect(hardshipOf(facts, STANDARD).result).toBe("MANUAL"),
  );

  it("savings above the limit are left to a person", () => {
    const facts = { ...family(0), savingsFen: 5_000_001 };
    expect(hardshipOf(facts, { ...STANDARD, assetLimitFen: fen(5_000_000) }).result).toBe("MANUAL");
  });
});

describe("the standard is versioned by effective day", () => {
  const later = { ...STANDARD, baseMonthlyFen: fen(80_000), effectiveFrom: day("2026-07-01") };
  it.each([
    ["2025-12-31", undefined],
    ["2026-06-30", 72_000],
    ["2026-07-01", 80_000],
  ] as const)("on %s the base is %s", (on, base) =>
    expect(standardOn([later, STANDARD], day(on))?.baseMonthlyFen).toBe(base),
  );
  it("ends with its last day", () => {
    const ended = { ...STANDARD, effectiveTo: day("2026-03-31") };
    expect([standardOn([ended], day("2026-03-31")), standardOn([ended], day("2026-04-01"))]).toEqual([
      ended,
      null,
    ]);
  });
});
