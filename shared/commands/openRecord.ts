import { fieldOf } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { refuse } from "../kernel/result.ts";
import type { Command } from "./command.ts";
import { recordFacts } from "./recordFacts.ts";

/** The first facts of a record that does not exist yet. */
export type OpenInput = { readonly facts: { readonly [f: string]: Json } };

/** Opens a record: a new file, consultation, lawyer, unit, organ or staff entry. Refused when it already exists. */
export const openRecord: Command<OpenInput> = (view, { facts }, scene) => {
  if (Object.keys(view.facts).length > 0) return refuse("already-done");
  if (fieldOf(view.t, Object.keys(facts)[0] ?? "") === undefined) return refuse("field-unknown");
  return recordFacts(view, { facts }, scene);
};
