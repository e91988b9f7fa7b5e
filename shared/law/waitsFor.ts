import type { AidFacts } from "../dictionary/aidFile.ts";
import { type Day, plusDays } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";
import { clocksOf } from "./clocksOf.ts";
import type { Parameters } from "./parameters.ts";

/** Checks that hold a step back until somebody else's period is over, and the clock of that period. */
export const WAITS_FOR = { supplementOver: "EXM-SUPPLEMENT-RETURN", makeUpOver: "EMG-MAKEUP" } as const;

/**
 * The first day on which such a step may be taken: the day after the legal day, roll-over included. Null while the
 * period has not begun.
 * @source 法律援助法第四十三条第二款、第四十四条第二款
 */
export const opensOn = (
  check: keyof typeof WAITS_FOR,
  facts: AidFacts,
  { calendar, parameters }: { readonly calendar: Calendar; readonly parameters: Parameters },
): Day | null => {
  const own = clocksOf(facts, calendar, parameters).find(({ id }) => id === WAITS_FOR[check]);
  return own === undefined ? null : plusDays(dayOf(own.legal), 1);
};
