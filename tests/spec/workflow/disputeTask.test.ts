import { describe, expect, it } from "vitest";
import {
  type Claim,
  DISPUTE_RULES,
  type DisputeKind,
  disputedFromSeq,
  disputeTask,
} from "../../../shared/workflow/disputeTask.ts";

const booked = (seq: number, actor: string, receivedAt: string): Claim => ({
  seq,
  actor,
  receivedAt,
  claimedAt: "2020-01-01T00:00:00.000Z",
});
const local = (actor: string, claimedAt: string): Claim => ({ seq: null, actor, receivedAt: "", claimedAt });
const now = Date.parse("2026-05-10T08:00:00.000Z");

const first = booked(7, "staff-first", "2026-05-01T08:00:00.000Z");
const second = booked(9, "staff-second", "2026-05-09T09:00:00.000Z");

describe("争议的责任人、已等天数和升级（I14、I17）", () => {
  it("a conflict is the task of whoever was booked first, since the second was booked", () => {
    expect(disputeTask("conflict", [second, first], now)).toEqual({
      ownerId: "staff-first",
      since: "2026-05-09T09:00:00.000Z",
      ageDays: 0,
      isEscalated: false,
    });
  });

  it("a third claim does not make it younger", () => {
    const third = booked(30, "staff-third", "2026-05-10T07:00:00.000Z");
    expect(disputeTask("conflict", [third, second, first], now)?.since).toBe(second.receivedAt);
  });

  it("what is only on this computer counts by its own time, and after everything booked", () => {
    const task = disputeTask("conflict", [local("staff-here", "2026-05-09T20:00:00.000Z"), first], now);
    expect(task).toMatchObject({ ownerId: "staff-first", since: "2026-05-09T20:00:00.000Z" });
  });

  it.each(Object.keys(DISPUTE_RULES) as DisputeKind[])(
    "%s goes over to the head of the agency when it has waited",
    (kind) => {
      const { patienceDays, owner } = DISPUTE_RULES[kind];
      const since = (ms: number) => [first, { ...second, receivedAt: new Date(now - ms).toISOString() }];
      const day = 24 * 60 * 60 * 1000;
      const before = disputeTask(kind, since(patienceDays * day - 1), now);
      expect(before).toMatchObject({ isEscalated: false, ownerId: owner === "head" ? "" : "staff-first" });
      const after = disputeTask(kind, since(patienceDays * day), now);
      expect(after).toMatchObject({ isEscalated: true, ownerId: "", ageDays: patienceDays });
    },
  );

  it("a refused op is one claim; a clock behind the center's makes no negative age; of nothing nothing is said", () => {
    expect(disputeTask("refused", [first], Date.parse(first.receivedAt) - 1)).toMatchObject({
      ownerId: "staff-first",
      ageDays: 0,
    });
    expect(disputeTask("conflict", [], now)).toBeUndefined();
  });
});

describe("the order of the work list", () => {
  const head = (seq: number) => ({ h: `h-${seq}`, v: seq, rank: seq, seq, feed: "f" });
  it("the record whose second claim was booked first comes first, whatever came on top later", () => {
    const long = { conflicts: [{ f: "request", heads: [head(90), head(3), head(5)] }], contested: [] };
    const short = { conflicts: [{ f: "request", heads: [head(2), head(6)] }], contested: [] };
    const both = {
      conflicts: [...short.conflicts, { f: "caseFacts", heads: [head(1), head(4)] }],
      contested: [],
    };
    expect([long, short, both].map(disputedFromSeq)).toEqual([5, 6, 4]);
  });
});
