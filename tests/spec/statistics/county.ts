import type { Day } from "../../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../shared/law/parameters.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import type { Period } from "../../../shared/statistics/period.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import { type Counted, type Line, tabulate } from "../../../shared/statistics/tabulate.ts";

/** The default table under the law as shipped, counted on this day. */
export const counted = (today: string, changes: Partial<Parameters> = {}): Counted => ({
  indicators: INDICATORS,
  law: {
    calendar: SHIPPED_CALENDAR,
    parameters: { ...DEFAULT_PARAMETERS, ...changes },
    today: today as Day,
  },
});

/** The three figures of a line: period, year so far, the same period last year. */
export const three = (lines: readonly Line[], key: string): readonly (number | null)[] => {
  const line = lines.find((each) => each.key === key);
  if (line === undefined) throw new Error(`no line ${key}`);
  return line.figures.slice(0, 3).map(({ value }) => value);
};

/** A period counted on the last day of 2026. */
export const tableOf = (records: readonly StatRecord[], period: Period): readonly Line[] =>
  tabulate(records, period, counted("2026-12-31"));

let made = 0;

/** A record of any kind with these facts, standing where `stages` says. */
export const aRecord = (
  t: string,
  facts: StatRecord["facts"],
  stages: StatRecord["stages"] = {},
): StatRecord => {
  made += 1;
  return { t, id: `${t}-${made}`, facts, stages };
};

/** An accepted case of an applicant. */
export const aCase = (decidedAt: string, facts: StatRecord["facts"] = {}): StatRecord =>
  aRecord(
    "aidFile",
    { aidForm: "CIVIL_LIT", matter: "M31_4", receivedAt: decidedAt, decidedAt, decision: "GRANT", ...facts },
    { application: "granted" },
  );

/** A consultation asked at this minute. */
export const aConsultation = (askedAt: string): StatRecord =>
  aRecord("consultation", { askedAt, channel: "WINDOW", matter: "M31_4" });
