import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyOp, fold, stateText } from "../../../shared/ops/fold.ts";
import type { FoldOp, Hash, Mut } from "../../../shared/ops/op.ts";
import { emptyState, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";
import { keptOf } from "../../../shared/workflow/destruction.ts";
import { moves, play, RECORD } from "./bureau.ts";

const RUNS = { numRuns: 300 };
const start = (): RecordState => emptyState(RECORD.t, RECORD.id);
const erased = (op: FoldOp): FoldOp => ({ ...op, muts: [] });

/** The book, destroyed behind its end, and what comes in afterwards. */
const destroyed = (book: readonly FoldOp[], later: readonly FoldOp[]) => {
  const ops: readonly Hash[] = book.map(({ h }) => h);
  const kept = keptOf(viewOf(fold(start(), book)));
  const mut: Mut = { k: "purge", ...RECORD, of: "archive-0001", ops, kept };
  const [first] = book;
  if (first === undefined) throw new Error("an empty book");
  const purge: FoldOp = { ...first, h: "f".repeat(64), seq: book.length + 1, muts: [mut] };
  const behind = later.map((op, index) => ({ ...op, h: `e${op.h.slice(1)}`, seq: purge.seq + index + 1 }));
  return { purge, behind };
};

describe("I39: a destroyed record", () => {
  it("F79, I39: whoever has all, some or none of its ops' content arrives at one state, which late ops do not change", () => {
    let [late, parts] = [0, 0];
    fc.assert(
      fc.property(moves, moves, fc.infiniteStream(fc.boolean()), (script, more, coins) => {
        const { book } = play(script);
        if (book.length === 0) return;
        const { purge, behind } = destroyed(book, play(more).book);
        const some = book.map((op) => (coins.next().value === true ? erased(op) : op));
        parts += some.filter((op, at) => op !== book[at]).length;
        late += behind.length;
        const after = [purge, ...behind];
        const none = stateText(fold(start(), [...book.map(erased), purge]));
        for (const known of [book, some, book.map(erased)])
          expect(stateText(fold(start(), [...known, ...after]))).toBe(none);
      }),
      RUNS,
    );
    expect(late).toBeGreaterThan(RUNS.numRuns);
    expect(parts).toBeGreaterThan(RUNS.numRuns);
  });

  it("I39: says its entry and nothing else, is in no dispute, and a second destruction leaves it", () => {
    fc.assert(
      fc.property(moves, (script) => {
        const { book } = play(script);
        if (book.length === 0) return;
        const { purge } = destroyed(book, []);
        const before = viewOf(fold(start(), book));
        const state = fold(start(), [...book, purge]);
        const view = viewOf(state);
        expect(view.facts).toEqual(keptOf(before).facts);
        expect(view.stages).toEqual({ ...before.stages, destruction: "destroyed" });
        expect([...view.conflicts, ...view.contested]).toEqual([]);
        expect(JSON.stringify(state)).not.toMatch(/甲|乙|proxyName/);
        const again = applyOp(state, { ...purge, h: "d".repeat(64), seq: purge.seq + 1 });
        expect(stateText({ ...again, lastSeq: state.lastSeq })).toBe(stateText(state));
      }),
      RUNS,
    );
  });
});
