import { fieldOf } from "../dictionary/entities.ts";
import type { Field } from "../dictionary/field.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import type { Mut } from "../ops/op.ts";
import { isFacts } from "./judgeValue.ts";

type Facts = { readonly [f: string]: Json };

const GROUP = "#";
const isText = (v: Json): boolean => typeof v === "string";

const rowFits = ({ row = {} }: Field, v: Json): boolean =>
  isFacts(v) &&
  Object.entries(v).every(([f, each]) => {
    const column = Object.hasOwn(row, f) ? row[f] : undefined;
    return column === undefined || fits(column, each);
  });

/** A later dictionary has longer texts, more codes and more columns. A day stays a day, and a sum a whole number. */
const fits = (field: Field, v: Json): boolean => {
  if (v === null || field.schema.safeParse(v).success) return true;
  if (field.kind === "codes") return Array.isArray(v) && v.every(isText);
  if (field.kind === "list") return Array.isArray(v) && v.every((row) => rowFits(field, row));
  return ["text", "longText", "code"].includes(field.kind) && isText(v);
};

const cellFits = (t: string, f: string, v: Json): boolean => {
  const field = fieldOf(t, f);
  return field === undefined || fits(field, v);
};

/** True when every fact that is known here has a value that a later dictionary may give it. */
export const factsFit = (t: string, facts: Facts): boolean =>
  Object.entries(facts).every(([f, v]) => cellFits(t, f, v));

/** True when what a change writes is of a kind that every version of its field can show. */
export const mayBeLater = (mut: Mut): boolean => {
  if (mut.k === "put" || mut.k === "resolve") {
    if (!mut.f.startsWith(GROUP)) return cellFits(mut.t, mut.f, mut.new);
    return mut.new === null || (isFacts(mut.new) && factsFit(mut.t, mut.new));
  }
  if (mut.k === "step") return factsFit(mut.t, mut.facts);
  if (mut.k !== "add" && mut.k !== "append") return true;
  const field = fieldOf(mut.t, mut.f);
  return field === undefined || rowFits(field, mut.v);
};
