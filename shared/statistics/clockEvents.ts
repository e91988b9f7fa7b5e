import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Day } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import type { Calendar } from "../law/calendar.ts";
import { breachAt, type Clock } from "../law/clock.ts";
import { clocksOf } from "../law/clocksOf.ts";
import { deadline } from "../law/deadlines.ts";
import type { Parameters } from "../law/parameters.ts";
import { RECORD_CLOCKS, recordClocksOf } from "../law/recordClocks.ts";
import type { StatRecord } from "./statRecord.ts";

/** How a statutory period ended: by its target, by the hard date, by the legal date, later, or it is overdue and open. */
export type ClockOutcome = "target" | "hard" | "legal" | "late" | "overdue";

/** The law by which clocks are reckoned, and the day of the count. */
export type StatLaw = { readonly calendar: Calendar; readonly parameters: Parameters; readonly today: Day };

const CLOCKED: ReadonlySet<string> = new Set(["aidFile", ...RECORD_CLOCKS.map(({ t }) => t)]);

/** Whether periods run on records of this kind at all. */
export const hasClocks = ({ t }: StatRecord): boolean => CLOCKED.has(t);

/** Every clock of a record. */
export const clocksOfRecord = (
  { t, facts }: StatRecord,
  { calendar, parameters }: StatLaw,
): readonly Clock[] =>
  t === "aidFile"
    ? clocksOf(facts as AidFacts, calendar, parameters)
    : recordClocksOf(t, facts, { calendar, parameters });

/** Whose act a period limits; periods that parties and recipients keep for themselves are not counted. */
// biome-ignore format: a table is read by columns
const PARTIES: Readonly<Record<string, "own" | "others">> = {
  legal_aid_agency: "own", judicial_admin_dept: "own", handling_unit: "own", handler: "own", bureau: "own", duty_lawyer: "own",
  requested_agency: "others", public_security: "others", court: "others", organ_or_custody_place: "others", procuratorate: "others",
  detention_centre: "others", organ: "others", arbitration_commission: "others", reconsideration_organ: "others",
};

/** A request for help that another agency sent: this one is the requested agency, and its answer is its own act. */
const isAskedOfUs = ({ t, facts }: StatRecord): boolean =>
  t === "cooperation" && facts.receivedAt !== undefined;

/** Whose period a clock of a record is, or undefined for one that is not counted. */
export const partyOf = ({ id }: Clock, record: StatRecord): "own" | "others" | undefined => {
  const { party } = deadline(id);
  return party === "requested_agency" && isAskedOfUs(record) ? "own" : PARTIES[party];
};

/** How a clock stands on the day of the count; undefined while it runs or is suspended. */
export const outcomeOf = (clock: Clock, today: Day): ClockOutcome | undefined => {
  const { metAt, breach, target } = clock;
  if (metAt === undefined) return clock.isPaused || breachAt(clock, today) === "none" ? undefined : "overdue";
  if (breach !== "none") return breach === "late_after_hard" ? "legal" : "late";
  return target !== null && dayOf(metAt) <= dayOf(target) ? "target" : "hard";
};

/** The day on which a clock counts: its hard date, by which the act was owed. */
export const clockDay = ({ hard }: Clock): Day => dayOf(hard);
