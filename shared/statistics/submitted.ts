import type { Indicator } from "./indicator.ts";
import { daysOf, type Period, periodName, periodNamed } from "./period.ts";
import type { StatRecord } from "./statRecord.ts";
import type { Line } from "./tabulate.ts";

/** Figures by the key of their line; a line that is not named is nought. */
export type Figures = Readonly<Record<string, number>>;

/** What a submitted period holds: its own figures, and what it reported of earlier periods that had changed meanwhile. */
export type Frozen = {
  readonly table: string;
  readonly figures: Figures;
  readonly adjustments: Readonly<Record<string, Figures>>;
};

/** A submitted period: it is locked, and its figures never change again. */
export type Submitted = { readonly period: Period; readonly frozen: Frozen };

/** The one record of a period: two desks that count the same period meet on it. */
export const statPeriodId = (period: Period): string => `stat-${periodName(period)}`;

/** Quotients follow from counts, and what stands at present is no matter of a period: neither is corrected later. */
const isAdjusted = (row: Indicator): boolean =>
  row.is !== "ratio" && !(row.is === "count" && row.on === "@now");

const figuresIn = (lines: readonly Line[], column: number, isTaken: (row: Indicator) => boolean): Figures =>
  Object.fromEntries(
    lines.flatMap(({ key, indicator, figures }) => {
      const value = figures[column]?.value ?? 0;
      return value !== 0 && isTaken(indicator) ? [[key, value]] : [];
    }),
  );

/** The figures of one column as they are kept, noughts left out. */
export const figuresOf = (lines: readonly Line[], column: number): Figures =>
  figuresIn(lines, column, () => true);

const isFigures = (value: unknown): value is Figures =>
  typeof value === "object" && value !== null && Object.values(value).every(Number.isFinite);

const isFrozen = (value: unknown): value is Frozen =>
  typeof value === "object" &&
  value !== null &&
  "table" in value &&
  typeof value.table === "string" &&
  "figures" in value &&
  isFigures(value.figures) &&
  "adjustments" in value &&
  typeof value.adjustments === "object" &&
  value.adjustments !== null &&
  Object.values(value.adjustments).every(isFigures);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};

/** The figures kept on a record, or undefined for text that is none. */
export const frozenIn = (text: unknown): Frozen | undefined => {
  const value = typeof text === "string" ? parsed(text) : undefined;
  return isFrozen(value) ? value : undefined;
};

/** The submitted periods among records, the earliest first. */
export const submittedIn = (records: readonly StatRecord[]): readonly Submitted[] =>
  records
    .flatMap(({ t, facts, stages }) => {
      const period = typeof facts.period === "string" ? periodNamed(facts.period) : undefined;
      const frozen = frozenIn(facts.figures);
      const isLocked = t === "statPeriod" && stages.statistics === "submitted";
      return isLocked && period !== undefined && frozen !== undefined ? [{ period, frozen }] : [];
    })
    .toSorted((a, b) => (daysOf(a.period).to < daysOf(b.period).to ? -1 : 1));

/** Submitted periods of the same kind that ended before this one began: those whose later changes it reports. */
export const earlierThan = (period: Period, submitted: readonly Submitted[]): readonly Submitted[] =>
  submitted.filter(
    (each) => each.period.kind === period.kind && daysOf(each.period).to < daysOf(period).from,
  );

const plus = (a: Figures, b: Figures, sign: 1 | -1): Figures => {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return Object.fromEntries(
    keys.flatMap((key) => {
      const sum = (a[key] ?? 0) + sign * (b[key] ?? 0);
      return sum === 0 ? [] : [[key, sum]];
    }),
  );
};

const reportedOf = (period: Period, later: readonly Submitted[]): Figures =>
  later.reduce<Figures>((sum, { frozen }) => plus(sum, frozen.adjustments[periodName(period)] ?? {}, 1), {});

/** A period submitted before, and by how much its figures differ today from what has been reported of it. */
export type Adjustment = { readonly period: Period; readonly figures: Figures };

/**
 * 调整: later corrections of submitted periods, to be reported with `period`. For each of them the recount of today
 * less what was submitted and less what periods in between reported already. `earlier` gives those periods in order,
 * and `lines` has their recount from column `first` on. Periods without a difference are left out.
 */
export const adjustmentsOf = (
  earlier: readonly Submitted[],
  lines: readonly Line[],
  first: number,
): readonly Adjustment[] => {
  const adjusted = new Set(lines.filter(({ indicator }) => isAdjusted(indicator)).map(({ key }) => key));
  return earlier.flatMap(({ period, frozen }, index) => {
    const known = Object.fromEntries(Object.entries(frozen.figures).filter(([key]) => adjusted.has(key)));
    const told = plus(known, reportedOf(period, earlier.slice(index + 1)), 1);
    const figures = plus(figuresIn(lines, first + index, isAdjusted), told, -1);
    return Object.keys(figures).length === 0 ? [] : [{ period, figures }];
  });
};

/** What a record of a submitted period keeps. */
export const frozenOf = (
  table: string,
  lines: readonly Line[],
  adjustments: readonly Adjustment[],
): Frozen => ({
  table,
  figures: figuresOf(lines, 0),
  adjustments: Object.fromEntries(adjustments.map(({ period, figures }) => [periodName(period), figures])),
});

/** The text of it on the record. Not canonical JSON, which knows no hundredths: rates and averages have them. */
export const frozenText = (frozen: Frozen): string => JSON.stringify(frozen);
