import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Day } from "../kernel/day.ts";
import { daysBetween, isDay } from "../kernel/day.ts";
import type { Moment } from "../kernel/instant.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";
import type { Clock, Suspension } from "./clock.ts";
import { clock, lengthOf } from "./clock.ts";
import { CLOCK_CONDITIONS } from "./clockConditions.ts";
import type { ClockFact } from "./deadlineRow.ts";
import type { Deadline, DeadlineId } from "./deadlines.ts";
import { DEADLINES, isInForce } from "./deadlines.ts";
import type { Parameters } from "./parameters.ts";
import { DEFAULT_PARAMETERS } from "./parameters.ts";

/** Entries of the work log that count as the first contact with the recipient. */
const CONTACTS: ReadonlySet<string> = new Set(["AC_CONTACT", "AC_MEET"]);

const firstContactAt = ({ activities = [] }: AidFacts): Moment | undefined =>
  activities
    .flatMap(({ at, type }) => (at !== undefined && type !== undefined && CONTACTS.has(type) ? [at] : []))
    .reduce<Moment | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined);

const momentOf = (facts: AidFacts, name: ClockFact): Moment | undefined => {
  if (name === "firstContactAt") return firstContactAt(facts);
  const value: unknown = facts[name];
  return isDay(value) || isInstant(value) ? value : undefined;
};

/** Terminated aid leaves only the closing of the file to be done. */
const isOver = (row: Deadline, { terminationEffectiveOn }: AidFacts): boolean =>
  terminationEffectiveOn !== undefined && !row.id.startsWith("CLS-");

/** The file ended without the act: withdrawn, referred to another agency, or the organ's letter was closed. */
const hasLapsed = ({ withdrawnAt, referredTo, noticeEndReason }: AidFacts): boolean =>
  withdrawnAt !== undefined || referredTo !== undefined || noticeEndReason !== undefined;

const metAtOf = (facts: AidFacts, stops: readonly ClockFact[]): Moment | undefined => {
  const moments = stops.map((name) => momentOf(facts, name));
  if (moments.length === 0 || moments.includes(undefined)) return undefined;
  return (moments as Moment[]).reduce((a, b) => (b > a ? b : a));
};

/** The time during which the applicant is supplying materials (法律援助法第四十三条第二款); it suspends EXM-7D (T12). */
const supplementOf = (facts: AidFacts, decidedAt: Moment | undefined): readonly Suspension[] => {
  const { supplementServedOn: from, supplementInOn: to, supplementDueOn: expectedTo } = facts;
  if (from === undefined) return [];
  const back = to !== undefined && to >= from ? to : undefined;
  const end = back ?? (decidedAt === undefined ? undefined : dayOf(decidedAt));
  return [{ from, ...(end !== undefined && { to: end }), ...(expectedTo !== undefined && { expectedTo }) }];
};

type Scene = { readonly calendar: Calendar; readonly parameters: Parameters };

const clockOfRow = (row: Deadline, facts: AidFacts, { calendar, parameters }: Scene): readonly Clock[] => {
  const start = row.starts?.map((name) => momentOf(facts, name)).find((moment) => moment !== undefined);
  if (start === undefined || !isInForce(row) || row.scope !== undefined || lengthOf(row, parameters) === 0)
    return [];
  if (row.when !== undefined && !CLOCK_CONDITIONS[row.when](facts, parameters)) return [];
  const answered = metAtOf(facts, row.stops ?? []);
  const metAt = row.repeats && answered !== undefined && answered < start ? undefined : answered;
  if (metAt === undefined && (hasLapsed(facts) || isOver(row, facts))) return [];
  const suspended = row.id === "EXM-7D" ? supplementOf(facts, metAt) : [];
  const chosen = CHOSEN[row.id]?.(facts, parameters) ?? parameters;
  return [
    clock({
      rule: row.id,
      triggerAt: start,
      calendar,
      parameters: chosen,
      suspended,
      ...(metAt && { metAt }),
    }),
  ];
};

/** The notice FZ-006 names the day itself; it then replaces the default length of the return period. */
const chosenReturn = (
  { supplementServedOn, supplementDueOn }: AidFacts,
  parameters: Parameters,
): Parameters => {
  if (supplementServedOn === undefined || supplementDueOn === undefined) return parameters;
  const length = Math.max(0, daysBetween(supplementServedOn, supplementDueOn));
  return { ...parameters, periods: { ...parameters.periods, "EXM-SUPPLEMENT-RETURN": length } };
};

/** FZ-017 leaves the days to change the person blank: the decision fills them in. */
const chosenChange = ({ changeDays }: AidFacts, parameters: Parameters): Parameters =>
  changeDays === undefined
    ? parameters
    : { ...parameters, periods: { ...parameters.periods, "RPL-HANDOVER": changeDays } };

/** Periods whose length a letter or decision of the file itself names. */
const CHOSEN: Partial<Readonly<Record<DeadlineId, (facts: AidFacts, parameters: Parameters) => Parameters>>> =
  {
    "EXM-SUPPLEMENT-RETURN": chosenReturn,
    "RPL-HANDOVER": chosenChange,
  };

/** The moment by which a running clock wants the act: its target, or the hour where only the hour counts. */
export const dueOf = ({ target, hard }: Clock): Moment => target ?? hard;

const rank = ({ metAt, isPaused }: Clock): number => (metAt !== undefined ? 2 : Number(isPaused));

/** Worst first: running before paused before met, and the nearest due moment first. */
const byUrgency = (a: Clock, b: Clock): number => rank(a) - rank(b) || (dueOf(a) < dueOf(b) ? -1 : 1);

/**
 * Every national clock that the facts of a file have started, met ones included, worst first. Pure: deadlines are
 * computed from facts and never stored, so a new holiday table or parameter changes them without touching the file.
 */
export const clocksOf = (
  facts: AidFacts,
  calendar: Calendar,
  parameters: Parameters = DEFAULT_PARAMETERS,
): readonly Clock[] =>
  DEADLINES.flatMap((row) => clockOfRow(row, facts, { calendar, parameters })).sort(byUrgency);

/** True for a clock whose act is still to be done and whose time is not suspended. */
export const isRunning = ({ metAt, isPaused }: Clock): boolean => metAt === undefined && !isPaused;

/** The nearest day by which something is to be done on a file, or null: the one date that is cached as an index. */
export const nearestDueOn = (clocks: readonly Clock[]): Day | null => {
  const next = clocks.find((each) => isRunning(each) && each.id !== "OBJ-FILE-NATIONAL");
  return next === undefined ? null : dayOf(dueOf(next));
};
