import { Radio } from "antd";
import type { Field } from "../../shared/dictionary/field.ts";
import type { Json } from "../../shared/kernel/canonicalJson.ts";
import { type Choice, ChoiceInput, ChoicesInput } from "./ChoiceInput.tsx";
import { DayInput } from "./DayInput.tsx";
import { editText } from "./factText.ts";
import { type Language, useLanguage } from "./language.tsx";
import { TextArea, TextInput } from "./TextInput.tsx";
import { UI_WORDS } from "./words.ts";

export type ControlProps = {
  readonly id: string;
  readonly field: Field;
  readonly value: Json | undefined;
  /** A typed text, still to be read. */
  readonly onText: (text: string) => void;
  /** A picked value. */
  readonly onPick: (value: Json) => void;
  readonly describedBy: string;
  readonly disabled: boolean;
  readonly isInvalid: boolean;
  /** What a reference may point to. */
  readonly options?: readonly Choice[] | undefined;
};

const choicesOf = ({ choices = {} }: Field, language: Language): readonly Choice[] =>
  Object.entries(choices).map(([value, entry]) => ({ value, label: entry[language] }));

const Flag = ({ id, value, disabled, onPick }: ControlProps) => {
  const { t } = useLanguage();
  return (
    <Radio.Group
      id={id}
      aria-labelledby={`${id}-label`}
      value={value ?? null}
      disabled={disabled}
      onChange={(event) => onPick(event.target.value as boolean)}
      options={[
        { value: true, label: t(UI_WORDS.yes) },
        { value: false, label: t(UI_WORDS.no) },
      ]}
    />
  );
};

const Pick = (props: ControlProps) => {
  const { language } = useLanguage();
  const { id, field, value, onPick, disabled, isInvalid, describedBy } = props;
  const options = props.options ?? choicesOf(field, language);
  const shared = { id, options, disabled, isInvalid, describedBy };
  if (field.kind === "codes")
    return (
      <ChoicesInput
        {...shared}
        values={Array.isArray(value) ? value.map(String) : []}
        onPick={(picked) => onPick(picked.length === 0 ? null : picked)}
      />
    );
  return <ChoiceInput {...shared} value={typeof value === "string" ? value : undefined} onPick={onPick} />;
};

const Typed = ({ id, field, value, onText, describedBy, disabled, isInvalid }: ControlProps) => {
  const { t } = useLanguage();
  const text = { id, value: editText(field, value), onCommit: onText, describedBy, disabled, isInvalid };
  switch (field.kind) {
    case "longText":
      return <TextArea {...text} max={field.max} />;
    case "day":
    case "instant":
      return <DayInput {...text} withTime={field.kind === "instant"} />;
    case "fen":
      return <TextInput {...text} inputMode="decimal" suffix={t(UI_WORDS.yuan)} max={20} />;
    case "whole":
      return <TextInput {...text} inputMode="numeric" max={10} />;
    case "citizenId":
      return <TextInput {...text} max={22} />;
    default:
      return <TextInput {...text} max={field.max} />;
  }
};

const PICKED: ReadonlySet<string> = new Set(["code", "codes", "ref"]);

/** The control that a dictionary entry asks for. */
export const FieldControl = (props: ControlProps) => {
  if (props.field.kind === "flag") return <Flag {...props} />;
  return PICKED.has(props.field.kind) ? <Pick {...props} /> : <Typed {...props} />;
};
