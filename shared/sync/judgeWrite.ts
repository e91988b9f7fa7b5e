import { isEntityType } from "../dictionary/entities.ts";
import { canonicalJson, type Json } from "../kernel/canonicalJson.ts";
import { provisionalNumber } from "../law/provisionalNumber.ts";
import type { Mut } from "../ops/op.ts";
import { viewOf } from "../ops/view.ts";
import type { Role } from "../workflow/stepRule.ts";
import { ownedFacts } from "../workflow/steps.ts";
import { mayWrite } from "../workflow/writers.ts";
import type { Acting } from "./judgeStep.ts";
import { cellObjection, type Objection, rowObjection } from "./judgeValue.ts";

type Resolve = Extract<Mut, { k: "resolve" }>;
type Numbering = Extract<Mut, { k: "number" }>;

/** Who settles a contested procedure: the head, by name. */
const SUPERVISOR: Role = "HEAD";
const LANE = "@";

/** A field in conflict takes only `resolve`: a plain write may not name two differing values as replaced (I14). */
export const closesConflict = ({ state }: Acting, f: string, sup: readonly string[]): boolean => {
  const heads = state !== undefined && Object.hasOwn(state.cells, f) ? (state.cells[f]?.heads ?? []) : [];
  const named = heads.filter(({ h }) => sup.includes(h)).map(({ v }) => canonicalJson(v));
  return new Set(named).size > 1;
};

/** What speaks against `v` in a freely written field: what a step owns enters by no other door (S14). */
const freeObjection = (t: string, f: string, v: Json): Objection =>
  ownedFacts(t).has(f) ? "fact-owned" : cellObjection(t, f, v);

/** What speaks against a resolution, whatever stands in the field: what it closes, and who closes it. */
export const closingObjection = (mut: Resolve, { roles }: Acting): Objection => {
  if (mut.over.length === 0 || (mut.choose !== "" && !mut.over.includes(mut.choose))) return "value-invalid";
  if (mut.f.startsWith(LANE)) {
    if (!roles.includes(SUPERVISOR)) return "role-forbids";
    return mut.choose === "" ? "value-invalid" : undefined;
  }
  return isEntityType(mut.t) && !mayWrite(mut.t, roles) ? "role-forbids" : undefined;
};

/** What speaks against a resolution. */
export const resolveObjection = (mut: Resolve, acting: Acting): Objection =>
  closingObjection(mut, acting) ??
  (mut.f.startsWith(LANE) ? undefined : freeObjection(mut.t, mut.f, mut.new));

/**
 * A number cites a block granted to the feed that uses it (I18). One that cites none is the provisional number of that
 * very desk and nothing else: any other text would pass for an official number.
 */
export const grantObjection = (mut: Numbering, { op, stateOf }: Acting): Objection => {
  const { feed: desk } = op.header;
  if (mut.grant === "")
    return mut.text === provisionalNumber({ ...mut, feed: desk }) ? undefined : "value-invalid";
  const grant = stateOf("grant", mut.grant);
  if (grant === undefined) return "number-provisional";
  const { series, year, from, to, feed } = viewOf(grant).facts;
  const isWithin = mut.no >= Number(from) && mut.no <= Number(to);
  return series === mut.series && year === mut.year && feed === desk && isWithin
    ? undefined
    : "value-invalid";
};

/** What speaks against a write, a number, a row or an entry. */
export const writeObjection = (mut: Mut, acting: Acting): Objection => {
  switch (mut.k) {
    case "put":
      return freeObjection(mut.t, mut.f, mut.new);
    case "number":
      return freeObjection(mut.t, mut.f, mut.text) ?? grantObjection(mut, acting);
    case "add":
    case "append":
    case "drop":
      return rowObjection(mut);
    default:
      return "field-unknown";
  }
};
