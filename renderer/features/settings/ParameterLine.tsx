import { Button } from "antd";
import { useState } from "react";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { Setting } from "../../../shared/law/readParameters.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { useToday } from "../../state/useToday.ts";
import { useLanguage } from "../../ui/language.tsx";
import { UnverifiedMark } from "../../ui/Mark.tsx";
import { filled, UI_WORDS } from "../../ui/words.ts";
import { ParameterForm } from "./ParameterForm.tsx";
import { inForce, type SettingRow } from "./settingsRows.ts";
import { PARAMETER_CHOICES, SETTINGS_TEXTS, UNITS } from "./texts.ts";

type Props = {
  readonly row: SettingRow;
  readonly settings: readonly Setting[];
  readonly isMine: boolean;
  readonly save: (setting: Setting) => Promise<Result<unknown>>;
};

/** A value as the table states it. */
const useValueText = ({ unit }: SettingRow) => {
  const { t } = useLanguage();
  return (value: Json): string => {
    if (typeof value === "boolean") return t(value ? UI_WORDS.yes : UI_WORDS.no);
    const choice = PARAMETER_CHOICES[String(value)];
    return choice === undefined ? `${String(value)} ${t(UNITS[unit] ?? { zh: unit, en: unit })}` : t(choice);
  };
};

/** The value in force, since when, and what is already set for later days. */
const Value = ({ row, settings }: Pick<Props, "row" | "settings">) => {
  const { t } = useLanguage();
  const valueText = useValueText(row);
  const setting = inForce(settings, row.name, useToday());
  const since = (day: string): string => filled(t(SETTINGS_TEXTS.since), { day });
  const later = settings.filter(({ name, from }) => name === row.name && from > (setting?.from ?? ""));
  return (
    <td>
      <strong>{valueText(setting?.value ?? row.standard)}</strong>{" "}
      <span className="lad-quiet">
        {setting === undefined ? t(SETTINGS_TEXTS.isDefault) : since(setting.from)}
      </span>
      {later.map(({ from, value }) => (
        <div key={from} className="lad-quiet">
          {since(from)}: {valueText(value)}
        </div>
      ))}
    </td>
  );
};

/** One parameter: its value now and since when, its source and mark; and the form that sets another from a day on. */
export const ParameterLine = ({ row, settings, isMine, save }: Props) => {
  const { language, t } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const edit = { "aria-expanded": isOpen, "aria-label": `${t(SETTINGS_TEXTS.edit)} ${t(row.label)}` };
  return (
    <>
      <tr>
        <th scope="row" className="lad-row-head">
          {t(row.label)}
        </th>
        <Value row={row} settings={settings} />
        <td>
          {sourceText(row.sources, language)} {(row.mark === "V2" || row.mark === "U") && <UnverifiedMark />}
        </td>
        <td>
          {isMine && (
            <Button {...edit} size="small" onClick={() => setOpen(!isOpen)}>
              {t(SETTINGS_TEXTS.edit)}
            </Button>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={4}>
            <ParameterForm row={row} save={save} onClose={() => setOpen(false)} />
          </td>
        </tr>
      )}
    </>
  );
};
