import { codeLabel } from "../dictionary/codeList.ts";
import type { Label } from "../dictionary/field.ts";
import { DEADLINES, type DeadlineId, deadline } from "../law/deadlines.ts";
import type { StatLaw } from "./clockEvents.ts";
import type { ClockRow, CountRow, Indicator, RatioRow } from "./indicator.ts";
import { type DayRange, daysOf, lastYear, type Period, yearToDate } from "./period.ts";
import { NO_CODE, SPLITS } from "./splits.ts";
import type { StatRecord } from "./statRecord.ts";
import { type Counting, type Part, partsOf, type RowTally, type Tally, tally } from "./tally.ts";

/** One figure. null: it cannot be said (a quotient by nothing, or a register of last year). */
export type Figure = { readonly value: number | null; readonly parts: () => readonly Part[] };

/** One line of the tables: an indicator, or one code of its breakdown. `key` names it for good. */
export type Line = {
  readonly key: string;
  readonly indicator: Indicator;
  /** The code, or null for the whole. */
  readonly code: string | null;
  readonly label: Label;
  /** One figure for each range asked for. */
  readonly figures: readonly Figure[];
};

/** How rates and averages are rounded: to one hundredth of their unit. */
const HUNDRED = 100;

const noParts = (): readonly Part[] => [];
/** What cannot be said. */
const UNKNOWN: Figure = { value: null, parts: noParts };
const ZERO: Figure = { value: 0, parts: noParts };

/** The first two columns are the period and the year so far; a register has no past. */
const PRESENT_COLUMNS = 2;

/** What is counted: the records, over which ranges, by which law. */
type Count = Counting & { readonly records: readonly StatRecord[] };

const figuresOf = (
  row: CountRow | ClockRow,
  { code, sums }: { readonly code: string | null; readonly sums: Tally | undefined },
  { records, ...counting }: Count,
): readonly Figure[] =>
  counting.ranges.map((_, column): Figure => {
    if (row.is === "count" && row.on === "@now" && column >= PRESENT_COLUMNS) return UNKNOWN;
    if (sums === undefined) return ZERO;
    return {
      value: sums[column] ?? 0,
      parts: () => partsOf(records, row, { column, code, ...counting }),
    };
  });

const NOT_STATED: Label = { zh: "未填", en: "Not stated" };

const codeText = (row: CountRow | ClockRow, code: string): Label => {
  if (code === NO_CODE) return NOT_STATED;
  if (row.is === "clock") {
    const { zh, en } = deadline(code as DeadlineId);
    return { zh, en };
  }
  const list = row.by === undefined ? {} : SPLITS[row.by].list;
  return { zh: codeLabel(list, code, "zh"), en: codeLabel(list, code, "en") };
};

const CLOCK_CODES: readonly string[] = DEADLINES.map(({ id }) => id);

const codesInOrder = (row: CountRow | ClockRow, codes: RowTally["codes"]): readonly string[] => {
  if (row.is === "clock") return CLOCK_CODES.filter((code) => codes.has(code));
  if (row.by === undefined) return [];
  const known = Object.keys(SPLITS[row.by].list);
  const others = [...codes.keys()].filter((code) => code !== NO_CODE && !known.includes(code)).toSorted();
  return [...known, ...others, ...(codes.has(NO_CODE) ? [NO_CODE] : [])];
};

const linesOf = (row: CountRow | ClockRow, counted: RowTally, count: Count): readonly Line[] => {
  const line = (code: string | null, sums: Tally | undefined): Line => ({
    key: code === null ? row.id : `${row.id}/${code}`,
    indicator: row,
    code,
    label: code === null ? row.label : codeText(row, code),
    figures: figuresOf(row, { code, sums }, count),
  });
  return [
    line(null, counted.whole),
    ...codesInOrder(row, counted.codes).map((code) => line(code, counted.codes.get(code))),
  ];
};

/** The quotient of two figures, in hundredths of a percent, day, fen or one: rounded half up, never a fraction of these. */
export const quotient = (row: RatioRow, of: number | null, per: number | null): number | null => {
  if (of === null || per === null || per === 0) return null;
  const scale = row.unit === "percent" ? HUNDRED : 1;
  return row.unit === "fen" ? Math.round(of / per) : Math.round((of * scale * HUNDRED) / per) / HUNDRED;
};

const ratioLine = (row: RatioRow, wholes: ReadonlyMap<string, Line>, columns: number): Line => {
  const figures = Array.from({ length: columns }, (_, column): Figure => {
    const [of, per] = [wholes.get(row.of)?.figures[column], wholes.get(row.per)?.figures[column]];
    return { value: quotient(row, of?.value ?? null, per?.value ?? null), parts: of?.parts ?? noParts };
  });
  return { key: row.id, indicator: row, code: null, label: row.label, figures };
};

/** What is to be counted, by which table and law; `more` adds ranges behind the three, for locked periods and curves. */
export type Counted = {
  readonly indicators: readonly Indicator[];
  readonly law: StatLaw;
  readonly more?: readonly DayRange[];
};

/** The lines of a table over any ranges of days; the first is the period asked for, the second the year so far. */
export const linesOver = (
  records: readonly StatRecord[],
  ranges: readonly DayRange[],
  { indicators, law }: Counted,
): readonly Line[] => {
  const counted = tally(records, indicators, { ranges, law });
  const lines = new Map<string, readonly Line[]>();
  const wholes = new Map<string, Line>();
  for (const row of indicators) {
    if (row.is === "ratio") continue;
    const own = linesOf(row, counted.get(row.id) as RowTally, { records, ranges, law });
    lines.set(row.id, own);
    wholes.set(row.id, own[0] as Line);
  }
  return indicators.flatMap((row) =>
    row.is === "ratio" ? [ratioLine(row, wholes, ranges.length)] : (lines.get(row.id) ?? []),
  );
};

/** The three columns of every table: the period, the year so far, and the same period last year. */
export const rangesOf = (period: Period): readonly DayRange[] => [
  daysOf(period),
  yearToDate(period),
  daysOf(lastYear(period)),
];

/**
 * The statistics of one period: every line with its three figures and the records behind each. One pass over the
 * records.
 */
export const tabulate = (records: readonly StatRecord[], period: Period, counted: Counted): readonly Line[] =>
  linesOver(records, [...rangesOf(period), ...(counted.more ?? [])], counted);
