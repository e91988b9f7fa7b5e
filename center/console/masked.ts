import { codeLabel } from "../../shared/dictionary/codeList.ts";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Field } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Mut } from "../../shared/ops/op.ts";
import type { RecordState } from "../../shared/ops/state.ts";
import { viewOf } from "../../shared/ops/view.ts";
import { stageLabel } from "../../shared/workflow/stages.ts";
import { stepOf } from "../../shared/workflow/steps.ts";
import { labelOf, type Reader, say } from "./layout.ts";

/** What one change says, safe to be seen by the province: names of fields always, values only where the dictionary opens them. */
export type Change = { readonly label: string; readonly value: string };

const openValue = (reader: NamedReader, field: Field, v: Json): string => {
  const codes = Array.isArray(v) ? v : [v];
  if (field.choices !== undefined)
    return codes.map((code) => codeLabel(field.choices ?? {}, String(code), reader.language)).join("、");
  if (field.kind === "ref") return reader.names?.get(String(v)) || String(v);
  if (typeof v === "boolean") return v ? "✓" : "✗";
  return typeof v === "string" || typeof v === "number" ? String(v) : JSON.stringify(v);
};

/** A reader who also knows what the staff are called; their names are open in the dictionary. */
export type NamedReader = Reader & { readonly names?: ReadonlyMap<string, string> };

/** A field's value as the province may see it; everything is masked unless the dictionary says it is open. */
export const maskedValue = (reader: NamedReader, field: Field | undefined, v: Json): string => {
  if (v === null) return say(reader, "cleared");
  return field?.open === true ? openValue(reader, field, v) : say(reader, "masked");
};

const fact = (reader: NamedReader, t: string, [f, v]: readonly [string, Json]): Change => {
  const field = fieldOf(t, f);
  return {
    label: field === undefined ? f : labelOf(reader, field.label),
    value: maskedValue(reader, field, v),
  };
};

const isFacts = (v: Json): v is { readonly [f: string]: Json } =>
  typeof v === "object" && v !== null && !Array.isArray(v);

const stepChanges = (reader: NamedReader, mut: Extract<Mut, { k: "step" }>): readonly Change[] => {
  const rule = stepOf(mut.t, mut.step);
  const taken = {
    label: rule === undefined ? mut.step : labelOf(reader, rule.label),
    value: `→ ${labelOf(reader, stageLabel(mut.lane, mut.to))}`,
  };
  return [taken, ...Object.entries(mut.facts).map((entry) => fact(reader, mut.t, entry))];
};

/** A change in words, personal data masked. */
export const changesOf = (reader: NamedReader, mut: Mut): readonly Change[] => {
  const named =
    "f" in mut
      ? (fieldOf(mut.t, mut.f.replace(/^[#@]/, ""))?.label ?? { zh: mut.f, en: mut.f })
      : { zh: "", en: "" };
  const label = labelOf(reader, named);
  switch (mut.k) {
    case "put":
      return mut.f.startsWith("#") && isFacts(mut.new)
        ? Object.entries(mut.new).map((entry) => fact(reader, mut.t, entry))
        : [fact(reader, mut.t, [mut.f, mut.new])];
    case "number":
      return [{ label, value: mut.text }];
    case "step":
      return stepChanges(reader, mut);
    case "add":
    case "append":
      return [{ label, value: `+ ${say(reader, "row")}` }];
    case "drop":
      return [{ label, value: say(reader, "removed") }];
    case "resolve":
      return [{ label, value: say(reader, "resolved") }];
    case "purge":
      return [{ label, value: labelOf(reader, stageLabel("destruction", "destroyed")) }];
    default:
      return [{ label: "?", value: say(reader, "masked") }];
  }
};

/** So much of an id tells records without a number apart on one page. */
const ID_SHOWN = 8;

/** What people call a record: its official number, the application's, its own, else that it has none yet. */
export const recordTitle = (reader: Reader, state: RecordState): string => {
  const { facts } = viewOf(state);
  const f = ["caseNo", "applicationNo", "no"].find((name) => facts[name] !== undefined);
  return f === undefined
    ? `${say(reader, "noNumber")} · ${state.id.slice(0, ID_SHOWN)}`
    : maskedValue(reader, fieldOf(state.t, f), facts[f] ?? null);
};
