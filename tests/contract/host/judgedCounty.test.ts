import { afterAll, expect, it } from "vitest";
import { makeCounty } from "../../../build/demo/county.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { applyOp, recordsOf } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Payload } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { judge } from "../../../shared/sync/judge.ts";
import { answered, newFolder, openMachine, removeFolder } from "./machines.ts";

const CENTER = "c".repeat(24);
const folder = newFolder();
afterAll(() => removeFolder(folder));

it("security S13: the center agrees with every step that the desk let through in a whole county", async () => {
  const machine = await openMachine(folder);
  const session = await makeCounty(machine.host, instant("2026-05-06T10:00"));
  const states = new Map<string, RecordState>();
  const stateOf = (t: string, id: string) => states.get(`${t}/${id}`);
  const verdicts = new Map<string, number>();
  const against: string[] = [];
  let stepCount = 0;
  for (let after = 0; ; ) {
    const { ops, headN } = answered(await machine.host["journal.read"]({ after, limit: 500 }));
    for (const { h, header, payload } of ops) {
      after += 1;
      const op: FoldOp = {
        h,
        seq: after,
        header: JSON.parse(header) as Header,
        muts: (JSON.parse(payload) as Payload).muts,
      };
      const hasStaff = [...states.keys()].some((key) => key.startsWith("staff/"));
      const verdict = judge(op, { bureau: session.bureau, centerFeed: CENTER, stateOf, hasStaff });
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      stepCount += op.muts.filter(({ k }) => k === "step").length;
      if (verdict !== "ok") against.push(`${op.header.intent}: ${verdict}`);
      for (const [t, id] of recordsOf(op.muts))
        states.set(`${t}/${id}`, applyOp(stateOf(t, id) ?? emptyState(t, id), op));
    }
    if (after >= headN) break;
  }
  await machine.close();
  expect(against).toEqual([]);
  expect(verdicts.get("ok")).toBeGreaterThan(250);
  expect(stepCount).toBeGreaterThan(60);
});
