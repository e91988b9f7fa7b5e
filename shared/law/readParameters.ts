import { HARDSHIP_METHODS } from "../dictionary/codes/hardshipMethods.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import type { Day } from "../kernel/day.ts";
import { isDay } from "../kernel/day.ts";
import { isFen } from "../kernel/fen.ts";
import type { Result } from "../kernel/result.ts";
import { done, refuse } from "../kernel/result.ts";
import { closingListForm, isClosingList, isRetention, retentionForm } from "./filing.ts";
import type { HardshipStandard } from "./hardshipStandard.ts";
import { isNumberTemplate } from "./numberTemplate.ts";
import type { ParameterName, Parameters } from "./parameters.ts";
import { DEFAULT_PARAMETERS, PARAMETERS, PERIOD_PARAMETERS, parameterRow } from "./parameters.ts";

/** One setting of one parameter from a day on. `name` is a parameter, the id of a marked period, or "hardshipStandard". */
export type Setting = { readonly name: string; readonly from: Day; readonly value: Json };

/** The name under which hardship standards are stored. */
export const HARDSHIP_STANDARD = "hardshipStandard";
/** No period of this law is longer; a larger number is a typing error. */
const LONGEST_PERIOD = 3650;

const isParameter = (name: string): name is ParameterName => Object.hasOwn(PARAMETERS, name);
const isPeriod = (name: string): boolean => PERIOD_PARAMETERS.some(({ id }) => id === name);
const isCount = (value: unknown): boolean =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= LONGEST_PERIOD;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isStandard = (value: unknown): value is HardshipStandard =>
  isRecord(value) &&
  typeof value.method === "string" &&
  Object.hasOwn(HARDSHIP_METHODS, value.method) &&
  isFen(value.baseMonthlyFen) &&
  isCount(value.ratioPercent) &&
  (value.basis === "household" || value.basis === "individual") &&
  Array.isArray(value.individualBasisMatters) &&
  (value.assetLimitFen === undefined || isFen(value.assetLimitFen)) &&
  typeof value.docNo === "string" &&
  isDay(value.effectiveFrom) &&
  (value.effectiveTo === undefined || isDay(value.effectiveTo));

const fitsParameter = (name: ParameterName, value: unknown): boolean => {
  const { unit, choices } = parameterRow(name);
  if (unit === "flag") return typeof value === "boolean";
  if (unit === "template") return isNumberTemplate(value);
  return unit === "code" ? typeof value === "string" && choices?.includes(value) === true : isCount(value);
};

const isSetting = (entry: unknown): entry is Setting => {
  if (!isRecord(entry) || typeof entry.name !== "string" || !isDay(entry.from)) return false;
  if (entry.name === HARDSHIP_STANDARD) return isStandard(entry.value);
  if (retentionForm(entry.name) !== undefined) return isRetention(entry.value);
  if (closingListForm(entry.name) !== undefined) return isClosingList(entry.value);
  return isParameter(entry.name)
    ? fitsParameter(entry.name, entry.value)
    : isPeriod(entry.name) && isCount(entry.value);
};

const apply = (parameters: Parameters, { name, value }: Setting): Parameters => {
  if (name === HARDSHIP_STANDARD)
    return {
      ...parameters,
      hardshipStandards: [...parameters.hardshipStandards, value as unknown as HardshipStandard],
    };
  const [kept, closed] = [retentionForm(name), closingListForm(name)];
  if (kept !== undefined) return { ...parameters, retentions: { ...parameters.retentions, [kept]: value } };
  if (closed !== undefined)
    return { ...parameters, closingLists: { ...parameters.closingLists, [closed]: value } };
  if (isPeriod(name)) return { ...parameters, periods: { ...parameters.periods, [name]: value } };
  return { ...parameters, [name]: value };
};

/** The settings a bureau stores, checked one by one; refused whole when one has an unknown name or a value that does not fit. */
export const checkSettings = (stored: unknown): Result<readonly Setting[]> => {
  if (!Array.isArray(stored)) return refuse("malformed");
  const bad = stored.findIndex((entry) => !isSetting(entry));
  return bad < 0
    ? done(stored as readonly Setting[])
    : refuse("value-invalid", undefined, `parameters[${bad}]`);
};

/**
 * The parameters in force on a day: the defaults, changed by every setting that has begun, the latest last.
 * A hardship standard keeps its own effective days, so all that have been stored are kept.
 */
export const parametersOn = (settings: readonly Setting[], on: Day): Parameters =>
  settings
    .filter(({ from, name }) => from <= on || name === HARDSHIP_STANDARD)
    .toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))
    .reduce(apply, DEFAULT_PARAMETERS);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** The settings in the text a bureau keeps them in; none when this version cannot read it. */
export const settingsFrom = (text: string | undefined): readonly Setting[] => {
  const settings = text === undefined ? refuse("malformed") : checkSettings(parsed(text));
  return settings.ok ? settings.value : [];
};

/**
 * The parameters in force on a day, from the text a bureau keeps its settings in. Text that this version cannot read
 * changes nothing: the defaults of the law then stand and are shown with their marks.
 */
export const parametersFrom = (text: string | undefined, on: Day): Parameters =>
  parametersOn(settingsFrom(text), on);
