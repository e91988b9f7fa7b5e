import { canonicalJson, type Json } from "../kernel/canonicalJson.ts";
import type { FoldOp, Hash, Mut } from "./op.ts";
import type { Cell, Head, Lane, RecordState, Rows, StepNode } from "./state.ts";

const EMPTY_CELL: Cell = { heads: [], gone: [] };
const EMPTY_ROWS: Rows = { els: [], gone: [] };
const EMPTY_LANE: Lane = { nodes: [], heads: [], gone: [] };

/** Splits what is replaced now from what was named before it arrived, so that it vanishes when it does arrive. */
const replace = <T>(present: readonly T[], keyOf: (item: T) => string, sup: readonly string[]) => {
  const keys = new Set(sup);
  const found = new Set(present.map(keyOf).filter((key) => keys.has(key)));
  return {
    kept: present.filter((item) => !keys.has(keyOf(item))),
    taken: present.filter((item) => keys.has(keyOf(item))),
    early: sup.filter((key) => !found.has(key)),
  };
};

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])].sort();
const lowest = (seq: number, taken: readonly { readonly rank: number }[]): number =>
  Math.min(seq, ...taken.map(({ rank }) => rank));

const write = (cell: Cell, op: FoldOp, v: Json, sup: readonly Hash[]): Cell => {
  const { kept, taken, early } = replace(cell.heads, ({ h }) => h, sup);
  const head: Head = { h: op.h, v, rank: lowest(op.seq, taken), seq: op.seq, feed: op.header.feed };
  // a second write of one op to one field replaces the first: the last mut of an action is what the person meant
  const others = kept.filter(({ h }) => h !== op.h);
  return { heads: cell.gone.includes(op.h) ? others : [...others, head], gone: union(cell.gone, early) };
};

type Taken = { readonly step: string; readonly to: string; readonly outcome: Json; readonly facts: StepNode["facts"]; readonly prev: Hash | "" };

const walk = (lane: Lane, op: FoldOp, taken: Taken, sup: readonly Hash[]): Lane => {
  const { kept, early } = replace(lane.heads, (h) => h, sup);
  const replaced = lane.nodes.filter(({ h }) => sup.includes(h) && lane.heads.includes(h));
  const node: StepNode = {
    h: op.h, ...taken, rank: lowest(op.seq, replaced), seq: op.seq, feed: op.header.feed, actor: op.header.actor,
  };
  const others = kept.filter((h) => h !== op.h);
  return {
    nodes: [...lane.nodes.filter(({ h }) => h !== op.h), node],
    heads: lane.gone.includes(op.h) ? others : [...others, op.h],
    gone: union(lane.gone, early),
  };
};

const own = <T>(record: { readonly [key: string]: T }, key: string, otherwise: T): T =>
  Object.hasOwn(record, key) ? (record[key] as T) : otherwise;

const LANE = "@";

const resolve = (state: RecordState, op: FoldOp, mut: Extract<Mut, { k: "resolve" }>): RecordState => {
  if (!mut.f.startsWith(LANE)) {
    const cell = own(state.cells, mut.f, EMPTY_CELL);
    const chosen = cell.heads.find(({ h }) => h === mut.choose);
    const v = mut.choose === "" ? mut.new : (chosen?.v ?? mut.new);
    return { ...state, cells: { ...state.cells, [mut.f]: write(cell, op, v, mut.over) } };
  }
  const name = mut.f.slice(LANE.length);
  const lane = own(state.lanes, name, EMPTY_LANE);
  const chosen = lane.nodes.find(({ h }) => h === mut.choose);
  if (chosen === undefined) return state;
  const taken: Taken = { step: "resolve", to: chosen.to, outcome: chosen.outcome, facts: {}, prev: chosen.h };
  return { ...state, lanes: { ...state.lanes, [name]: walk(lane, op, taken, mut.over) } };
};

const applyMut = (state: RecordState, op: FoldOp, mut: Mut, index: number): RecordState => {
  const el = `${op.h}:${index}`;
  switch (mut.k) {
    case "put":
      return { ...state, cells: { ...state.cells, [mut.f]: write(own(state.cells, mut.f, EMPTY_CELL), op, mut.new, mut.sup) } };
    case "number":
      return { ...state, cells: { ...state.cells, [mut.f]: write(own(state.cells, mut.f, EMPTY_CELL), op, mut.text, mut.sup) } };
    case "add": {
      const rows = own(state.rows, mut.f, EMPTY_ROWS);
      const els = rows.gone.includes(el) ? rows.els : [...rows.els, { el, v: mut.v, seq: op.seq }];
      return { ...state, rows: { ...state.rows, [mut.f]: { els, gone: rows.gone } } };
    }
    case "drop": {
      const rows = own(state.rows, mut.f, EMPTY_ROWS);
      const { kept, early } = replace(rows.els, (row) => row.el, mut.els);
      return { ...state, rows: { ...state.rows, [mut.f]: { els: kept, gone: union(rows.gone, early) } } };
    }
    case "append":
      return { ...state, logs: { ...state.logs, [mut.f]: [...own(state.logs, mut.f, []), { el, v: mut.v, seq: op.seq }] } };
    case "step": {
      const taken: Taken = { step: mut.step, to: mut.to, outcome: mut.outcome, facts: mut.facts, prev: mut.sup[0] ?? "" };
      const lane = walk(own(state.lanes, mut.lane, EMPTY_LANE), op, taken, mut.sup);
      return { ...state, lanes: { ...state.lanes, [mut.lane]: lane } };
    }
    case "resolve":
      return resolve(state, op, mut);
    default:
      // a kind of change written by a newer version: kept in the op, without effect here (F58)
      return state;
  }
};

/**
 * The record after `op`. The one definition of state, on every desk and at the center. Depends only on the ops and
 * their order in the book: no clock, no arrival time, no dictionary. Changes of other records in the op are passed over.
 */
export const applyOp = (state: RecordState, op: FoldOp): RecordState => {
  const after = op.muts.reduce(
    (current, mut, index) => (mut.t === state.t && mut.id === state.id ? applyMut(current, op, mut, index) : current),
    state,
  );
  return after === state ? state : { ...after, lastSeq: op.seq };
};

/** The record that `ops` add up to, taken in the order of their numbers. */
export const fold = (start: RecordState, ops: readonly FoldOp[]): RecordState =>
  [...ops].sort((a, b) => a.seq - b.seq).reduce(applyOp, start);

/** The canonical text of a record's state, for the state hash (docs/protocol.md §6). */
export const stateText = (state: RecordState): string => canonicalJson(state as unknown as Json);

/** The records an op changes, each once, as [kind, id]. */
export const recordsOf = (muts: readonly Mut[]): readonly (readonly [string, string])[] =>
  [...new Map(muts.map(({ t, id }) => [`${t}/${id}`, [t, id] as const])).values()];
