import { describe, expect, it } from "vitest";
import { shouldCarry } from "../../../shared/sync/carryAdvice.ts";

const DAY = 24 * 60 * 60 * 1000;

describe("when a desk is told to carry its work to the center in a file (sync design §3.16)", () => {
  // biome-ignore format: a table is read by columns
  it.each([
    ["nothing waits",                        0,      0,            false],
    ["nothing waits, whatever the clock says", 0,    99 * DAY,     false],
    ["a day's work",                         200,    DAY,          false],
    ["three weeks' work",                    2_200,  21 * DAY,     true],
    ["one entry of two weeks ago",           1,      14 * DAY,     true],
    ["one entry of nearly two weeks ago",    1,      14 * DAY - 1, false],
    ["twenty thousand of today",             20_000, DAY,          true],
    ["one fewer",                            19_999, DAY,          false],
    ["a clock that went back",               1,      -DAY,         false],
  ])("%s", (_, unsent, oldestMs, isAdvised) => {
    expect(shouldCarry({ unsent, oldestMs })).toBe(isAdvised);
  });
});
