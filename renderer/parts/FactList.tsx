import { fieldOf } from "../../shared/dictionary/entities.ts";
import type { Field } from "../../shared/dictionary/field.ts";
import { targetOf } from "../../shared/dictionary/references.ts";
import { assert } from "../../shared/kernel/assert.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { nameOf } from "../data/questions/registers.ts";
import { useAnswer } from "../data/useAnswer.ts";
import { factText } from "../ui/factText.ts";
import { useLanguage } from "../ui/language.tsx";
import { MaskedText } from "../ui/MaskedText.tsx";
import { MASKED_FACTS } from "../ui/mask.ts";
import type { RecordRef } from "../ui/port.tsx";
import { hrefOf } from "./address.ts";
import "./parts.css";

type Row = { readonly [f: string]: Json };
type Props = { readonly record: RecordRef; readonly name: string; readonly value: Json };

const RowTexts = ({ field, rows }: { readonly field: Field; readonly rows: readonly Row[] }) => {
  const { language } = useLanguage();
  const shape = Object.entries(field.row ?? {});
  const texts = rows.map((row) =>
    shape
      .map(([name, column]) => factText(column, row[name], language))
      .filter((text) => text !== "")
      .join(" · "),
  );
  return (
    <ol className="part-rows">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ol>
  );
};

type Named = { readonly name: string; readonly id: string };

const useName = ({ name, id }: Named): string => {
  const text = useAnswer(nameOf(targetOf(name), id), [name, id]) ?? "…";
  return text === "" ? id.slice(0, 8) : text;
};

/** The name of the record that the reference field `name` points to. */
export const ReferenceName = (named: Named) => useName(named);

const Reference = (named: Named) => {
  const text = useName(named);
  const target = targetOf(named.name);
  return target === "staff" ? text : <a href={hrefOf(target, named.id)}>{text}</a>;
};

const Value = ({ record, name, value }: Props) => {
  const { language } = useLanguage();
  const field = fieldOf(record.t, name);
  assert(field !== undefined, `no field ${record.t}.${name}`);
  const mask = MASKED_FACTS[name];
  if (mask !== undefined && typeof value === "string")
    return <MaskedText kind={mask} value={value} what={name} record={record} />;
  if (field.kind === "ref" && typeof value === "string") return <Reference name={name} id={value} />;
  if (field.kind === "list" && Array.isArray(value))
    return <RowTexts field={field} rows={value as readonly Row[]} />;
  return <span className="part-text">{factText(field, value, language)}</span>;
};

/** Known facts, each with its label; what is unknown takes no room. */
export const FactList = ({
  record,
  facts,
}: {
  readonly record: RecordRef;
  readonly facts: readonly (readonly [name: string, value: Json])[];
}) => {
  const { language } = useLanguage();
  return (
    <dl className="part-facts">
      {facts.map(([name, value]) => (
        <div
          key={name}
          className={
            ["list", "longText"].includes(fieldOf(record.t, name)?.kind ?? "")
              ? "part-fact lad-span"
              : "part-fact"
          }
        >
          <dt>{fieldOf(record.t, name)?.label[language]}</dt>
          <dd>
            <Value record={record} name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
