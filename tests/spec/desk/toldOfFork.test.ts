import { describe, expect, it, vi } from "vitest";
import type { Desk } from "../../../renderer/data/desk.ts";
import type { Center } from "../../../renderer/sync/centerClient.ts";
import { push } from "../../../renderer/sync/push.ts";
import { freshMind, toolsOf } from "../../../renderer/sync/syncMind.ts";
import type { PushReply, PushResult } from "../../../shared/api/syncApi.ts";
import { PENDING } from "../../../shared/ops/op.ts";
import type { FeedStanding } from "../../../shared/sync/plan.ts";
import { aMetaTable } from "../../builders/aMetaTable.ts";

vi.stubGlobal("navigator", { locks: { request: (_: string, work: () => unknown) => work() } });

const FEED = "f".repeat(24);
type Row = { readonly h: string; readonly n: number; readonly seq: number; waiting?: number };
const booked = (h: string, n: number, seq: number): Row => ({ h, n, seq });
const waits = (h: string, n: number): Row => ({ h, n, seq: PENDING + n, waiting: n });

/** As much of a table of ops as delivering asks of it, by the second part of an index of this feed. */
const opsOf = (rows: readonly Row[]) => {
  const among = (key: "n" | "waiting", from: number, to: number) => {
    const found = rows.filter((row) => (row[key] ?? -1) >= from && (row[key] ?? -1) <= to);
    return {
      toArray: async () =>
        found.map((row) => ({ ...row, sealed: { h: row.h, header: "{}", payload: "{}" } })),
      limit: (most: number) => among(key, from, Math.min(to, from + most)),
      modify: async (change: (row: Row) => void) => found.forEach(change),
    };
  };
  return {
    get: async (h: string) => rows.find((row) => row.h === h),
    where: (index: string) => {
      const key = index.includes("waiting") ? "waiting" : "n";
      return {
        equals: ([, n]: readonly [string, number]) => among(key, n, n),
        between: ([, from]: readonly [string, number], [, to]: readonly [string, number]) =>
          among(key, from, to),
      };
    },
  };
};

/** Delivers what waits of `rows` to a center whose main line of the feed ends with `main`: what the screen says, and the alarm. */
const deliver = async (
  rows: readonly Row[],
  said: Omit<PushResult, "h" | "n">,
  { standing = "open", main = rows[0] }: { readonly standing?: FeedStanding; readonly main?: Row } = {},
) => {
  const meta = new Map<string, unknown>([["journal", { feed: FEED, n: 9, h: "x" }]]);
  const desk = {
    session: { installId: "install-1", bureau: "bureau-1", feed: FEED, earlier: [] },
    seal: { open: async (_: string, __: string, sealed: unknown) => sealed },
    db: {
      ops: opsOf(rows),
      meta: aMetaTable(meta),
      transaction: (_: string, __: unknown, work: () => unknown) => work(),
    },
  } as unknown as Desk;
  const results = rows.filter(({ waiting }) => waiting).map(({ h, n }) => ({ h, n, ...said }));
  const feedHead = { n: main?.n ?? 0, h: main?.h ?? "" };
  const receipt = { ...feedHead, seq: 1, at: "", sig: "" };
  const reply = { feedHead, results, head: { seq: 4, chain: "" }, stable: 0, receipt } as PushReply;
  const center = { push: async () => ({ ok: true, value: reply }) } as unknown as Center;
  const mind = { ...freshMind(), standing };
  const keys = { centerKey: "", formerKeys: [], province: { key: "", url: "" } };
  const outcome = await push(desk, center, toolsOf(keys, mind));
  return [outcome.ok ? "" : outcome.refusal.code, meta.get("alarm")];
};

/** A main line of one op, a released branch of three beside it, and what a disk put back into that branch wrote. */
const MAIN = booked("a1", 1, 1);
const RELEASED = [booked("b1", 1, 2), booked("b2", 2, 3), booked("b3", 3, 4)];
const LEAVES = [waits("c2", 2), waits("c3", 3)];

describe("a branch that leaves a released branch, beyond the end of the main line (R8, F47)", () => {
  it("R8: while it is kept outside, the screen names two records at one position and never a busy center", async () => {
    expect(await deliver([MAIN, ...RELEASED, ...LEAVES], { s: "held" })).toEqual(["fork", "fork"]);
  });

  it("R8: a person is told when it is held, also where the other op has not come with the book yet", async () => {
    const said = { s: "held", verdict: "fork" } as const;
    expect(await deliver([MAIN, ...RELEASED.slice(0, 1), ...LEAVES], said)).toEqual(["fork", "fork"]);
  });

  it("R8, F47: at a position of the main line it is told as ever", async () => {
    const branch = [waits("c1", 1), waits("c2", 2)];
    expect(await deliver([MAIN, ...branch], { s: "held" })).toEqual(["fork", "fork"]);
  });

  it("F53, F83: what is held beside nothing else is no fork: a desk stopped this moment, an enrolment that has ended", async () => {
    expect(await deliver([MAIN, waits("a2", 2)], { s: "held" })).toEqual(["busy", undefined]);
    expect(await deliver([MAIN, waits("a2", 2)], { s: "held" }, { standing: "ended" })).toEqual([
      "",
      undefined,
    ]);
  });

  it("F24, R12: what has to wait for its parents is a gap, and what was taken is no trouble", async () => {
    expect(await deliver([MAIN, waits("a3", 3)], { s: "gap" })).toEqual(["gap", undefined]);
    const taken = waits("a2", 2);
    expect(await deliver([MAIN, taken], { s: "ok", seq: 4 }, { main: taken })).toEqual(["", undefined]);
  });
});
