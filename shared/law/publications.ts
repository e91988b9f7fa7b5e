import { z } from "zod";
import type { Label } from "../dictionary/field.ts";
import { type Day, isDay, weekday, yearOf } from "../kernel/day.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import { type Calendar, SHIPPED_CALENDAR } from "./calendar.ts";
import type { CalendarYear } from "./holidays.ts";
import { PARAMETERS, type ParameterName, type Parameters } from "./parameters.ts";
import { checkSettings, parametersOn, type Setting, settingsFrom } from "./readParameters.ts";
import { law } from "./sources.ts";

/*
 * What the province publishes to every bureau, as ops of the center in each book: so it reaches a desk by whatever way
 * the book does, network or stick. A body that this version cannot read changes nothing.
 */

const on = z.custom<Day>(isDay);
const calendarBody = z.strictObject({
  year: z.number().int().min(2000).max(2999),
  coversUntil: on,
  rest: z.array(z.tuple([on, on])).max(40),
  work: z.array(on).max(40),
});

/** The table of one year as it is published. */
export type CalendarBody = z.infer<typeof calendarBody>;
const SUNDAY_AND_SATURDAY = 5;

/**
 * A year's table that can be meant (T10): all days in its year, ranges forward, and made-up working days on weekends that
 * are no rest days. `value-invalid` names what cannot.
 */
export const checkCalendar = (value: unknown): Result<CalendarBody> => {
  const read = calendarBody.safeParse(value);
  if (!read.success) return refuse("value-invalid", undefined, "calendar");
  const { year, coversUntil, rest, work } = read.data;
  const isOutside = [coversUntil, ...rest.flat(), ...work].find((each) => yearOf(each) !== year);
  if (isOutside !== undefined) return refuse("value-invalid", undefined, isOutside);
  const backward = rest.find(([first, last]) => first > last);
  if (backward !== undefined) return refuse("value-invalid", undefined, backward.join("–"));
  const isRest = (day: Day): boolean => rest.some(([first, last]) => first <= day && day <= last);
  const wrong = work.find((day) => weekday(day) <= SUNDAY_AND_SATURDAY || isRest(day));
  return wrong === undefined ? done(read.data) : refuse("value-invalid", undefined, wrong);
};

/** A publication as it lies in the book. */
export type PublicationFacts = Readonly<Record<string, unknown>>;

/** What is in force of everything published: tables newest first, settings in the order in which they were published. */
export type Published = {
  readonly years: readonly CalendarYear[];
  readonly settings: readonly Setting[];
};

const bodyOf = ({ body }: PublicationFacts): unknown => {
  try {
    return typeof body === "string" ? JSON.parse(body) : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

const yearOfBody = (facts: PublicationFacts): readonly CalendarYear[] => {
  const table = facts.kind === "CALENDAR" ? checkCalendar(bodyOf(facts)) : refuse("malformed");
  return table.ok ? [{ ...table.value, source: law("HOLPUB") }] : [];
};
const settingOfBody = (facts: PublicationFacts): readonly Setting[] => {
  const settings = facts.kind === "PARAMETER" ? checkSettings([bodyOf(facts)]) : refuse("malformed");
  return settings.ok ? settings.value : [];
};

/** Reads publications in any order. Those of another kind or with an unknown body are passed over. */
export const publishedFrom = (all: readonly PublicationFacts[]): Published => {
  const at = ({ publishedAt }: PublicationFacts): string => String(publishedAt ?? "");
  const inOrder = all.toSorted((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b))));
  return {
    years: inOrder.toReversed().flatMap(yearOfBody),
    settings: inOrder.flatMap(settingOfBody),
  };
};

/** The calendar with what was published: a later table of a year takes the place of an earlier or shipped one. */
export const calendarWith = ({ years }: Pick<Published, "years">): Calendar =>
  years.length === 0
    ? SHIPPED_CALENDAR
    : { ...SHIPPED_CALENDAR, years: [...years, ...SHIPPED_CALENDAR.years] };

/** The parameters on a day: the law's defaults, the province's settings and the bureau's, each from its own day on. */
export const parametersWith = (
  { settings }: Pick<Published, "settings">,
  bureauText: string | undefined,
  on: Day,
): Parameters => parametersOn([...settings, ...settingsFrom(bureauText)], on);

/** A publication in one line. */
export const publicationLine = (facts: PublicationFacts): Label => {
  const [year] = yearOfBody(facts);
  if (year !== undefined)
    return {
      zh: `${year.year}年节假日安排（至${year.coversUntil}）`,
      en: `Holidays of ${year.year} (until ${year.coversUntil})`,
    };
  const [setting] = settingOfBody(facts);
  if (setting === undefined) return { zh: "本版本不能识别", en: "Not known to this version" };
  const { name, value, from } = setting;
  const label = PARAMETERS[name as ParameterName]?.label ?? { zh: name, en: name };
  const shown = JSON.stringify(value);
  return { zh: `${label.zh}：${shown}（自${from}）`, en: `${label.en}: ${shown} (from ${from})` };
};
