import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import { PERIOD_KINDS, periodsPerYear } from "../../../shared/statistics/period.ts";
import { rangesOf, tabulate } from "../../../shared/statistics/tabulate.ts";
import { counted } from "../../spec/statistics/county.ts";
import { RECORDS } from "./county.ts";
import { RECOUNTS } from "./naive.ts";
import { HOW, pileOf, recountLine } from "./recountLine.ts";

const PERIOD = fc
  .tuple(fc.constantFrom(...PERIOD_KINDS), fc.constantFrom(2025, 2026), fc.nat(11))
  .map(([kind, year, no]) => ({ kind, year, no: (no % periodsPerYear(kind)) + 1 }));
const SCENE = counted("2026-08-15");
describe("统计等于逐项重数（issue 3，R1–R11）", () => {
  it("每一行都有第二种数法", () => {
    const rows = INDICATORS.filter(({ is }) => is !== "ratio").map(({ id }) => id);
    expect([...Object.keys(RECOUNTS), ...Object.keys(HOW)].toSorted()).toEqual(rows.toSorted());
  });

  it("任何记录、任何期间：每个数字等于重数，明细之和等于数字，次序无关", () => {
    let compared = 0;
    fc.assert(
      fc.property(RECORDS, PERIOD, (records, period) => {
        const lines = tabulate(records, period, SCENE);
        const ranges = rangesOf(period);
        const pile = pileOf(records, SCENE.law);
        for (const { key, indicator, code, figures } of lines) {
          if (indicator.is === "ratio") continue;
          for (const [column, range] of ranges.entries()) {
            const { value, parts } = figures[column] as (typeof figures)[number];
            if (indicator.is === "count" && indicator.on === "@now" && column === 2) {
              expect([key, value]).toEqual([key, null]);
              continue;
            }
            const mine = recountLine(pile, { indicator, code }, range);
            if (value !== mine) expect([key, column, value]).toEqual([key, column, mine]);
            const behind = parts();
            if (behind.length > 0) {
              expect(behind.reduce((sum, { amount }) => sum + amount, 0)).toBe(value);
              expect(new Set(behind.map(({ t, id }) => `${t}/${id}`)).size).toBe(behind.length);
            } else expect(value).toBe(0);
            compared += value === 0 ? 0 : 1;
          }
        }
        const again = tabulate(records.toReversed(), period, SCENE);
        const values = (all: typeof lines) =>
          all.map(({ key, figures }) => [key, figures.map(({ value }) => value)]);
        expect(values(again)).toEqual(values(lines));
      }),
      { numRuns: 80, seed: 20_260_101 },
    );
    // a green that compared noughts only would be red
    expect(compared).toBeGreaterThan(1500);
  });
});
