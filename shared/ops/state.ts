import type { Json } from "../kernel/canonicalJson.ts";
import type { Hash } from "./op.ts";

/** Version of the rules in fold.ts; replicas with equal chain and equal FOLD have equal state hashes. */
export const FOLD = 2;

/**
 * One value that nobody has replaced. `rank` is the lowest book number in the line of writes that led to it, so that
 * the line booked first stays the shown one while it grows.
 */
export type Head = {
  readonly h: Hash;
  readonly v: Json;
  readonly rank: number;
  readonly seq: number;
  readonly feed: string;
};

/** All unreplaced values of one field or group, and hashes named as replaced before they arrived. */
export type Cell = { readonly heads: readonly Head[]; readonly gone: readonly Hash[] };

/** One row of a list field: its identity (`hash:index of the mut`) and value. */
export type Element = { readonly el: string; readonly v: Json; readonly seq: number };
/** The rows of a list, and rows dropped before they arrived. */
export type Rows = { readonly els: readonly Element[]; readonly gone: readonly string[] };

/** A step somebody took: where it led, the facts it owns, and the step before it ("" at the beginning). */
export type StepNode = {
  readonly h: Hash;
  readonly prev: Hash | "";
  readonly step: string;
  readonly to: string;
  readonly outcome: Json;
  readonly facts: { readonly [f: string]: Json };
  readonly rank: number;
  readonly seq: number;
  readonly feed: string;
  readonly actor: string;
};
/** One procedure of a record: every step ever taken, the unreplaced ones, and hashes replaced before they arrived. */
export type Lane = {
  readonly nodes: readonly StepNode[];
  readonly heads: readonly Hash[];
  readonly gone: readonly Hash[];
};

/** Everything the book says of one record. A cache: it can be folded again from the ops at any time. */
export type RecordState = {
  readonly t: string;
  readonly id: string;
  readonly cells: { readonly [f: string]: Cell };
  readonly rows: { readonly [f: string]: Rows };
  readonly logs: { readonly [f: string]: readonly Element[] };
  readonly lanes: { readonly [lane: string]: Lane };
  readonly lastSeq: number;
};

/** A record of which nothing is known yet. */
export const emptyState = (t: string, id: string): RecordState => ({
  t,
  id,
  cells: {},
  rows: {},
  logs: {},
  lanes: {},
  lastSeq: 0,
});

const byRank = <T extends { readonly rank: number; readonly h: Hash }>(a: T, b: T): number =>
  a.rank - b.rank || (a.h < b.h ? -1 : 1);

/** The head that is shown: of the line booked first. */
export const shownHead = (cell: Cell): Head | undefined => [...cell.heads].sort(byRank)[0];

/** The unreplaced steps of a lane, the active one first. */
export const laneHeads = (lane: Lane): readonly StepNode[] =>
  lane.nodes.filter((node) => lane.heads.includes(node.h)).sort(byRank);

/** The active line of a lane, oldest step first. */
export const activeLine = (lane: Lane): readonly StepNode[] => {
  const byHash = new Map(lane.nodes.map((node) => [node.h, node]));
  const line: StepNode[] = [];
  for (let node = laneHeads(lane)[0]; node !== undefined; node = byHash.get(node.prev)) line.push(node);
  return line.reverse();
};
