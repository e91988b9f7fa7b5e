import { memo, useCallback, useId, useLayoutEffect, useRef } from "react";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Result } from "../../shared/kernel/result.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import type { Choice } from "./ChoiceInput.tsx";
import { FactInput } from "./FactInput.tsx";
import { useUiPort } from "./port.tsx";

type Props = {
  /** The record as it stands; every field that is committed becomes one op of its own. */
  readonly view: Pick<RecordView, "t" | "id" | "facts" | "conflicts">;
  readonly names: readonly string[];
  /** How many fields stand side by side; 2 unless told. Long texts and choices of several take the whole width. */
  readonly columns?: 1 | 2 | 3 | 4;
  /** Why nothing may be changed now, in the language of the screen; "" or absent while it may. */
  readonly closed?: string;
  readonly required?: readonly string[];
  /** What the references among the fields may point to. */
  readonly options?: { readonly [f: string]: readonly Choice[] };
};

const isInConflict = ({ t, conflicts }: Props["view"], f: string): boolean => {
  const group = fieldOf(t, f)?.group;
  const cell = group === undefined ? f : `#${group}`;
  return conflicts.some((conflict) => conflict.f === cell);
};

const isWide = (t: string, f: string): boolean => ["longText", "codes"].includes(fieldOf(t, f)?.kind ?? "");

/** Saves one fact of a record the way the screen saves now; it stays the same function for as long as the record is the same. */
const useSave = ({ t, id }: Pick<RecordView, "t" | "id">) => {
  const { saveFacts } = useUiPort();
  const newest = useRef(saveFacts);
  useLayoutEffect(() => {
    newest.current = saveFacts;
  });
  return useCallback((f: string, value: Json) => newest.current({ t, id }, { [f]: value }), [t, id]);
};

type CellProps = {
  readonly t: string;
  readonly f: string;
  readonly value: Json | undefined;
  readonly save: (f: string, value: Json) => Promise<Result<unknown>>;
  readonly disabled: boolean;
  readonly conflict: boolean;
  readonly required: boolean;
  readonly options: readonly Choice[] | undefined;
};

/** One field of the form. It is drawn again only when something about it changed, not with every entry made beside it. */
const Cell = memo(({ t, f, save, ...rest }: CellProps) => (
  <div className={isWide(t, f) ? "lad-span" : undefined}>
    <FactInput t={t} f={f} {...rest} onCommit={(value) => save(f, value)} />
  </div>
));

/**
 * A form over a record that saves every field as it is entered. There is no save button: what shows "saved" is in the
 * journal, and what was refused stays in its field with the reason.
 */
export const FactsForm = ({ view, names, columns = 2, closed = "", required = [], options = {} }: Props) => {
  const save = useSave(view);
  const whyId = useId();
  return (
    <div
      className={`lad-form lad-columns-${columns}`}
      {...(closed !== "" && { role: "group", "aria-describedby": whyId })}
    >
      {closed !== "" && (
        <p id={whyId} className="lad-quiet lad-span">
          {closed}
        </p>
      )}
      {names.map((f) => (
        <Cell
          key={`${view.id}/${f}`}
          t={view.t}
          f={f}
          value={view.facts[f]}
          save={save}
          disabled={closed !== ""}
          conflict={isInConflict(view, f)}
          required={required.includes(f)}
          options={options[f]}
        />
      ))}
    </div>
  );
};
