import { fieldOf } from "../dictionary/entities.ts";
import { rowSchema } from "../dictionary/field.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import type { RefusalCode } from "../kernel/refusals.ts";
import type { Mut } from "../ops/op.ts";

/** What speaks against one change; undefined when nothing does. */
export type Objection = RefusalCode | undefined;

const GROUP = "#";

/** What speaks against `v` as the value of a field that keeps one value; null clears it. */
const valueObjection = (t: string, f: string, v: Json): Objection => {
  const field = fieldOf(t, f);
  if (field === undefined) return "field-unknown";
  if (field.policy === "set" || field.policy === "append") return "value-invalid";
  return v === null || field.schema.safeParse(v).success ? undefined : "value-invalid";
};

/** What speaks against several facts, taken one by one. */
export const factsObjection = (t: string, facts: { readonly [f: string]: Json }): Objection =>
  Object.entries(facts)
    .map(([f, v]) => valueObjection(t, f, v))
    .find((found) => found !== undefined);

/** True for an object: the facts of a step or a group, or a row. */
export const isFacts = (v: Json): v is { readonly [f: string]: Json } =>
  typeof v === "object" && v !== null && !Array.isArray(v);

/** What speaks against a written field or "#group"; a group takes only the fields that belong to it. */
export const cellObjection = (t: string, f: string, v: Json): Objection => {
  if (!f.startsWith(GROUP)) return valueObjection(t, f, v);
  if (v === null) return undefined;
  if (!isFacts(v)) return "value-invalid";
  const isMember = Object.keys(v).every((name) => fieldOf(t, name)?.group === f.slice(GROUP.length));
  return isMember ? factsObjection(t, v) : "field-unknown";
};

/** What speaks against a row added to a list or log, or rows taken from a list. Logs only grow. */
export const rowObjection = (mut: Extract<Mut, { k: "add" | "append" | "drop" }>): Objection => {
  const field = fieldOf(mut.t, mut.f);
  if (field === undefined) return "field-unknown";
  if (field.policy !== (mut.k === "append" ? "append" : "set")) return "value-invalid";
  if (mut.k === "drop") return undefined;
  return rowSchema(field.row ?? {}).safeParse(mut.v).success ? undefined : "value-invalid";
};
