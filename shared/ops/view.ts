import { canonicalJson, type Json } from "../kernel/canonicalJson.ts";
import { activeLine, type Cell, type Head, laneHeads, type RecordState, type StepNode } from "./state.ts";

/** One field, or group of fields, on which people disagree without having known of each other. */
export type FieldConflict = { readonly f: string; readonly heads: readonly Head[] };
/** One procedure in which two steps compete; printing, serving and paying stop until a person resolves it. */
export type ContestedLane = { readonly lane: string; readonly heads: readonly StepNode[] };

/** A record as the law and the screens see it: facts, where each procedure stands, and what is in dispute. */
export type RecordView = {
  readonly t: string;
  readonly id: string;
  readonly facts: { readonly [f: string]: Json };
  readonly stages: { readonly [lane: string]: string };
  readonly conflicts: readonly FieldConflict[];
  readonly contested: readonly ContestedLane[];
};

const byRank = (a: Head, b: Head): number => a.rank - b.rank || (a.h < b.h ? -1 : 1);
const differ = (texts: readonly string[]): boolean => new Set(texts).size > 1;

const isGroup = (f: string): boolean => f.startsWith("#");

const factsOfCell = (f: string, cell: Cell): readonly (readonly [string, Json])[] => {
  const [only] = cell.heads;
  const v = (cell.heads.length === 1 ? only : [...cell.heads].sort(byRank)[0])?.v ?? null;
  if (v === null) return [];
  if (!isGroup(f)) return [[f, v]];
  // only a writer of a newer dictionary could put anything but an object there: it is kept, and shows nothing
  return typeof v === "object" && !Array.isArray(v)
    ? Object.entries(v).filter(([, item]) => item !== null)
    : [];
};

/** What a step stands for when two are compared: equal outcomes are one decision, both recorded (R17). */
const outcomeText = ({ to, outcome }: StepNode): string => canonicalJson([to, outcome]);

/** The view of a record's state. Facts owned by steps come from the active line and stand above freely written ones. */
export const viewOf = (state: RecordState): RecordView => {
  // by name: a state read back from storage has its keys in another order, the view must not
  const cells = Object.entries(state.cells).sort(([a], [b]) => (a < b ? -1 : 1));
  const lanes = Object.entries(state.lanes).sort(([a], [b]) => (a < b ? -1 : 1));
  const owned = lanes.flatMap(([, lane]) => activeLine(lane).flatMap(({ facts }) => Object.entries(facts)));
  const rows = Object.entries(state.rows).map(([f, { els }]) => [f, els.map(({ v }) => v)] as const);
  const logs = Object.entries(state.logs).map(([f, els]) => [f, els.map(({ v }) => v)] as const);
  const facts = Object.fromEntries<Json>([
    ...cells.flatMap(([f, cell]) => factsOfCell(f, cell)),
    ...rows,
    ...logs,
  ]);
  for (const [f, v] of owned) {
    if (v === null) delete facts[f];
    else facts[f] = v;
  }
  return {
    t: state.t,
    id: state.id,
    facts,
    stages: Object.fromEntries(
      lanes.flatMap(([name, lane]) =>
        laneHeads(lane)
          .slice(0, 1)
          .map(({ to }) => [name, to]),
      ),
    ),
    conflicts: cells
      // one head alone differs from nothing: nearly every cell, and comparing costs more than all the rest
      .filter(([, { heads }]) => heads.length > 1 && differ(heads.map(({ v }) => canonicalJson(v))))
      .map(([f, { heads }]) => ({ f, heads: [...heads].sort(byRank) })),
    contested: lanes
      .filter(([, lane]) => lane.heads.length > 1 && differ(laneHeads(lane).map(outcomeText)))
      .map(([lane, content]) => ({ lane, heads: laneHeads(content) })),
  };
};
