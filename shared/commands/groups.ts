import { ENTITIES, fieldOf, isEntityType } from "../dictionary/entities.ts";
import type { Shape } from "../dictionary/field.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import type { RecordView } from "../ops/view.ts";

/** The cell of the conflict group a field belongs to, "#group", or undefined for a field on its own. */
export const groupOf = (t: string, f: string): string | undefined => {
  const group = fieldOf(t, f)?.group;
  return group === undefined ? undefined : `#${group}`;
};

const members = (t: string, cell: string): readonly string[] => {
  if (!isEntityType(t)) return [];
  const shape: Shape = ENTITIES[t].shape;
  return Object.keys(shape).filter((f) => groupOf(t, f) === cell);
};

/** The whole value of a group with some members changed: a group is always written as one. */
export const withGroup = (view: RecordView, cell: string, changed: { readonly [f: string]: Json }): Json => {
  const current = Object.fromEntries(members(view.t, cell).map((f) => [f, view.facts[f] ?? null]));
  const merged: { readonly [f: string]: Json } = { ...current, ...changed };
  return Object.values(merged).every((v) => v === null) ? null : merged;
};
