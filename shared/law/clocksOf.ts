import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Day } from "../kernel/day.ts";
import { daysBetween, isDay } from "../kernel/day.ts";
import type { Moment } from "../kernel/instant.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";
import type { Clock, Suspension } from "./clock.ts";
import { clock, runsHere } from "./clock.ts";
import { CLOCK_CONDITIONS } from "./clockConditions.ts";
import type { ClockFact } from "./deadlineRow.ts";
import type { Deadline, DeadlineId } from "./deadlines.ts";
import { DEADLINES, deadline } from "./deadlines.ts";
import { momentOf } from "./fileMoments.ts";
import type { Parameters } from "./parameters.ts";
import { DEFAULT_PARAMETERS } from "./parameters.ts";

/** The moments of a file that any row asks for. */
type Moments = ReadonlyMap<ClockFact, Moment>;

/** Each is read once: some sixty rows ask for the same few. */
const momentsIn = (facts: AidFacts): Moments => {
  const moments = new Map<ClockFact, Moment>();
  for (const name of ASKED_FOR) {
    const moment = momentOf(facts, name);
    if (moment !== undefined) moments.set(name, moment);
  }
  return moments;
};

/** Terminated aid leaves only the closing of the file to be done. */
const isOver = (row: Deadline, { terminationEffectiveOn }: AidFacts): boolean =>
  terminationEffectiveOn !== undefined && !row.id.startsWith("CLS-");

/**
 * The file ended without the act: withdrawn, passed on to another agency, or the organ's letter was closed before it
 * was answered. What is owed on a case that somebody already handles goes on: it ends by its result or by termination.
 */
const hasLapsed = (row: Deadline, facts: AidFacts): boolean => {
  const { withdrawnAt, referredTo, noticeEndReason, organNotifiedAt, assignedAt } = facts;
  const isDropped = noticeEndReason !== undefined && organNotifiedAt === undefined;
  const isEnded = withdrawnAt !== undefined || referredTo !== undefined || isDropped;
  if (row.id === "DSN-EMG-END") return false;
  return isEnded && (assignedAt === undefined || !/^(AGR|CLS|HND|OBJ|REF|RPL)-/.test(row.id));
};

/** The latest of the stops once all are known. */
const metAtOf = (moments: Moments, stops: readonly ClockFact[]): Moment | undefined => {
  let last: Moment | undefined;
  for (const name of stops) {
    const moment = moments.get(name);
    if (moment === undefined) return undefined;
    if (last === undefined || moment > last) last = moment;
  }
  return last;
};

/** The time during which the applicant is supplying materials (法律援助法第四十三条第二款); it suspends EXM-7D (T12). */
const supplementOf = (facts: AidFacts, decidedAt: Moment | undefined): readonly Suspension[] => [
  ...earlierSupplements(facts),
  ...lastSupplement(facts, decidedAt),
];

/** The times of notices before the last one, as the step keeps them: `from/to;from/to`. */
const earlierSupplements = ({ supplementEarlier = "" }: AidFacts): readonly Suspension[] =>
  supplementEarlier.split(";").flatMap((each): Suspension[] => {
    const [from, to] = each.split("/");
    return isDay(from) && isDay(to) ? [{ from, to }] : [];
  });

const lastSupplement = (facts: AidFacts, decidedAt: Moment | undefined): readonly Suspension[] => {
  const { supplementServedOn: from, supplementInOn: to, supplementDueOn: expectedTo } = facts;
  if (from === undefined) return [];
  const back = to !== undefined && to >= from ? to : undefined;
  const end = back ?? (decidedAt === undefined ? undefined : dayOf(decidedAt));
  return [{ from, ...(end !== undefined && { to: end }), ...(expectedTo !== undefined && { expectedTo }) }];
};

/** The notice FZ-006 names the day itself; it then replaces the default length of the return period. */
const chosenReturn = ({ supplementServedOn, supplementDueOn }: AidFacts): number | undefined =>
  supplementServedOn === undefined || supplementDueOn === undefined
    ? undefined
    : Math.max(0, daysBetween(supplementServedOn, supplementDueOn));

/** A complex labour case may take fifteen days more (劳动争议调解仲裁法第四十三条). */
const AWARD_EXTENDED_DAYS = 60;

/** Periods whose length a letter, a decision or a fact of the file itself names. FZ-017 leaves its days blank. */
const CHOSEN: Partial<Readonly<Record<DeadlineId, (facts: AidFacts) => number | undefined>>> = {
  "EXM-SUPPLEMENT-RETURN": chosenReturn,
  "RPL-HANDOVER": ({ changeDays }) => changeDays,
  "HND-LAB-AWARD-45D": ({ arbitrationExtended }) => (arbitrationExtended ? AWARD_EXTENDED_DAYS : undefined),
};

/** A termination is objected to within the same period as a refusal (法律援助法第四十九条第一款). */
const AFTER_TERMINATION: readonly Deadline[] = DEADLINES.filter(({ id }) => id.startsWith("OBJ-FILE-")).map(
  ({ when: _, ...row }) => ({ ...row, starts: ["terminationServedOn"] }),
);

