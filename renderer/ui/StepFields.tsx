import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Choice } from "./ChoiceInput.tsx";
import { FactInput } from "./FactInput.tsx";

type Props = {
  readonly t: string;
  readonly names: readonly string[];
  readonly facts: { readonly [f: string]: Json };
  readonly onState: (f: string, v: Json) => void;
  readonly required?: readonly string[];
  readonly options?: { readonly [f: string]: readonly Choice[] };
};

const isWide = (t: string, f: string): boolean => ["longText", "codes"].includes(fieldOf(t, f)?.kind ?? "");

/** The facts that a step owns. They are stated here and recorded only together with the step (never one by one). */
export const StepFields = ({ t, names, facts, onState, required = [], options = {} }: Props) => (
  <div className="lad-form lad-columns-2">
    {names.map((f) => (
      <div key={f} className={isWide(t, f) ? "lad-span" : undefined}>
        <FactInput
          t={t}
          f={f}
          value={facts[f]}
          onCommit={(value) => onState(f, value)}
          required={required.includes(f)}
          options={options[f]}
        />
      </div>
    ))}
  </div>
);
