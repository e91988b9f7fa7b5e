import { expect } from "vitest";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { applyOp } from "../../../shared/ops/fold.ts";
import type { FoldOp, Header, Mut } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { judge } from "../../../shared/sync/judge.ts";

export const BUREAU = "bureau-0001";
export const [DESK, OTHER, CENTER] = ["a".repeat(24), "b".repeat(24), "c".repeat(24)] as [
  string,
  string,
  string,
];
export const FILE = { t: "aidFile", id: "file-0001" } as const;

/** A book that takes ops, judges each, and folds what is "ok". */
export const aBook = () => {
  const states = new Map<string, RecordState>();
  let seq = 0;
  const stateOf = (t: string, id: string) => states.get(`${t}/${id}`);
  const write = (actor: string, muts: readonly Mut[], over: Partial<Header> = {}): string => {
    seq += 1;
    // as an older desk writes: needed facts are asked of the present dictionary only, in judgeNeeds.test.ts
    const header = { bureau: BUREAU, feed: DESK, actor, schema: 0, ...over } as Header;
    const op: FoldOp = { h: String(seq).padStart(64, "0"), seq, header, muts };
    const verdict = judge(op, {
      bureau: BUREAU,
      centerFeed: CENTER,
      stateOf,
      hasStaff: [...states.keys()].some((key) => key.startsWith("staff/")),
    });
    if (verdict === "ok")
      for (const { t, id } of muts)
        if (stateOf(t, id)?.lastSeq !== seq)
          states.set(`${t}/${id}`, applyOp(stateOf(t, id) ?? emptyState(t, id), op));
    return verdict;
  };
  const draft = (actor: string, drafts: readonly Draft[], over: Partial<Header> = {}): string =>
    write(actor, nameReplaced(drafts, stateOf), over);
  /** Puts a record into the book as if it had come about. */
  const lay = (state: RecordState): void => void states.set(`${state.t}/${state.id}`, state);
  return { write, draft, stateOf, lay, seq: () => seq };
};
export const puts = (t: string, id: string, facts: Readonly<Record<string, Json>>): Draft[] =>
  Object.entries(facts).map(([f, v]) => ({ k: "put", t, id, f, v }));
export const staff = (id: string, roles: readonly string[], isActive = true): Draft[] =>
  puts("staff", id, { name: id, login: id, roles, isActive });
export const step = (
  name: string,
  at: { readonly lane?: string; readonly from: string; readonly to: string },
  facts: Readonly<Record<string, Json>>,
): Draft => ({
  k: "step",
  ...FILE,
  lane: at.lane ?? "application",
  step: name,
  from: at.from,
  to: at.to,
  outcome: {},
  facts,
});
export const NOW = "2026-05-06T10:00";
export const receive = step(
  "receive",
  { from: "", to: "received" },
  { receivedAt: NOW, receivedBy: "clerk-0001" },
);
export const propose = (by: string): Draft =>
  step(
    "propose",
    { from: "received", to: "proposed" },
    { examinerId: by, examinedAt: NOW, opinion: "GRANT", recusalChecked: true },
  );
export const grant = (by: string): Draft =>
  step("grant", { from: "proposed", to: "granted" }, { decision: "GRANT", decidedAt: NOW, deciderId: by });

/** A founded bureau with one person of each kind. */
export const anOffice = () => {
  const book = aBook();
  expect(
    book.draft("admin-0001", [
      ...puts("bureau", "bureau-rec", { name: "县司法局" }),
      ...staff("admin-0001", ["SYSADMIN"]),
    ]),
  ).toBe("ok");
  for (const [id, roles] of [
    ["clerk-0001", ["CLERK"]],
    ["examiner-1", ["EXAMINER"]],
    ["head-00001", ["HEAD", "EXAMINER"]],
    ["auditor-01", ["AUDITOR"]],
    ["leaver-001", ["CLERK"]],
  ] as const)
    expect(book.draft("admin-0001", staff(id, roles, id !== "leaver-001"))).toBe("ok");
  return book;
};
