import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberText } from "../../../../renderer/print/report.ts";

const formatter = (minimumFractionDigits: number) =>
  new Intl.NumberFormat("en-US", {
    minimumFractionDigits,
    maximumFractionDigits: 2,
    signDisplay: "negative",
  });
const FORMATTERS = { 0: formatter(0), 2: formatter(2) } as const;

describe("figures as people read them (R1–R11)", () => {
  it("thousands are set apart, and as many decimals stand as there are, or always two", () => {
    expect([0, 7, 1234, 1234567, -1234, 99.5, 0.05].map((value) => numberText(value, 0))).toEqual([
      ...["0", "7", "1,234", "1,234,567", "-1,234", "99.5", "0.05"],
    ]);
    expect([0, 1234.5, -0.1, 100000].map((value) => numberText(value, 2))).toEqual([
      ...["0.00", "1,234.50", "-0.10", "100,000.00"],
    ]);
  });

  it("as the machine's own formatter writes them, which would have to be loaded first", () => {
    const hundredths = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(hundredths, fc.constantFrom(0 as const, 2 as const), (count, decimals) => {
        expect(numberText(count / 100, decimals)).toBe(FORMATTERS[decimals].format(count / 100));
      }),
    );
  });
});
