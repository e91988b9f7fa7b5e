import { Button } from "antd";
import { useState } from "react";
import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Shape } from "../../shared/dictionary/field.ts";
import { assert } from "../../shared/kernel/assert.ts";
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

type TableProps = Props & {
  readonly rows: readonly RowElement[];
  readonly shape: Shape;
  readonly canChange: boolean;
  readonly onEdit: (el: string) => void;
  readonly onDrop: (el: string) => void;
};

const RowsTable = ({ rows, shape, columns = Object.keys(shape), canChange, onEdit, onDrop }: TableProps) => {
  const { language, t } = useLanguage();
  const shown = columns.filter((name) => shape[name] !== undefined);
  return (
    <table className="lad-table">
      <thead>
        <tr>
          {shown.map((name) => (
            <th key={name} scope="col">
              {shape[name]?.label[language]}
            </th>
          ))}
          {canChange && <th scope="col" aria-label={t(UI_WORDS.edit)} />}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ el, v }, index) => (
          <tr key={el}>
            {shown.map((name) => {
              const field = shape[name];
              return <td key={name}>{field && factText(field, (v as Row)[name], language)}</td>;
            })}
            {canChange && (
              <td className="lad-row-buttons">
                <Button
                  size="small"
                  type="link"
                  aria-label={`${t(UI_WORDS.edit)} ${filled(t(UI_WORDS.rowOf), { n: index + 1 })}`}
                  onClick={() => onEdit(el)}
                >
                  {t(UI_WORDS.edit)}
                </Button>
                <Button
                  size="small"
                  type="link"
                  danger
                  aria-label={`${t(UI_WORDS.remove)} ${filled(t(UI_WORDS.rowOf), { n: index + 1 })}`}
                  onClick={() => onDrop(el)}
                >
                  {t(UI_WORDS.remove)}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The rows of a list field: added, replaced and removed one by one, each its own op. A log only grows. */
export const RowsEditor = (props: Props) => {
  const { record, f, disabled = false } = props;
  const { language, t } = useLanguage();
  const { saveRow, useRows } = useUiPort();
  const rows = useRows(record, f) ?? [];
  const [editing, setEditing] = useState<Editing>(undefined);
  const { refusal, tell } = useRefusal();
  const field = fieldOf(record.t, f);
  assert(field?.row !== undefined, `no list ${record.t}.${f}`);
  const canChange = !disabled && field.policy !== "append";
  const start = rows.find(({ el }) => el === editing)?.v ?? {};
  const save = (row: Row) =>
    saveRow(record, { f, row, ...(editing !== undefined && editing !== "" && { instead: [editing] }) });
  return (
    <section className="lad-rows" aria-label={field.label[language]}>
      <h3 className="lad-rows-title">
        {field.label[language]}
        {field.source && <span className="lad-source">{field.source}</span>}
      </h3>
      {rows.length > 0 && (
        <RowsTable
          {...props}
          rows={rows}
          shape={field.row}
          canChange={canChange}
          onEdit={setEditing}
          onDrop={(el) => void saveRow(record, { f, instead: [el] }).then(tell)}
        />
      )}
      <RefusalNotice refusal={refusal} t={record.t} />
      {editing === undefined && !disabled && (
        <Button size="small" onClick={() => setEditing("")}>
          ＋ {t(UI_WORDS.add)}
          {language === "en" ? " " : ""}
          {field.label[language]}
        </Button>
      )}
      {editing === undefined && disabled && rows.length === 0 && (
        <p className="lad-quiet">{t(UI_WORDS.noRows)}</p>
      )}
      {editing !== undefined && (
        <RowForm
          key={editing}
          shape={field.row}
          start={start as Row}
          title={field.label[language]}
          save={save}
          onClose={() => setEditing(undefined)}
        />
      )}
    </section>
  );
};
