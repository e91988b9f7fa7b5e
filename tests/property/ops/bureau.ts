import { createHash } from "node:crypto";
import fc from "fast-check";
import { canonicalJson, type Json } from "../../../shared/kernel/canonicalJson.ts";
import { type Draft, nameReplaced } from "../../../shared/ops/draft.ts";
import { applyOp } from "../../../shared/ops/fold.ts";
import { type FoldOp, type Header, PENDING } from "../../../shared/ops/op.ts";
import { emptyState, laneHeads, type RecordState } from "../../../shared/ops/state.ts";
import { viewOf } from "../../../shared/ops/view.ts";

/** The one record the model's desks work on. */
export const RECORD = { t: "aidFile", id: "file-0001" } as const;

/** What a desk may do next. Desks write without hearing of each other until they sync. */
export type Move =
  | { readonly do: "put"; readonly desk: number; readonly f: string; readonly v: Json }
  | { readonly do: "twice"; readonly desk: number; readonly f: string; readonly v: Json }
  | { readonly do: "add" | "append"; readonly desk: number; readonly v: Json }
  | { readonly do: "drop"; readonly desk: number }
  | { readonly do: "step"; readonly desk: number; readonly to: string }
  | { readonly do: "resolve"; readonly desk: number; readonly f: string; readonly pick: number }
  | { readonly do: "push" | "pull"; readonly desk: number; readonly count: number };

const desk = fc.nat(2);
const f = fc.constantFrom("caseFacts", "request", "#proxy");
const v = fc.oneof(fc.constantFrom<Json>("甲", "乙", null), fc.nat(3));
/** Random days at an office with three desks. */
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant("put" as const), desk, f, v }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("twice" as const), desk, f, v }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("add" as const, "append" as const), desk, v }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), desk }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("step" as const),
        desk,
        to: fc.constantFrom("granted", "denied"),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("resolve" as const),
        desk,
        f: fc.oneof(f, fc.constant("@application")),
        pick: fc.nat(5),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom("push" as const, "pull" as const),
        desk,
        count: fc.integer({ min: 1, max: 6 }),
      }),
    },
  ),
  // "max": long days; the default prefers a handful of moves, and nobody quarrels in five
  { minLength: 5, maxLength: 60, size: "max" },
);

export type Desk = { confirmed: RecordState; cursor: number; pending: FoldOp[]; n: number };

/** What the desk shows: the book as far as it knows it, then its own ops in feed order (I12). */
export const shown = ({ confirmed, pending }: Desk): RecordState =>
  pending.reduce((state, op, index) => applyOp(state, { ...op, seq: PENDING + index }), confirmed);

const draftsOf = (move: Move, state: RecordState): readonly Draft[] => {
  const rows = state.rows.materials?.els ?? [];
  // a field in conflict takes only `resolve`, as every command and the judge of the book hold it
  const cell = move.do === "twice" ? "caseFacts" : "f" in move ? move.f : "";
  if (move.do !== "resolve" && viewOf(state).conflicts.some(({ f }) => f === cell)) return [];
  switch (move.do) {
    case "put":
      return [
        {
          k: "put",
          ...RECORD,
          f: move.f,
          v: move.f === "#proxy" && move.v !== null ? { proxyName: move.v } : move.v,
        },
      ];
    case "twice":
      return ["一", move.v].map((value) => ({ k: "put", ...RECORD, f: "caseFacts", v: value }));
    case "add":
      return [{ k: "add", ...RECORD, f: "materials", v: move.v }];
    case "append":
      return [{ k: "append", ...RECORD, f: "activities", v: move.v }];
    case "drop":
      return rows.length === 0 ? [] : [{ k: "drop", ...RECORD, f: "materials", els: [rows[0]?.el ?? ""] }];
    case "step": {
      const from =
        state.lanes.application === undefined ? "" : (laneHeads(state.lanes.application)[0]?.to ?? "");
      return [
        {
          k: "step",
          ...RECORD,
          lane: "application",
          step: "decide",
          from,
          to: move.to,
          outcome: { decision: move.to },
          facts: { decision: move.to },
        },
      ];
    }
    case "resolve": {
      const heads =
        move.f === "@application"
          ? state.lanes.application === undefined
            ? []
            : laneHeads(state.lanes.application)
          : (state.cells[move.f]?.heads ?? []);
      const chosen = heads[move.pick % Math.max(1, heads.length)];
      const value = chosen !== undefined && "v" in chosen ? chosen.v : null;
      return heads.length < 2
        ? []
        : [
            {
              k: "resolve",
              ...RECORD,
              f: move.f,
              over: heads.map(({ h }) => h),
              choose: chosen?.h ?? "",
              new: value,
            },
          ];
    }
    default:
      return [];
  }
};

const headerOf = (who: number, n: number): Header =>
  ({ feed: `desk${who}`, n, actor: `actor${who}` }) as unknown as Header;

/** Plays the moves; everybody syncs at the end. Answers with the book, in order, and every desk. */
export const play = (
  script: readonly Move[],
): { readonly book: readonly FoldOp[]; readonly desks: readonly Desk[] } => {
  const book: FoldOp[] = [];
  const desks: Desk[] = [0, 1, 2].map(() => ({
    confirmed: emptyState(RECORD.t, RECORD.id),
    cursor: 0,
    pending: [],
    n: 0,
  }));
  const push = (one: Desk, count: number): void => {
    for (const op of one.pending.slice(0, count).filter(({ h }) => !book.some((booked) => booked.h === h)))
      book.push({ ...op, seq: book.length + 1 });
  };
  const pull = (one: Desk, count: number): void => {
    const page = book.slice(one.cursor, one.cursor + count);
    one.confirmed = page.reduce(applyOp, one.confirmed);
    one.cursor += page.length;
    one.pending = one.pending.filter(({ h }) => !page.some((booked) => booked.h === h));
  };
  for (const move of script) {
    const one = desks[move.desk] as Desk;
    if (move.do === "push") push(one, move.count);
    else if (move.do === "pull") pull(one, move.count);
    else {
      const state = shown(one);
      const muts = nameReplaced(draftsOf(move, state), () => state);
      if (muts.length === 0) continue;
      one.n += 1;
      const h = createHash("sha256")
        .update(canonicalJson([move.desk, one.n, muts as unknown as Json]))
        .digest("hex");
      one.pending.push({ h, seq: 0, header: headerOf(move.desk, one.n), muts });
    }
  }
  for (const one of desks) push(one, Number.POSITIVE_INFINITY);
  for (const one of desks) pull(one, Number.POSITIVE_INFINITY);
  return { book, desks };
};
