import { Button } from "antd";
import { useState } from "react";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Shape } from "../../shared/dictionary/field.ts";
import { assert } from "../../shared/kernel/assert.ts";
import { citedIn } from "../../shared/law/citedIn.ts";
import { factText } from "./factText.ts";
import { useLanguage } from "./language.tsx";
import { type RecordRef, type RowElement, useUiPort } from "./port.tsx";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { type Row, RowForm } from "./RowForm.tsx";
import { useRefusal } from "./useRefusal.ts";
import { filled, UI_WORDS } from "./words.ts";

type Props = {
  readonly record: RecordRef;
  /** The list field. */
  readonly f: string;
  readonly disabled?: boolean;
  /** Columns shown in the table; every column is in the form. All unless told. */
  readonly columns?: readonly string[];
};

/** Which row is being written: its identity, "" for a new one, undefined for none. */
type Editing = string | undefined;

type TableProps = {
  readonly rows: readonly RowElement[];
  readonly shape: Shape;
  readonly columns: readonly string[];
  readonly canChange: boolean;
  readonly onEdit: (el: string) => void;
  readonly onDrop: (el: string) => void;
};

type ButtonsProps = { readonly no: number; readonly onEdit: () => void; readonly onDrop: () => void };

const RowButtons = ({ no, onEdit, onDrop }: ButtonsProps) => {
  const { t } = useLanguage();
  const which = filled(t(UI_WORDS.rowOf), { n: no });
  return (
    <td className="lad-row-buttons">
      <Button size="small" type="link" aria-label={`${t(UI_WORDS.edit)} ${which}`} onClick={onEdit}>
        {t(UI_WORDS.edit)}
      </Button>
      <Button size="small" type="link" danger aria-label={`${t(UI_WORDS.remove)} ${which}`} onClick={onDrop}>
        {t(UI_WORDS.remove)}
      </Button>
    </td>
  );
};

const RowsTable = ({ rows, shape, columns, canChange, onEdit, onDrop }: TableProps) => {
  const { language, t } = useLanguage();
  const shown = columns.flatMap((name) => (shape[name] === undefined ? [] : [[name, shape[name]] as const]));
  return (
    <table className="lad-table">
      <thead>
        <tr>
          {shown.map(([name, field]) => (
            <th key={name} scope="col">
              {field.label[language]}
            </th>
          ))}
          {canChange && <th scope="col" aria-label={t(UI_WORDS.edit)} />}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ el, v }, index) => (
          <tr key={el}>
            {shown.map(([name, field]) => (
              <td key={name}>{factText(field, (v as Row)[name], language)}</td>
            ))}
            {canChange && <RowButtons no={index + 1} onEdit={() => onEdit(el)} onDrop={() => onDrop(el)} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The rows of a list, which one is being written, and the ops that change them. */
const useRowEditing = (record: RecordRef, f: string) => {
  const { saveRow, useRows } = useUiPort();
  const rows = useRows(record, f) ?? [];
  const [editing, setEditing] = useState<Editing>(undefined);
  const { refusal, tell } = useRefusal();
  const instead = editing === undefined || editing === "" ? {} : { instead: [editing] };
  return {
    rows,
    editing,
    setEditing,
    refusal,
    start: (rows.find(({ el }) => el === editing)?.v ?? {}) as Row,
    save: (row: Row) => saveRow(record, { f, row, ...instead }),
    drop: (el: string): void => void saveRow(record, { f, instead: [el] }).then(tell),
  };
};

/** The rows of a list field: added, replaced and removed one by one, each its own op. A log only grows. */
export const RowsEditor = ({ record, f, disabled = false, columns }: Props) => {
  const { language, t } = useLanguage();
  const { rows, editing, setEditing, refusal, start, save, drop } = useRowEditing(record, f);
  const field = fieldOf(record.t, f);
  assert(field?.row !== undefined, `no list ${record.t}.${f}`);
  const label = field.label[language];
  const table = { rows, shape: field.row, columns: columns ?? Object.keys(field.row) };
  const canChange = !disabled && field.policy !== "append";
  return (
    <section className="lad-rows" aria-label={label}>
      <h3 className="lad-rows-title">
        {label}
        {field.source && <span className="lad-source">{citedIn(language, field.source)}</span>}
      </h3>
      {rows.length > 0 && <RowsTable {...table} canChange={canChange} onEdit={setEditing} onDrop={drop} />}
      <RefusalNotice refusal={refusal} t={record.t} />
      {editing === undefined && !disabled && (
        <Button
          size="small"
          onClick={() => setEditing("")}
        >{`＋ ${t(UI_WORDS.add)}${language === "en" ? " " : ""}${label}`}</Button>
      )}
      {editing === undefined && disabled && rows.length === 0 && (
        <p className="lad-quiet">{t(UI_WORDS.noRows)}</p>
      )}
      {editing !== undefined && (
        <RowForm
          key={editing}
          shape={field.row}
          start={start}
          title={label}
          save={save}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
};
