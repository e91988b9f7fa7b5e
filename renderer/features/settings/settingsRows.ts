import type { Label } from "../../../shared/dictionary/field.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import type { LawMark } from "../../../shared/law/laws.ts";
import {
  PARAMETERS,
  type ParameterName,
  PERIOD_PARAMETERS,
  parameterRow,
} from "../../../shared/law/parameters.ts";
import { checkSettings, type Setting } from "../../../shared/law/readParameters.ts";
import type { Source } from "../../../shared/law/sources.ts";

/** One parameter or marked period as the settings screen lists it. */
export type SettingRow = {
  readonly name: string;
  readonly label: Label;
  readonly unit: string;
  readonly standard: Json;
  readonly choices: readonly string[];
  readonly mark: LawMark;
  readonly sources: readonly Source[];
};

const parameterSetting = (name: ParameterName): SettingRow => {
  const { label, unit, default: standard, choices = [], mark, source } = parameterRow(name);
  return { name, label, unit, standard, choices, mark, sources: [source] };
};

/** Every named parameter, then every period whose length the bureau may set. */
export const SETTING_ROWS: readonly SettingRow[] = [
  ...(Object.keys(PARAMETERS) as ParameterName[]).map(parameterSetting),
  ...PERIOD_PARAMETERS.map(({ id, zh, en, length, unit, evidence, sources }) => ({
    name: id,
    label: { zh, en },
    unit,
    standard: length,
    choices: [],
    mark: evidence,
    sources,
  })),
];

/** The settings a bureau has stored; none when this version cannot read them. */
export const storedSettings = (text: string | undefined): readonly Setting[] => {
  if (text === undefined) return [];
  const settings = checkSettings(JSON.parse(text));
  return settings.ok ? settings.value : [];
};

/** The setting of one parameter that is in force on a day; undefined while the default stands. */
export const inForce = (settings: readonly Setting[], name: string, on: Day): Setting | undefined =>
  settings
    .filter((setting) => setting.name === name && setting.from <= on)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];

/** The text to store with one setting more. A second setting of the same day replaces the first; nothing else is lost. */
export const withSetting = (settings: readonly Setting[], added: Setting): string =>
  JSON.stringify([...settings.filter(({ name, from }) => name !== added.name || from !== added.from), added]);
