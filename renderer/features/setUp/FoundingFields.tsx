import { BUREAU } from "../../../shared/dictionary/registers.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { FieldInput } from "../../ui/FactInput.tsx";
import { FOUNDING_FIELDS, FOUNDING_NEEDED } from "./texts.ts";

export type BureauFactsSoFar = { readonly [f: string]: Json };
type Props = { readonly facts: BureauFactsSoFar; readonly onChange: (f: string, value: Json) => void };

/** The fields of the bureau that a first start needs. */
export const FoundingFields = ({ facts, onChange }: Props) => (
  <div className="lad-form lad-columns-3">
    {FOUNDING_FIELDS.map((f) => (
      <FieldInput
        key={f}
        field={BUREAU[f]}
        value={facts[f]}
        onCommit={(value) => onChange(f, value)}
        required={FOUNDING_NEEDED.some((needed) => needed === f)}
      />
    ))}
  </div>
);

/** Adds a fact, or takes it away when it is cleared. */
export const withFact = (facts: BureauFactsSoFar, f: string, value: Json): BureauFactsSoFar => {
  const { [f]: _old, ...others } = facts;
  return value === null ? others : { ...others, [f]: value };
};
