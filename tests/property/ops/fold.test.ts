import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { applyOp, fold, stateText } from "../../../shared/ops/fold.ts";
import type { FoldOp, Mut } from "../../../shared/ops/op.ts";
import { emptyState, laneHeads, type RecordState, shownHead } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { type Move, moves, play, RECORD, shown } from "./bureau.ts";

const RUNS = { numRuns: 400 };
const start = (): RecordState => emptyState(RECORD.t, RECORD.id);
const stored = (state: RecordState): RecordState => JSON.parse(stateText(state));
/** Lists in their order, keys in any. */
const viewText = (state: RecordState): string => canonicalJson(viewOf(state) as unknown as Json);
const namedBy = ({ muts }: FoldOp): ReadonlySet<string> =>
  new Set(
    muts.flatMap((mut) =>
      mut.k === "resolve" ? mut.over : "sup" in mut ? mut.sup : mut.k === "drop" ? mut.els : [],
    ),
  );
/** What can be lost: every unreplaced value, step and row. */
const standing = (state: RecordState): readonly string[] => [
  ...Object.values(state.cells).flatMap(({ heads }) => heads.map(({ h }) => h)),
  ...Object.values(state.lanes).flatMap(({ heads }) => heads),
  ...Object.values(state.rows).flatMap(({ els }) => els.map(({ el }) => el)),
];
const steps = (
  book: readonly FoldOp[],
): readonly { readonly op: FoldOp; readonly before: RecordState; readonly after: RecordState }[] => {
  let state = start();
  return book.map((op) => {
    const before = state;
    state = applyOp(state, op);
    return { op, before, after: state };
  });
};

