import { type Calendar, SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../shared/law/parameters.ts";

/** What the law looks at on this desk: which days are working days, and what the bureau has set. */
export type DeskLaw = { readonly calendar: Calendar; readonly parameters: Parameters };

/** The law as shipped, before the bureau has set anything. */
export const SHIPPED_LAW: DeskLaw = { calendar: SHIPPED_CALENDAR, parameters: DEFAULT_PARAMETERS };
