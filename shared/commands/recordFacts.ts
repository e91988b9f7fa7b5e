import { SENSITIVITIES } from "../dictionary/codes/ours.ts";
import { fieldOf } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { Draft } from "../ops/draft.ts";
import type { RecordView } from "../ops/view.ts";
import { ownedFacts } from "../workflow/steps.ts";
import { isFiled, mayWrite } from "../workflow/writers.ts";
import type { Command } from "./command.ts";
import { groupOf, withGroup } from "./groups.ts";

/** Facts to record by dictionary name; `null` clears one. */
export type FactsInput = { readonly facts: { readonly [f: string]: Json } };

/** Whether one value may be recorded freely in the field named `f` on this record. */
const acceptable = (view: RecordView, f: string, v: Json): Result<string> => {
  const field = fieldOf(view.t, f);
  if (field === undefined) return refuse("field-unknown", undefined, f);
  if (field.choices === SENSITIVITIES && v === "SECRET")
    return refuse("secret-case", "《法律援助法》第21条", f);
  if (ownedFacts(view.t).has(f)) return refuse("fact-owned", field.source, f);
  if (field.policy !== "human") return refuse("value-invalid", undefined, f);
  const cell = groupOf(view.t, f) ?? f;
  if (view.conflicts.some((conflict) => conflict.f === cell))
    return refuse("field-in-conflict", undefined, f);
  if (v !== null && !field.schema.safeParse(v).success) return refuse("value-invalid", field.source, f);
  return done(cell);
};

/**
 * Records freely written facts: every keystroke-saved field of every form. Facts of one conflict group travel together.
 * Refused when the role may not write this kind of record, the field is unknown, owned by a step, in conflict, or the
 * value does not fit; then nothing at all is recorded.
 */
export const recordFacts: Command<FactsInput> = (view, { facts }, { actor }) => {
  if (!mayWrite(view.t, actor.roles)) return refuse("role-forbids");
  if (isFiled(view)) return refuse("filed", "《档案法》第14条");
  const cells = new Map<string, { readonly [f: string]: Json }>();
  for (const [f, v] of Object.entries(facts)) {
    const checked = acceptable(view, f, v);
    if (!checked.ok) return checked;
    cells.set(checked.value, { ...cells.get(checked.value), [f]: v });
  }
  const written = (cell: string, parts: { readonly [f: string]: Json }): Json =>
    cell.startsWith("#") ? withGroup(view, cell, parts) : (parts[cell] ?? null);
  return done(
    [...cells].map(([f, parts]): Draft => ({ k: "put", t: view.t, id: view.id, f, v: written(f, parts) })),
  );
};
