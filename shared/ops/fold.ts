import { canonicalJson, type Json } from "../kernel/canonicalJson.ts";
import { destroyedState, isDestroyed } from "./destroyed.ts";
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

const union = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].sort();
const lowest = (seq: number, taken: readonly { readonly rank: number }[]): number =>
  Math.min(seq, ...taken.map(({ rank }) => rank));

/** A write or step as it enters: what it says, and which hashes it replaces. */
type Write = { readonly v: Json; readonly sup: readonly Hash[] };
type Walk = {
  readonly taken: Omit<StepNode, "h" | "rank" | "seq" | "feed" | "actor">;
  readonly sup: readonly Hash[];
};

const write = (cell: Cell, op: FoldOp, { v, sup }: Write): Cell => {
  const { kept, taken, early } = replace(cell.heads, ({ h }) => h, sup);
  // a second write of one op to one field replaces the first and stays in its line: the last mut is what was meant
  const mine = kept.filter(({ h }) => h === op.h);
  const head: Head = {
    h: op.h,
    v,
    rank: lowest(op.seq, [...taken, ...mine]),
    seq: op.seq,
    feed: op.header.feed,
  };
  const others = kept.filter(({ h }) => h !== op.h);
  return { heads: cell.gone.includes(op.h) ? others : [...others, head], gone: union(cell.gone, early) };
};

const walk = (lane: Lane, op: FoldOp, { taken, sup }: Walk): Lane => {
  const { kept, early } = replace(lane.heads, (h) => h, sup);
  const replaced = lane.nodes.filter(({ h }) => h === op.h || (sup.includes(h) && lane.heads.includes(h)));
  const node: StepNode = {
    h: op.h,
    ...taken,
    rank: lowest(op.seq, replaced),
    seq: op.seq,
    feed: op.header.feed,
    actor: op.header.actor,
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

/** The op a mut belongs to and its place in it. */
type Place = { readonly op: FoldOp; readonly index: number };
type MutOf<K extends Mut["k"]> = Extract<Mut, { k: K }>;

const writeCell = (
  state: RecordState,
  f: string,
  { op, ...entry }: Write & Pick<Place, "op">,
): RecordState => ({
  ...state,
  cells: { ...state.cells, [f]: write(own(state.cells, f, EMPTY_CELL), op, entry) },
});
const walkLane = (
  state: RecordState,
  lane: string,
  { op, ...entry }: Walk & Pick<Place, "op">,
): RecordState => ({
  ...state,
  lanes: { ...state.lanes, [lane]: walk(own(state.lanes, lane, EMPTY_LANE), op, entry) },
});
const elementAt = ({ op, index }: Place): string => `${op.h}:${index}`;

const LANE = "@";

const resolve = (state: RecordState, mut: MutOf<"resolve">, place: Place): RecordState => {
  if (!mut.f.startsWith(LANE)) {
    const chosen = own(state.cells, mut.f, EMPTY_CELL).heads.find(({ h }) => h === mut.choose);
    const v = mut.choose === "" ? mut.new : (chosen?.v ?? mut.new);
    return writeCell(state, mut.f, { op: place.op, v, sup: mut.over });
  }
  const lane = mut.f.slice(LANE.length);
  const chosen = own(state.lanes, lane, EMPTY_LANE).nodes.find(({ h }) => h === mut.choose);
  if (chosen === undefined) return state;
  const taken = { step: "resolve", to: chosen.to, outcome: chosen.outcome, facts: {}, prev: chosen.h };
  return walkLane(state, lane, { op: place.op, taken, sup: mut.over });
};

const add = (state: RecordState, { f, v }: MutOf<"add">, place: Place): RecordState => {
  const rows = own(state.rows, f, EMPTY_ROWS);
  const el = elementAt(place);
  const els = rows.gone.includes(el) ? rows.els : [...rows.els, { el, v, seq: place.op.seq }];
  return { ...state, rows: { ...state.rows, [f]: { els, gone: rows.gone } } };
};

const drop = (state: RecordState, { f, els }: MutOf<"drop">): RecordState => {
  const rows = own(state.rows, f, EMPTY_ROWS);
  const { kept, early } = replace(rows.els, ({ el }) => el, els);
  return { ...state, rows: { ...state.rows, [f]: { els: kept, gone: union(rows.gone, early) } } };
};

const append = (state: RecordState, { f, v }: MutOf<"append">, place: Place): RecordState => {
  const entry = { el: elementAt(place), v, seq: place.op.seq };
  return { ...state, logs: { ...state.logs, [f]: [...own(state.logs, f, []), entry] } };
};

const step = (state: RecordState, mut: MutOf<"step">, place: Place): RecordState => {
  const taken = {
    step: mut.step,
    to: mut.to,
    outcome: mut.outcome,
    facts: mut.facts,
    prev: mut.sup[0] ?? "",
  };
  return walkLane(state, mut.lane, { op: place.op, taken, sup: mut.sup });
};

type Applier<K extends Mut["k"]> = (state: RecordState, mut: MutOf<K>, place: Place) => RecordState;

/** What each kind of change does to its record. */
const APPLIERS: { readonly [K in Mut["k"]]: Applier<K> } = {
  put: (state, { f, new: v, sup }, { op }) => writeCell(state, f, { op, v, sup }),
  number: (state, { f, text, sup }, { op }) => writeCell(state, f, { op, v: text, sup }),
  add,
  drop,
  append,
  step,
  resolve,
  purge: (state, mut, { op }) => destroyedState(state, mut, op),
};

/**
 * A kind of change written by a newer version is kept in its op and has no effect here (F58); a destroyed record takes
 * none but a further destruction (I39).
 */
const applyMut = (state: RecordState, mut: Mut, place: Place): RecordState => {
  const isTaken = Object.hasOwn(APPLIERS, mut.k) && (mut.k === "purge" || !isDestroyed(state));
  return isTaken ? (APPLIERS[mut.k] as Applier<Mut["k"]>)(state, mut, place) : state;
};

/**
 * The record after `op`. The one definition of state, on every desk and at the center. Depends only on the ops and
 * their order in the book: no clock, no arrival time, no dictionary. Changes of other records in the op are passed over.
 */
export const applyOp = (state: RecordState, op: FoldOp): RecordState => {
  const after = op.muts.reduce(
    (current, mut, index) =>
      mut.t === state.t && mut.id === state.id ? applyMut(current, mut, { op, index }) : current,
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
export const recordsOf = (muts: readonly Mut[]): readonly (readonly [string, string])[] => [
  ...new Map(muts.map(({ t, id }) => [`${t}/${id}`, [t, id] as const])).values(),
];
