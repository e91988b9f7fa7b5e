import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Field, Shape } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";

const rowOf = (shape: Shape): Json =>
  Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, aValueOf(field)]));

/** Some valid value of a dictionary entry: the first code, a day in March 2026, one row of a list. */
export const aValueOf = (field: Field): Json => {
  const [first = ""] = Object.keys(field.choices ?? {});
  switch (field.kind) {
    case "code":
      return first;
    case "codes":
      return [first];
    case "day":
      return "2026-03-02";
    case "instant":
      return "2026-03-02T08:00";
    case "flag":
      return true;
    case "whole":
    case "fen":
      return 1;
    case "ref":
      return "record-other";
    case "list":
      return [rowOf(field.row ?? {})];
    case "citizenId":
      return "11010519491231002X";
    default:
      return "据实填写";
  }
};

/** A valid value for each of these facts of a kind of record. */
export const valuesOf = (t: string, names: readonly string[]): { readonly [f: string]: Json } =>
  Object.fromEntries(
    names.flatMap((name) => {
      const field = fieldOf(t, name);
      return field === undefined ? [] : [[name, aValueOf(field)]];
    }),
  );
