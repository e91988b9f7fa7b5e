import { describe, expect, it } from "vitest";
import { numbersAfter } from "../../../renderer/data/numberCounters.ts";
import type { Mut } from "../../../shared/ops/op.ts";
import { withinBytes } from "../../../shared/sync/withinBytes.ts";

const number = (no: number, grant = "grant-0001"): Mut => ({
  k: "number",
  t: "aidFile",
  id: "file-0001",
  f: "applicationNo",
  series: "决",
  year: 2026,
  no,
  text: `第${no}号`,
  grant,
  sup: [],
});
const none = { numbers: {}, provisional: {} };

describe("I18: a number is given once, for ever", () => {
  it("the next number follows the highest used, in whatever order ops come back", () => {
    expect(numbersAfter(none, [number(3), number(1), number(2)]).numbers).toEqual({ "grant-0001": 4 });
    expect(numbersAfter({ numbers: { "grant-0001": 9 }, provisional: {} }, [number(3)]).numbers).toEqual({
      "grant-0001": 9,
    });
  });

  it("provisional numbers count by series and year, and touch no block", () => {
    expect(numbersAfter(none, [number(2, "")])).toEqual({ numbers: {}, provisional: { "决/2026": 2 } });
  });
});

describe("a push stays below the center's limits (F69)", () => {
  const op = (length: number) => ({ h: "", header: "h".repeat(length), payload: "", sig: "", actorSig: "" });
  it("takes the oldest ops that fit, and one op however long it is", () => {
    expect(withinBytes([op(100), op(100), op(100)], 2000)).toHaveLength(2);
    expect(withinBytes([op(100_000), op(1)], 2000)).toHaveLength(1);
    expect(withinBytes([op(1), op(1)], 100_000)).toHaveLength(2);
    expect(withinBytes([], 1)).toEqual([]);
  });
});
