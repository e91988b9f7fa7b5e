import { ENTITIES, type EntityType } from "../../../shared/dictionary/entities.ts";
import type { Shape } from "../../../shared/dictionary/field.ts";
import { ownedFacts, stepsOf } from "../../../shared/workflow/steps.ts";

/** The fields of a kind of record by how they are written: entered freely, row by row, or only by a step. */
export type RecordParts = {
  readonly free: readonly string[];
  readonly lists: readonly string[];
  readonly owned: readonly string[];
  /** Free fields without which no first step is possible. */
  readonly required: readonly string[];
};

/** How the fields of a kind of record are written, in the order of the dictionary. */
export const partsOf = (t: EntityType): RecordParts => {
  const shape: Shape = ENTITIES[t].shape;
  const byStep = ownedFacts(t);
  const names = Object.keys(shape);
  const open = names.filter((name) => !byStep.has(name));
  const first = Object.values(stepsOf(t)).filter(({ from }) => from.includes(""));
  const free = open.filter((name) => shape[name]?.row === undefined);
  return {
    free,
    lists: open.filter((name) => shape[name]?.row !== undefined),
    owned: names.filter((name) => byStep.has(name)),
    required: free.filter((name) => first.some(({ needs }) => needs.includes(name))),
  };
};
