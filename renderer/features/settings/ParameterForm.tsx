import { useState } from "react";
import { day, type Field, flag, text, whole } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import { isNumberTemplate, numberText } from "../../../shared/law/numberTemplate.ts";
import type { Setting } from "../../../shared/law/readParameters.ts";
import { useToday } from "../../state/useToday.ts";
import { ChoiceInput } from "../../ui/ChoiceInput.tsx";
import { FieldInput } from "../../ui/FactInput.tsx";
import { useLabel } from "../../ui/language.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useNeeded } from "../../ui/useNeeded.ts";
import { useRefusal } from "../../ui/useRefusal.ts";
import { WaitingButton } from "../../ui/WaitingButton.tsx";
import { filled } from "../../ui/words.ts";
import type { SettingRow } from "./settingsRows.ts";
import { PARAMETER_CHOICES, SETTINGS_TEXTS } from "./texts.ts";

/** No statutory period is longer than ten years. */
const MOST = 3650;
const { newValue, from: fromLabel } = SETTINGS_TEXTS;
const FROM = day(fromLabel.zh, fromLabel.en);
const FLAG = flag(newValue.zh, newValue.en);
/** What a number would look like; the prefix is an invented county. */
const EXAMPLE = { year: 2026, shortName: "甲县", kind: "决", n: 12 };
const TEMPLATE = text(newValue.zh, newValue.en, { max: 40 });
const NUMBER = whole(newValue.zh, newValue.en, { max: MOST });

type Props = {
  readonly row: SettingRow;
  readonly save: (setting: Setting) => Promise<Result<unknown>>;
  readonly onClose: () => void;
};

/** A number template, with an example of what it makes of a letter's number. */
const TemplateInput = ({
  value,
  onPick,
}: {
  readonly value: Json;
  readonly onPick: (value: Json) => void;
}) => {
  const t = useLabel();
  return (
    <div>
      <FieldInput field={TEMPLATE} value={value} onCommit={onPick} />
      <p className="lad-hint">
        {isNumberTemplate(value)
          ? filled(t(SETTINGS_TEXTS.numberExample), { number: numberText(value, EXAMPLE) })
          : t(SETTINGS_TEXTS.numberWrong)}
      </p>
    </div>
  );
};

const ValueInput = ({
  row,
  value,
  onPick,
}: {
  readonly row: SettingRow;
  readonly value: Json;
  readonly onPick: (value: Json) => void;
}) => {
  const t = useLabel();
  if (row.unit === "code") {
    const options = row.choices.map((code) => ({
      value: code,
      label: t(PARAMETER_CHOICES[code] ?? { zh: code, en: code }),
    }));
    return (
      <div className="lad-simple">
        <span className="lad-label">{t(newValue)}</span>
        <ChoiceInput
          options={options}
          label={t(newValue)}
          value={typeof value === "string" ? value : undefined}
          onPick={onPick}
        />
      </div>
    );
  }
  if (row.unit === "template") return <TemplateInput value={value} onPick={onPick} />;
  const field: Field = row.unit === "flag" ? FLAG : NUMBER;
  return <FieldInput field={field} value={value} onCommit={onPick} />;
};

/** A new value and the day from which it applies. The old value stays for the days before. */
export const ParameterForm = ({ row, save, onClose }: Props) => {
  const t = useLabel();
  const needed = useNeeded();
  const [value, setValue] = useState<Json>(null);
  const [from, setFrom] = useState<string>(useToday());
  const { refusal, tell } = useRefusal();
  // a wrong template among the stored settings would make all of them unreadable
  const fits = row.unit === "template" ? isNumberTemplate(value) : value !== null;
  const submit = async (): Promise<void> => {
    const result = tell(await save({ name: row.name, from: from as Day, value }));
    if (result.ok) onClose();
  };
  return (
    <div className="lad-row-form">
      <div className="lad-form lad-columns-3">
        <ValueInput row={row} value={value} onPick={setValue} />
        <FieldInput
          field={FROM}
          value={from}
          onCommit={(picked) => setFrom(typeof picked === "string" ? picked : "")}
        />
        <div className="lad-buttons">
          <WaitingButton
            type="primary"
            waitsFor={needed([t(newValue), fits], [t(fromLabel), from !== ""])}
            onClick={() => void submit()}
          >
            {t(SETTINGS_TEXTS.setValue)}
          </WaitingButton>
        </div>
      </div>
      <RefusalNotice refusal={refusal} />
    </div>
  );
};
