import { type Calendar, SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../shared/law/parameters.ts";

/** What the law looks at on this desk: which days are working days, and what the bureau has set. */
export type DeskLaw = { readonly calendar: Calendar; readonly parameters: Parameters };

/** The law as shipped, before the bureau has set anything. */
export const SHIPPED_LAW: DeskLaw = { calendar: SHIPPED_CALENDAR, parameters: DEFAULT_PARAMETERS };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/**
 * The bureau's parameters from the text it keeps them in (`bureau.parameters`). A name this version does not know, or a
 * value of another type than the default, is left out: the default of the law then stands and is shown with its mark.
 */
export const parametersOf = (text: string | undefined): Parameters => {
  const stated = text === undefined ? undefined : parsed(text);
  if (!isRecord(stated)) return DEFAULT_PARAMETERS;
  const known = Object.entries(DEFAULT_PARAMETERS).flatMap(([name, standard]) => {
    const value = Object.hasOwn(stated, name) ? stated[name] : undefined;
    return typeof value === typeof standard && Array.isArray(value) === Array.isArray(standard)
      ? [[name, value]]
      : [];
  });
  return { ...DEFAULT_PARAMETERS, ...Object.fromEntries(known) };
};
