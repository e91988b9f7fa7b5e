import { describe, expect, it } from "vitest";
import { SHIPPED_LAW } from "../../../renderer/data/deskLaw.ts";
import { indexOf } from "../../../renderer/data/project.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { aFile } from "../../builders/aView.ts";

const received = { receivedAt: "2026-03-02T09:00", origin: "APPLICATION" };
const STAGES = { application: "received" };

describe("办案日志久无记录（§6.15）: found by an index, opened only when it is silent", () => {
  const assigned = { ...received, assignedAt: "2026-08-19T09:00", lawyerId: "lawyer-01" };
  const silence = (facts: { readonly [f: string]: Json }): readonly string[] =>
    indexOf(aFile({ ...assigned, ...facts }, STAGES), SHIPPED_LAW).stages.filter((entry) =>
      entry.startsWith("aidFile/silence/"),
    );

  it("thirty days after the assignment, the last entry or the end of a suspension, whichever is latest", () => {
    expect(silence({})).toEqual(["aidFile/silence/2026-09-18"]);
    expect(silence({ activities: [{ at: "2026-08-20T09:00", summary: "起草" }] })).toEqual([
      "aidFile/silence/2026-09-19",
    ]);
    expect(silence({ suspendedOn: "2026-08-21", resumedOn: "2026-09-10" })).toEqual([
      "aidFile/silence/2026-10-10",
    ]);
  });

  it("nothing while it is suspended, has its result or was terminated", () => {
    const over: readonly { readonly [f: string]: Json }[] = [
      { suspendedOn: "2026-08-21" },
      { resultReceivedOn: "2026-09-01" },
      { terminationEffectiveOn: "2026-09-01" },
    ];
    for (const facts of over) expect(silence(facts)).toEqual([]);
  });
});

describe("the cached due day of a file", () => {
  it("《法律援助法》第43条: seven days from receipt, the soonest first in the index", () => {
    const index = indexOf(aFile(received, STAGES), SHIPPED_LAW);
    expect(index.due?.slice(0, 10)).toMatch(/^2026-03-0[69]$/);
    expect(index.stages).toEqual([`aidFile/application/received/${index.due}`]);
    expect(index.on).toBe("2026-03-02T09:00");
  });

  it("custody and minors stand first within a day (《未成年人保护法》第104条)", () => {
    const plain = indexOf(aFile(received, STAGES), SHIPPED_LAW).due ?? "";
    const graves: readonly { readonly [f: string]: Json }[] = [
      { coerciveMeasure: "ARRESTED" },
      { categories: ["MINOR"] },
      { birthOn: "2010-05-05" },
    ];
    for (const facts of graves) {
      const due = indexOf(aFile({ ...received, ...facts }, STAGES), SHIPPED_LAW).due ?? "";
      expect([due.slice(0, 10), due < plain]).toEqual([plain.slice(0, 10), true]);
    }
    const plainOnes: readonly { readonly [f: string]: Json }[] = [
      { coerciveMeasure: "BAIL" },
      { birthOn: "1980-05-05" },
    ];
    for (const facts of plainOnes)
      expect(indexOf(aFile({ ...received, ...facts }, STAGES), SHIPPED_LAW).due).toBe(plain);
  });

  it("a file without a running period has no due day and stands last in its stage", () => {
    const index = indexOf(aFile({ origin: "APPLICATION" }, STAGES), SHIPPED_LAW);
    expect(index).not.toHaveProperty("due");
    expect(index.stages).toEqual(["aidFile/application/received/~"]);
  });
});