/** An organ's second notice after a refusal starts the three days again for the new lawyer. */
const SECOND_ROUNDS: readonly Deadline[] = [
  {
    ...deadline("ASG-NOTIFIED-3D"),
    starts: ["renotifiedAt"],
    stops: ["successorAssignedAt", "renoticeRepliedAt"],
    lapses: ["ownCounselOn"],
    repeats: true,
  },
  ...AFTER_TERMINATION,
];

/** The rows that facts of a file can start. */
const FILE_ROWS: readonly Deadline[] = [...DEADLINES, ...SECOND_ROUNDS].filter(
  ({ starts }) => starts !== undefined,
);
const ASKED_FOR: readonly ClockFact[] = [
  ...new Set(
    FILE_ROWS.flatMap(({ starts = [], stops = [], lapses = [], since = [] }) =>
      [...starts, ...stops, ...lapses].concat(since),
    ),
  ),
];

type Scene = {
  readonly moments: Moments;
  readonly calendar: Calendar;
  readonly parameters: Parameters;
};

const HERE = new WeakMap<Parameters, readonly Deadline[]>();

/** The rows that run at a bureau with these parameters, which never change: asked once, not once for every file. */
const rowsHere = (parameters: Parameters): readonly Deadline[] => {
  const known = HERE.get(parameters);
  if (known !== undefined) return known;
  const rows = FILE_ROWS.filter((row) => runsHere(row, parameters));
  HERE.set(parameters, rows);
  return rows;
};

const mayRun = ({ when }: Deadline, facts: AidFacts, parameters: Parameters): boolean =>
  when === undefined || CLOCK_CONDITIONS[when](facts, parameters);

const isOwed = (row: Deadline, facts: AidFacts, moments: Moments): boolean =>
  !hasLapsed(row, facts) && !isOver(row, facts) && (row.lapses ?? []).every((name) => !moments.has(name));

const startOf = ({ starts = [], startsLast }: Deadline, moments: Moments): Moment | undefined => {
  let found: Moment | undefined;
  for (const name of starts) {
    const moment = moments.get(name);
    if (moment !== undefined && !startsLast) return moment;
    if (moment !== undefined && (found === undefined || moment > found)) found = moment;
  }
  return found;
};

/** Whether one moment comes before another; where one is a whole day, by days. */
const isBefore = (a: Moment, b: Moment): boolean =>
  isInstant(a) && isInstant(b) ? a < b : dayOf(a) < dayOf(b);

/** What stopped the clock, unless it was done in an earlier round or by a predecessor. */
const answeredAt = (row: Deadline, moments: Moments, start: Moment): Moment | undefined => {
  const answered = metAtOf(moments, row.stops ?? []);
  const floor = row.repeats ? start : row.since && moments.get(row.since);
  return answered !== undefined && floor !== undefined && isBefore(answered, floor) ? undefined : answered;
};

const clockOfRow = (
  row: Deadline,
  facts: AidFacts,
  { moments, calendar, parameters }: Scene,
): Clock | undefined => {
  const start = startOf(row, moments);
  if (start === undefined || !mayRun(row, facts, parameters)) return undefined;
  const metAt = answeredAt(row, moments, start);
  if (metAt === undefined && !isOwed(row, facts, moments)) return undefined;
  return clock({
    rule: row.id,
    triggerAt: start,
    calendar,
    parameters,
    suspended: row.id === "EXM-7D" ? supplementOf(facts, metAt) : [],
    length: CHOSEN[row.id]?.(facts),
    metAt,
  });
};

/** The moment by which a running clock wants the act: its target, or the hour where only the hour counts. */
export const dueOf = ({ target, hard }: Clock): Moment => target ?? hard;

const rank = ({ metAt, isPaused }: Clock): number => (metAt !== undefined ? 2 : Number(isPaused));

/** Worst first: running before paused before met, and the nearest due moment first. */
const byUrgency = (a: Clock, b: Clock): number => rank(a) - rank(b) || (dueOf(a) < dueOf(b) ? -1 : 1);

/**
 * Every national clock, and those of the bureau's own locality, that the facts of a file have started, met ones included, worst first. Pure: deadlines are
 * computed from facts and never stored, so a new holiday table or parameter changes them without touching the file.
 */
export const clocksOf = (
  facts: AidFacts,
  calendar: Calendar,
  parameters: Parameters = DEFAULT_PARAMETERS,
): readonly Clock[] => {
  const scene = { moments: momentsIn(facts), calendar, parameters };
  const clocks: Clock[] = [];
  for (const row of rowsHere(parameters)) {
    const found = clockOfRow(row, facts, scene);
    if (found !== undefined) clocks.push(found);
  }
  return clocks.sort(byUrgency);
};

/** True for a clock whose act is still to be done and whose time is not suspended. */
export const isRunning = ({ metAt, isPaused }: Clock): boolean => metAt === undefined && !isPaused;

/** True for a running clock on which somebody here must act or must chase: what a dashboard lists. */
export const isToDo = (each: Clock): boolean => isRunning(each) && deadline(each.id).monitored !== true;

/** The nearest day by which something is to be done on a file, or null: the one date that is cached as an index. */
export const nearestDueOn = (clocks: readonly Clock[]): Day | null => {
  const next = clocks.find(isToDo);
  return next === undefined ? null : dayOf(dueOf(next));
};
