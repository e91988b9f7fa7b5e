import { describe, expect, it } from "vitest";
import { alarmLabel } from "../../../renderer/data/alarms.ts";
import { saysKeptOutside } from "../../../renderer/sync/keptOutside.ts";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import type { BookedOp } from "../../../shared/ops/op.ts";

const [FEED, EARLIER, ANOTHER] = ["f".repeat(24), "e".repeat(24), "a".repeat(24)];
const desk = { session: { feed: FEED, earlier: [EARLIER] } } as unknown as Parameters<
  typeof saysKeptOutside
>[0];

/** An op of the book that puts these facts of one record. */
const puts = (t: string, facts: Readonly<Record<string, Json>>, verdict = "ok"): BookedOp => {
  const muts = Object.entries(facts).map(([f, v]) => ({
    k: "put",
    t,
    id: "1",
    f,
    old: null,
    new: v,
    sup: [],
  }));
  const payload = canonicalJson({ muts });
  return { h: "", seq: 1, header: canonicalJson({ minReader: 1 }), payload, verdict } as unknown as BookedOp;
};

describe("what a person at the province keeps outside the book is told to the desk it came from (R8)", () => {
  it("R8: a decision to keep something of this desk, under its present feed or an earlier one", () => {
    for (const feed of [FEED, EARLIER])
      expect(saysKeptOutside(desk, [puts("aidFile", {}), puts("hold", { feed, decision: "KEPT" })])).toBe(
        true,
      );
  });

  it("R8: not one about another desk, a release, what had no effect, or another record that says the same", () => {
    const others = [
      puts("hold", { feed: ANOTHER, decision: "KEPT" }),
      puts("hold", { feed: FEED, decision: "RELEASED" }),
      puts("hold", { feed: FEED, decision: "KEPT" }, "role-forbids"),
      puts("consultation", { feed: FEED, decision: "KEPT", gist: '"hold"' }),
      { ...puts("hold", { feed: FEED, decision: "KEPT" }), payload: "" },
    ];
    expect(saysKeptOutside(desk, others)).toBe(false);
  });

  it("R8: the alarm says in both languages what happened and what to do", () => {
    expect(alarmLabel("kept-outside").zh).toContain("总账");
    expect(alarmLabel("kept-outside").en).toContain("enter again what is missing");
  });
});
