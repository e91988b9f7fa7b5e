import type { Day } from "../kernel/day.ts";
import { once } from "../kernel/once.ts";
import type { Clock } from "../law/clock.ts";
import { clockDay, clocksOfRecord, hasClocks, outcomeOf, partyOf, type StatLaw } from "./clockEvents.ts";
import type { Clause, ClockRow, CountRow, Indicator } from "./indicator.ts";
import { MEASURES } from "./measures.ts";
import { momentOf } from "./moments.ts";
import type { DayRange } from "./period.ts";
import { codesOf } from "./splits.ts";
import type { StatRecord } from "./statRecord.ts";
import { TESTS, type Tested } from "./tests.ts";

/** One line of a row, the whole or one code of its breakdown: a sum for each range. */
export type Tally = readonly number[];

/** Everything counted of one row: the whole, and by code. */
export type RowTally = { readonly whole: Tally; readonly codes: ReadonlyMap<string, Tally> };

/** What is counted over, and by which law. */
export type Counting = { readonly ranges: readonly DayRange[]; readonly law: StatLaw };

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

/** What one record, or one clock of it, adds to a row: in which ranges, how much, and under which codes. */
type Event = {
  readonly columns: readonly number[];
  readonly amount: number;
  readonly codes: readonly string[];
};

/** A moment that no period ends before: what stands at present counts in the first two columns only. */
const PRESENT = "@now";
const PRESENT_COLUMNS: readonly number[] = [0, 1];

type Columns = (on: Day) => readonly number[];
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

const sceneOf = (counting: Counting): Scene => ({ ...counting, columnsOf: columnsBy(counting.ranges) });

const NOTHING: readonly number[] = [];
const NO_CODES: readonly string[] = [];

/** In which columns a record counts by the day of this name. */
const columnsAt = (
  record: StatRecord,
  name: string,
  { ranges, law, columnsOf }: Scene,
): readonly number[] => {
  if (name === PRESENT) return PRESENT_COLUMNS.slice(0, ranges.length);
  const on = momentOf(record, name, law.parameters);
  return on === undefined ? NOTHING : columnsOf(on);
};

/** What a record adds to a row in the columns where it counts; undefined where a condition does not hold. */
const recordEvent = (
  row: CountRow,
  tested: Tested,
  { columns, law }: { readonly columns: readonly number[]; readonly law: StatLaw },
): Event | undefined => {
  const { record } = tested;
  if (columns.length === 0 || !row.where.every((clause) => holds(clause, tested))) return undefined;
  const amount = MEASURES[row.adds](record, law.parameters);
  return { columns, amount, codes: row.by === undefined ? NO_CODES : codesOf(record, row.by) };
};

/** A clock and the record it runs on. */
type Timed = { readonly clock: Clock; readonly record: StatRecord };

const clockEvent = (
  row: ClockRow,
  { clock, record }: Timed,
  { law, columnsOf }: Scene,
): Event | undefined => {
  const outcome = outcomeOf(clock, law.today);
  if (outcome === undefined || partyOf(clock, record) !== row.party || !row.outcomes.includes(outcome))
    return undefined;
  return { columns: columnsOf(clockDay(clock)), amount: 1, codes: [clock.id] };
};

type Sums = { readonly whole: number[]; readonly codes: Map<string, number[]> };
const noughts = (columns: number): number[] => Array.from({ length: columns }, () => 0);

const addTo = (sums: number[], { columns, amount }: Event): void => {
  for (const column of columns) sums[column] = (sums[column] ?? 0) + amount;
};

const add = ({ whole, codes }: Sums, event: Event | undefined): void => {
  if (event === undefined) return;
  addTo(whole, event);
  for (const code of event.codes) {
    const sums = codes.get(code) ?? noughts(whole.length);
    codes.set(code, sums);
    addTo(sums, event);
  }
};

const testedOf = (record: StatRecord, law: StatLaw): Tested => ({
  record,
  clocks: once(() => clocksOfRecord(record, law)),
});

type Into<Row> = { readonly row: Row; readonly sums: Sums };
/** The rows of one kind that count by the same day: whether a record counts at all is asked once for all of them. */
type SameDay = { readonly on: string; readonly rows: Into<CountRow>[] };

const sameDaysOf = (rows: readonly Into<CountRow>[]): ReadonlyMap<string, readonly SameDay[]> => {
  const kinds = new Map<string, SameDay[]>();
  for (const each of rows) {
    const days = kinds.get(each.row.from) ?? [];
    kinds.set(each.row.from, days);
    const same = days.find(({ on }) => on === each.row.on);
    if (same === undefined) days.push({ on: each.row.on, rows: [each] });
    else same.rows.push(each);
  }
  return kinds;
};

/**
 * Counts every record once over all rows and ranges. `ranges[0]` is the period asked for and `ranges[1]` the year so
 * far: what stands at present counts in these two. Pure; the order of the records does not matter to any figure.
 */
export const tally = (
  records: readonly StatRecord[],
  indicators: readonly Indicator[],
  counting: Counting,
): ReadonlyMap<string, RowTally> => {
  const scene = sceneOf(counting);
  const result = new Map<string, Sums>();
  const countRows: Into<CountRow>[] = [];
  const clockRows: Into<ClockRow>[] = [];
  for (const row of indicators) {
    if (row.is === "ratio") continue;
    const sums: Sums = { whole: noughts(counting.ranges.length), codes: new Map() };
    result.set(row.id, sums);
    if (row.is === "clock") clockRows.push({ row, sums });
    else countRows.push({ row, sums });
  }
  const byKind = sameDaysOf(countRows);
  for (const record of records) {
    const tested = testedOf(record, counting.law);
    for (const { on, rows } of byKind.get(record.t) ?? []) {
      const columns = columnsAt(record, on, scene);
      if (columns.length > 0)
        for (const { row, sums } of rows) add(sums, recordEvent(row, tested, { columns, law: counting.law }));
    }
    if (clockRows.length === 0 || !hasClocks(record)) continue;
    for (const clock of tested.clocks())
      for (const { row, sums } of clockRows) add(sums, clockEvent(row, { clock, record }, scene));
  }
  return result;
};

/** A record behind a figure, and what it added. The amounts of a figure's parts add up to the figure. */
export type Part = { readonly t: string; readonly id: string; readonly amount: number };

/** Which figure of a row: the range, and the code or null for the whole. */
type Which = { readonly column: number; readonly code: string | null };

/** The records behind one figure: counted once more when a person asks, for few ever do and there are a thousand figures. */
export const partsOf = (
  records: readonly StatRecord[],
  row: CountRow | ClockRow,
  { column, code, ...counting }: Which & Counting,
): readonly Part[] => {
  const scene = sceneOf(counting);
  const eventsOf = (tested: Tested): readonly (Event | undefined)[] =>
    row.is === "clock"
      ? tested.clocks().map((clock) => clockEvent(row, { clock, record: tested.record }, scene))
      : [recordEvent(row, tested, { columns: columnsAt(tested.record, row.on, scene), law: counting.law })];
  return records.flatMap((record) => {
    if (row.is === "clock" ? !hasClocks(record) : record.t !== row.from) return [];
    const amounts = eventsOf(testedOf(record, counting.law)).flatMap((event) => {
      if (event === undefined || !event.columns.includes(column)) return [];
      return code === null
        ? [event.amount]
        : event.codes.flatMap((each) => (each === code ? [event.amount] : []));
    });
    const amount = amounts.reduce((a, b) => a + b, 0);
    return amounts.length === 0 ? [] : [{ t: record.t, id: record.id, amount }];
  });
};
