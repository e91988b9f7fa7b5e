import { useId, useState } from "react";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Field } from "../../shared/dictionary/field.ts";
import { assert } from "../../shared/kernel/assert.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { Choice } from "./ChoiceInput.tsx";
import { FieldControl } from "./FieldControl.tsx";
import { FieldFrame, noteIdOf, type SaveState } from "./FieldFrame.tsx";
import { readFact } from "./factText.ts";
import { useLanguage } from "./language.tsx";

type Common = {
  readonly value: Json | undefined;
  /** Receives a value the dictionary accepts, `null` to clear. The answer says whether it was saved; void: only kept. */
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that only keeps the value returns nothing
  readonly onCommit: (value: Json) => Promise<Result<unknown>> | void;
  readonly disabled?: boolean | undefined;
  readonly conflict?: boolean | undefined;
  readonly required?: boolean | undefined;
  /** For references: what may be chosen. */
  readonly options?: readonly Choice[] | undefined;
};
type FieldProps = Common & { readonly field: Field };
type FactProps = Common & { readonly t: string; readonly f: string };

/** Codes that are our own design are not doubtful law, so they carry no mark. */
const DESIGN = "设计";
const isUnverified = ({ choices = {} }: Field, value: Json | undefined): boolean => {
  const entry = typeof value === "string" && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return entry !== undefined && !entry.verified && entry.source !== DESIGN;
};

/** Saves what was entered and remembers how that went; a value that does not fit never leaves the field. */
const useSaving = (field: Field, onCommit: Common["onCommit"]) => {
  const [state, setState] = useState<SaveState>({ is: "quiet" });
  const pick = async (value: Json): Promise<void> => {
    const answer = onCommit(value);
    if (answer === undefined) return setState({ is: "quiet" });
    setState({ is: "saving" });
    const result = await answer;
    setState(result.ok ? { is: "saved" } : { is: "refused", refusal: result.refusal });
  };
  const read = (text: string): void => {
    const value = readFact(field, text);
    if (value.ok) void pick(value.value);
    else setState({ is: "refused", refusal: value.refusal });
  };
  return { state, pick, read };
};

/** The labelled control for one dictionary entry that may not be a field of a record, such as a column of a row. */
export const FieldInput = ({ field, value, onCommit, disabled, conflict, required, options }: FieldProps) => {
  const id = useId();
  const { language } = useLanguage();
  const { state, pick, read } = useSaving(field, onCommit);
  return (
    <FieldFrame
      id={id}
      label={field.label[language]}
      source={field.source}
      isUnverified={isUnverified(field, value)}
      isRequired={required === true}
      isInConflict={conflict === true}
      state={state}
      {...(field.kind === "flag" && { role: "group" as const })}
    >
      <FieldControl
        id={id}
        field={field}
        value={value}
        onText={read}
        onPick={(picked) => void pick(picked)}
        describedBy={noteIdOf(id)}
        disabled={disabled === true || conflict === true}
        isInvalid={state.is === "refused"}
        options={options}
      />
    </FieldFrame>
  );
};

/** The labelled control for fact `f` of records of kind `t`, made from the dictionary. */
export const FactInput = ({ t, f, ...rest }: FactProps) => {
  const field = fieldOf(t, f);
  assert(field !== undefined, `no field ${t}.${f}`);
  return <FieldInput field={field} {...rest} />;
};
