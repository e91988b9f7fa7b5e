import { describe, expect, it } from "vitest";
import {
  ageOn,
  birthDateOf,
  citizenIdCheck,
  citizenIdFault,
  isCitizenId,
  maskCitizenId,
  permitRegionOf,
  sexOf,
} from "../../../shared/kernel/citizenId.ts";
import { day } from "../../../shared/kernel/day.ts";
import { fen, fenOfYuan, isFen, sumFen, yuanOfFen } from "../../../shared/kernel/fen.ts";
import { isUscc, usccCheck } from "../../../shared/kernel/uscc.ts";

const TODAY = day("2026-03-02");
const withCheck = (digits: string): string => digits + citizenIdCheck(digits);

describe("V01, GB 11643: 公民身份号码", () => {
  it("accepts the specification's sample", () =>
    expect(citizenIdFault("11010519491231002X", TODAY)).toBeNull());
  it.each([
    ["110105194912310021", "check-digit"],
    ["11010519491231002x", "form"],
    ["1101051949123100", "form"],
    [withCheck("11010520260231001"), "date"],
    [withCheck("11010520260303001"), "future"],
    ["01010519491231002X", "form"],
  ])("%s: %s", (id, fault) => expect(citizenIdFault(id, TODAY)).toBe(fault));
  it("finds every single wrong digit of a number", () => {
    const right = withCheck("99990119480310123");
    const wrong = [...right.slice(0, 17)].flatMap((digit, at) =>
      [..."0123456789"]
        .filter((other) => other !== digit)
        .map((other) => right.slice(0, at) + other + right.slice(at + 1)),
    );
    expect(wrong.length).toBe(153);
    expect(wrong.filter(isCitizenId)).toEqual([]);
  });
  it("reads birth, sex and the residence permit's region", () => {
    expect(birthDateOf("11010519491231002X")).toBe("1949-12-31");
    expect([sexOf(withCheck("99990119480310123")), sexOf(withCheck("99990119480310124"))]).toEqual([
      "male",
      "female",
    ]);
    expect(permitRegionOf(withCheck("83000019900101001"))).toBe("TW");
    expect(permitRegionOf("11010519491231002X")).toBeNull();
  });
  it("shows the first six and last four only", () => {
    expect(maskCitizenId("11010519491231002X")).toBe("110105********002X");
    expect(maskCitizenId("E1234567")).toBe("********");
  });
});

describe("民法典第十七条: full years", () => {
  it.each([
    ["2008-06-17", "2026-06-16", 17],
    ["2008-06-16", "2026-06-16", 18],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
  ] as const)("born %s is on %s %i years old", (born, on, age) =>
    expect(ageOn(day(born), day(on))).toBe(age),
  );
});

describe("V02, GB 32100: 统一社会信用代码", () => {
  it("accepts the specification's sample, whose check character is 3", () => {
    expect(usccCheck("91350100M000100Y4")).toBe("3");
    expect(isUscc("91350100M000100Y43")).toBe(true);
  });
  it.each(["91350100M000100Y44", "91350100I000100Y43", "91350100m000100y43", ""])("refuses %s", (code) =>
    expect(isUscc(code)).toBe(false),
  );
});

describe("money in fen", () => {
  it.each([
    ["1440", 144_000],
    ["18,600.5", 1_860_050],
    ["0.07", 7],
    ["-3.05", -305],
    ["1.005", null],
    ["1,44", null],
    ["abc", null],
    ["", null],
  ] as const)("%s yuan is %s fen", (text, amount) => expect(fenOfYuan(text)).toBe(amount));
  it.each([
    [144_000, "1,440.00"],
    [7, "0.07"],
    [-305, "-3.05"],
    [123_456_789, "1,234,567.89"],
  ] as const)("%i fen is %s yuan", (amount, text) => expect(yuanOfFen(fen(amount))).toBe(text));
  it("has no fractions", () => {
    expect(isFen(0.5)).toBe(false);
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(sumFen([fen(10), fen(20)])).toBe(30);
  });
});
