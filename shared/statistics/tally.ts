import type { Day } from "../kernel/day.ts";
import type { Clock } from "../law/clock.ts";
import { clockDay, clocksOfRecord, hasClocks, outcomeOf, partyOf, type StatLaw } from "./clockEvents.ts";
import type { Clause, ClockRow, CountRow, Indicator } from "./indicator.ts";
import { MEASURES } from "./measures.ts";
import { momentOf } from "./moments.ts";
import type { DayRange } from "./period.ts";
import { codesOf } from "./splits.ts";
import type { StatRecord } from "./statRecord.ts";
import { TESTS, type Tested } from "./tests.ts";

/** A figure while it is counted: its sum, and what each record added to it, by `t/id`. */
export type Cell = { sum: number; readonly ids: string[]; readonly amounts: number[] };

/** One line of a row: the whole, or one code of its breakdown. */
export type Tally = readonly Cell[];

/** Everything counted of one row: the whole, and by code. */
export type RowTally = { readonly whole: Tally; readonly codes: Map<string, Tally> };

/** Columns whose records are kept: period, year so far, same period last year. Of further ranges only the sums are. */
const LISTED = 3;

const newTally = (columns: number): Tally =>
  Array.from({ length: columns }, () => ({ sum: 0, ids: [], amounts: [] }));

const holds = (clause: Clause, tested: Tested): boolean => {
  const { facts, stages } = tested.record;
  if ("test" in clause) return TESTS[clause.test](tested);
  if ("lane" in clause) return clause.in.includes(stages[clause.lane] ?? "");
  const value = facts[clause.f];
  if ("known" in clause) return (value !== undefined && value !== null) === clause.known;
  return Array.isArray(value)
    ? value.some((each) => clause.in.includes(String(each)))
    : value !== undefined && clause.in.includes(String(value));
};

/** What one record adds, once: how much, on which day it counts, and under which codes. */
type Event = { readonly key: string; readonly amount: number; readonly codes: readonly string[] };

const enter = (cell: Cell, { key, amount }: Event, isListed: boolean): void => {
  cell.sum += amount;
  if (!isListed) return;
  if (cell.ids.at(-1) === key) {
    cell.amounts[cell.amounts.length - 1] = (cell.amounts.at(-1) ?? 0) + amount;
    return;
  }
  cell.ids.push(key);
  cell.amounts.push(amount);
};

const add = ({ whole, codes }: RowTally, column: number, event: Event): void => {
  enter(whole[column] as Cell, event, column < LISTED);
  for (const code of event.codes) {
    const tally = codes.get(code) ?? newTally(whole.length);
    codes.set(code, tally);
    enter(tally[column] as Cell, event, column < LISTED);
  }
};

/** A moment that no period ends before: what stands at present counts in the first two columns only. */
const PRESENT = "@now";
const PRESENT_COLUMNS: readonly number[] = [0, 1];

type Columns = (on: Day) => readonly number[];
type Counting = { readonly ranges: readonly DayRange[]; readonly law: StatLaw };
type Scene = Counting & { readonly columnsOf: Columns };

/** In which columns a day lies. Thousands of records share a few hundred days, so each is looked up once. */
const columnsBy = (ranges: readonly DayRange[]): Columns => {
  const known = new Map<Day, readonly number[]>();
  return (on) => {
    const found = known.get(on);
    if (found !== undefined) return found;
    const columns = ranges.flatMap(({ from, to }, column) => (on >= from && on <= to ? [column] : []));
    known.set(on, columns);
    return columns;
  };
};

const NOTHING: readonly number[] = [];

const countRecord = (
  [row, into]: readonly [CountRow, RowTally],
  tested: Tested,
  { ranges, law, columnsOf }: Scene,
): void => {
  const { record } = tested;
  const on = row.on === PRESENT ? undefined : momentOf(record, row.on, law.parameters);
  const columns = row.on === PRESENT ? PRESENT_COLUMNS : on === undefined ? NOTHING : columnsOf(on);
  if (columns.length === 0 || !row.where.every((clause) => holds(clause, tested))) return;
  const amount = MEASURES[row.adds](record, law.parameters);
  const codes = row.by === undefined ? [] : codesOf(record, row.by);
  const key = `${record.t}/${record.id}`;
  for (const column of columns) if (column < ranges.length) add(into, column, { key, amount, codes });
};

const countClock = (
  [row, into]: readonly [ClockRow, RowTally],
  { key, clock }: { readonly key: string; readonly clock: Clock },
  { law, columnsOf }: Scene,
): void => {
  const outcome = outcomeOf(clock, law.today);
  if (outcome === undefined || partyOf(clock) !== row.party || !row.outcomes.includes(outcome)) return;
  for (const column of columnsOf(clockDay(clock))) add(into, column, { key, amount: 1, codes: [clock.id] });
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made = made ?? { value: make() };
    return made.value;
  };
};

/**
 * Counts every record once over all rows and ranges. `ranges[0]` is the period asked for and `ranges[1]` the year so
 * far: what stands at present counts in these two. Pure; the order of the records does not matter to any figure.
 */
export const tally = (
  records: Iterable<StatRecord>,
  indicators: readonly Indicator[],
  counting: Counting,
): ReadonlyMap<string, RowTally> => {
  const columns = counting.ranges.length;
  const scene: Scene = { ...counting, columnsOf: columnsBy(counting.ranges) };
  const result = new Map<string, RowTally>();
  const byKind = new Map<string, (readonly [CountRow, RowTally])[]>();
  const clockRows: (readonly [ClockRow, RowTally])[] = [];
  for (const row of indicators) {
    if (row.is === "ratio") continue;
    const into: RowTally = { whole: newTally(columns), codes: new Map() };
    result.set(row.id, into);
    if (row.is === "clock") clockRows.push([row, into]);
    else byKind.set(row.from, [...(byKind.get(row.from) ?? []), [row, into]]);
  }
  for (const record of records) {
    const clocks = once(() => clocksOfRecord(record, counting.law));
    for (const each of byKind.get(record.t) ?? []) countRecord(each, { record, clocks }, scene);
    if (clockRows.length === 0 || !hasClocks(record)) continue;
    const key = `${record.t}/${record.id}`;
    for (const clock of clocks()) for (const each of clockRows) countClock(each, { key, clock }, scene);
  }
  return result;
};