describe("the fold, whatever three desks do", () => {
  it("the histories are not empty: conflicts, contested decisions and resolutions do occur", () => {
    const seen = { conflicts: 0, contested: 0, resolves: 0, rows: 0 };
    fc.assert(
      fc.property(moves, (script) => {
        const { book } = play(script);
        for (const { after, op } of steps(book)) {
          const view = viewOf(after);
          seen.conflicts += view.conflicts.length;
          seen.contested += view.contested.length;
          seen.resolves += op.muts.filter(({ k }) => k === "resolve").length;
          seen.rows += op.muts.filter(({ k }) => k === "drop").length;
        }
      }),
      RUNS,
    );
    // the rarest is drawn some 80 times: a quarter of that is far below what chance may leave of it
    for (const [what, count] of Object.entries(seen))
      expect([what, count > 20, count]).toEqual([what, true, count]);
  });

  it("I10, I12: when all have synced, every desk shows the very state of the book, conflicts included", () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { book, desks } = play(script);
        const whole = stateText(fold(start(), book));
        for (const desk of desks) {
          expect(stateText(shown(desk))).toBe(whole);
          expect(viewText(shown(desk))).toBe(viewText(fold(start(), book)));
        }
      }),
      RUNS,
    );
  });

  it("I11: storing and reading the state between any two ops changes neither state nor view", () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { book } = play(script);
        const through = book.reduce((state, op) => stored(applyOp(state, op)), start());
        const straight = fold(start(), book);
        expect(stateText(through)).toBe(stateText(straight));
        expect(viewText(through)).toBe(viewText(straight));
      }),
      RUNS,
    );
  });

  it("I13: a value, step or row goes only through an op that names it, or through a second write of the same op", () => {
    fc.assert(
      fc.property(moves, (script) => {
        for (const { op, before, after } of steps(play(script).book)) {
          const gone = standing(before).filter((key) => !standing(after).includes(key));
          expect(gone.filter((key) => !namedBy(op).has(key))).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("I14: a conflict ends only when one op names every differing value, or somebody agrees with the other", () => {
    fc.assert(
      fc.property(moves, (script) => {
        for (const { op, before, after } of steps(play(script).book)) {
          const open = new Set(viewOf(after).conflicts.map(({ f }) => f));
          for (const { f, heads } of viewOf(before).conflicts.filter((conflict) => !open.has(conflict.f))) {
            const left = heads.filter(({ h }) => !namedBy(op).has(h)).map(({ v }) => canonicalJson(v));
            const now = (after.cells[f]?.heads ?? []).map(({ v }) => canonicalJson(v));
            expect(left.every((v) => now.includes(v)) && new Set(now).size === 1).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });

  it("the value shown is of the line booked first, however it grows", () => {
    fc.assert(
      fc.property(moves, (script) => {
        for (const { before, after, op } of steps(play(script).book))
          for (const [f, cell] of Object.entries(before.cells)) {
            const [was, is] = [shownHead(cell), shownHead(after.cells[f] ?? { heads: [], gone: [] })];
            if (was === undefined || is === undefined || was.h === is.h) continue;
            expect(namedBy(op).has(was.h)).toBe(true);
            expect(is.rank).toBe(was.rank);
          }
      }),
      RUNS,
    );
  });
});

const put = (desk: number, v: string): Move => ({ do: "put", desk, f: "request", v });
const sync = (desk: number): Move[] =>
  (["push", "pull"] as const).map((what) => ({ do: what, desk, count: 99 }));
const conflict: readonly Move[] = [
  put(0, "甲"),
  put(1, "乙"),
  ...sync(0),
  ...sync(1),
  ...sync(2),
  ...sync(0),
];
const settle = (desk: number, pick: number): Move => ({ do: "resolve", desk, f: "request", pick });

describe("known races, one by one", () => {
  it("F61, R17: two desks that write the same value do not disagree", () => {
    const { book } = play([put(0, "甲"), put(1, "甲")]);
    expect(viewOf(fold(start(), book)).conflicts).toEqual([]);
  });

  it("F62, I15: two resolutions that differ are a conflict themselves; two that agree are none", () => {
    const settled = (first: number, second: number) =>
      viewOf(fold(start(), play([...conflict, settle(0, first), settle(2, second)]).book));
    expect(settled(0, 1).conflicts).toHaveLength(1);
    expect(settled(0, 0)).toMatchObject({ conflicts: [], facts: { request: "甲" } });
  });

  it("a field written twice in one op keeps its place in the line", () => {
    const { book } = play([
      put(0, "甲"),
      ...sync(0),
      ...sync(1),
      { do: "put", desk: 0, f: "caseFacts", v: "旧" },
      ...sync(0),
      ...sync(1),
      { do: "put", desk: 1, f: "caseFacts", v: "别" },
      { do: "twice", desk: 0, f: "caseFacts", v: "新" },
      ...sync(0),
      ...sync(1),
    ]);
    const cell = fold(start(), book).cells.caseFacts;
    expect(cell && shownHead(cell)?.v).toBe("新");
  });

  it("F61: two decisions made without knowing of each other are contested; the first booked is active", () => {
    const decide = (desk: number, to: string): Move => ({ do: "step", desk, to });
    const { book } = play([decide(0, "granted"), decide(1, "denied"), ...sync(1), ...sync(0)]);
    const state = fold(start(), book);
    expect(viewOf(state)).toMatchObject({ stages: { application: "denied" }, facts: { decision: "denied" } });
    expect(viewOf(state).contested.map(({ lane }) => lane)).toEqual(["application"]);
    expect(state.lanes.application && laneHeads(state.lanes.application)).toHaveLength(2);
  });

  it("a write named as replaced before it arrives never shows", () => {
    const [late, early] = ["a".repeat(64), "b".repeat(64)];
    const at = { ...RECORD, k: "put", f: "request", old: null } as const;
    const op = (h: string, seq: number, mut: Mut): FoldOp => ({
      h,
      seq,
      header: { feed: "x", actor: "y" } as FoldOp["header"],
      muts: [mut],
    });
    const state = fold(start(), [
      op(early, 1, { ...at, new: "新", sup: [late] }),
      op(late, 2, { ...at, new: "旧", sup: [] }),
    ]);
    expect(viewOf(state)).toMatchObject({ facts: { request: "新" }, conflicts: [] });
  });

  it("F58: kinds of change from a newer version leave the record as it is", () => {
    const mut = { k: "transmute", ...RECORD } as unknown as Mut;
    expect(
      applyOp(start(), { h: "c".repeat(64), seq: 1, header: { feed: "x" } as FoldOp["header"], muts: [mut] }),
    ).toEqual(start());
  });
});
