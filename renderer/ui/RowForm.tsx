import { Button } from "antd";
import { useState } from "react";
import type { Shape } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import type { Refusal } from "../../shared/kernel/refusals.ts";
import type { Result } from "../../shared/kernel/result.ts";
import { FieldInput } from "./FactInput.tsx";
import { useLanguage } from "./language.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { WaitingButton } from "./WaitingButton.tsx";
import { UI_WORDS } from "./words.ts";

export type Row = { readonly [f: string]: Json };
type Props = {
  readonly shape: Shape;
  readonly start: Row;
  readonly title: string;
  readonly save: (row: Row) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

const withoutEmpty = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** The fields of one row. A row is one fact, so it is saved as one, with the button; the form stays open when refused. */
export const RowForm = ({ shape, start, title, save, onClose }: Props) => {
  const { t } = useLanguage();
  const [row, setRow] = useState<Row>(start);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const submit = async (): Promise<void> => {
    const result = await save(withoutEmpty(row));
    if (result.ok) onClose();
    else setRefusal(result.refusal);
  };
  return (
    <fieldset className="lad-row-form">
      <legend>{title}</legend>
      <div className="lad-form lad-columns-3">
        {Object.entries(shape).map(([name, field]) => (
          <div key={name} className={field.kind === "longText" ? "lad-span" : undefined}>
            <FieldInput
              field={field}
              value={row[name]}
              onCommit={(value) => setRow((known) => ({ ...known, [name]: value }))}
            />
          </div>
        ))}
      </div>
      <RefusalNotice refusal={refusal} />
      <div className="lad-buttons">
        <WaitingButton
          type="primary"
          waitsFor={Object.keys(withoutEmpty(row)).length === 0 ? t(UI_WORDS.needsRow) : ""}
          onClick={() => void submit()}
        >
          {t(UI_WORDS.done)}
        </WaitingButton>
        <Button onClick={onClose}>{t(UI_WORDS.cancel)}</Button>
      </div>
    </fieldset>
  );
};
