import { describe, expect, it } from "vitest";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { fold } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../../shared/ops/op.ts";
import { emptyState } from "../../../shared/ops/state.ts";
import { writtenAfterReferral } from "../../../shared/workflow/afterReferral.ts";

const FILE = { t: "aidFile", id: "file-0001" } as const;
const named = (seq: number): string => String(seq).padStart(64, "0");
const op = (seq: number, ...muts: readonly Mut[]): FoldOp => ({
  h: named(seq),
  seq,
  header: { feed: "f".repeat(24), actor: "staff-0001" } as Header,
  muts,
});
const put = (f: string, v: Json): Mut => ({ k: "put", ...FILE, f, old: null, new: v, sup: [] });
const step = (name: string, { to, after }: { readonly to: string; readonly after: number }): Mut => ({
  k: "step",
  ...FILE,
  lane: "application",
  step: name,
  from: "received",
  to,
  outcome: {},
  facts: {},
  sup: after === 0 ? [] : [named(after)],
});
const received = [op(1, put("caseFacts", "拖欠工资")), op(2, step("receive", { to: "received", after: 0 }))];
const gone = [...received, op(3, step("refer", { to: "referred", after: 2 }))];
const lateOf = (...ops: readonly FoldOp[]): readonly string[] =>
  writtenAfterReferral(fold(emptyState(FILE.t, FILE.id), ops));

describe("what was written after the file had gone to another agency (法律援助法第三十八条, F80)", () => {
  // biome-ignore format: a table is read by columns
  it.each<[string, readonly FoldOp[], readonly string[]]>([
    ["nothing while the file is here",                     [...received, op(3, put("residence", "甲路"))], []],
    ["nothing when it has just gone",                      gone, []],
    ["a field written by a desk that had not heard",       [...gone, op(4, put("residence", "甲路"))], ["residence"]],
    ["a group of fields, a row and an entry of the work log", [...gone, op(4, put("#identity", { personName: "甲" })),
      op(5, { k: "add", ...FILE, f: "opposingParties", v: { name: "乙" } }), op(6, { k: "append", ...FILE, f: "activities", v: {} })],
      ["#identity", "activities", "opposingParties"]],
    ["not the letter about it, its number and its service", [...gone, op(4, put("numberFZ006", "某号")), op(5, put("applicationNo", "某号")),
      op(6, { k: "append", ...FILE, f: "letters", v: {} }), op(7, { k: "append", ...FILE, f: "services", v: {} })], []],
    ["nothing after a supplement followed it",             [...gone, op(4, put("residence", "甲路")), op(5, step("forwardSupplement", { to: "referred", after: 3 }))], []],
    ["I6: and again what was written after that",          [...gone, op(4, put("residence", "甲路")), op(5, step("forwardSupplement", { to: "referred", after: 3 })), op(6, put("phone", "13800000000"))], ["phone"]],
  ])("%s", (_, ops, fields) => {
    expect(lateOf(...ops)).toEqual(fields);
  });
});
