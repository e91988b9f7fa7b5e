import type { Label } from "../dictionary/field.ts";
import type { Unit } from "./indicator.ts";
import type { Line } from "./tabulate.ts";

/** What a bureau publishes regularly: use of funds, handling of cases, results of quality reviews (法律援助法第五十八条). */
// biome-ignore format: a table is read by columns
export const PUBLIC_SECTIONS = [
  { label: { zh: "资金使用情况", en: "Use of funds" }, ids: ["income", "expenditure", "claimsPaid", "claimsPaidFen"] },
  { label: { zh: "案件办理情况", en: "Handling of cases" }, ids: ["consultations", "applications", "granted", "denied", "accepted", "recipients", "closed", "recovered", "within7DaysShare"] },
  { label: { zh: "质量考核结果", en: "Results of quality reviews" }, ids: ["reviews", "grades", "complaints", "inTimeShare"] },
] as const satisfies readonly { readonly label: Label; readonly ids: readonly string[] }[];

/** A figure as published: a number, the bound under which it is not told, or withheld because another would follow. */
export type PublicValue = {
  readonly value: number | null;
  readonly under?: number;
  readonly isWithheld?: true;
};

/** One published line. `depth` 1 for a part of the line above it. */
export type PublicLine = {
  readonly key: string;
  readonly label: Label;
  readonly unit: Unit;
  readonly depth: 0 | 1;
  readonly period: PublicValue;
  readonly yearToDate: PublicValue;
};

/** A section of the sheet. */
export type PublicSection = { readonly label: Label; readonly lines: readonly PublicLine[] };

/** Counts of people and of their matters: a few of them can be told apart by whoever knows the county. */
const TELLING: ReadonlySet<Unit> = new Set(["case", "person", "time", "item"]);

/** A count below `smallest` is not told, nought is (《个人信息保护法》第五十一条; the bound is a parameter [D]). */
export const publicValue = (value: number | null, unit: Unit, smallest: number): PublicValue =>
  value !== null && TELLING.has(unit) && value > 0 && value < smallest
    ? { value: null, under: smallest }
    : { value };

const isShown = (line: Line): boolean => line.code === null || (line.figures[1]?.value ?? 0) !== 0;

/**
 * 公示表: the lines a bureau publishes of a period, without names and without small counts. Where exactly one part of a
 * line is hidden it could be reckoned from the others, so the smallest part beside it is hidden as well.
 */
export const publicSheet = (lines: readonly Line[], smallest: number): readonly PublicSection[] =>
  PUBLIC_SECTIONS.map(({ label, ids }) => {
    const told = ids.flatMap((id) =>
      publicLines(
        lines.filter((line) => line.indicator.id === id && isShown(line)),
        smallest,
      ),
    );
    return { label, lines: told.map((line) => withheldLike(line, told)) };
  });

const publicLine = (line: Line, smallest: number): PublicLine => {
  const told = (column: number): PublicValue =>
    publicValue(line.figures[column]?.value ?? null, line.indicator.unit, smallest);
  return {
    key: line.key,
    label: line.label,
    unit: line.indicator.unit,
    depth: line.code === null ? 0 : 1,
    period: told(0),
    yearToDate: told(1),
  };
};

type Column = "period" | "yearToDate";

/** Hides one more part when a single hidden one could be found by subtraction. */
const withSecondHidden = (lines: readonly PublicLine[], column: Column): readonly PublicLine[] => {
  const parts = lines.filter(({ depth }) => depth === 1);
  const hidden = parts.filter((line) => line[column].under !== undefined);
  const [only] = hidden;
  if (only === undefined || hidden.length > 1) return lines;
  const next = parts
    .filter((line) => (line[column].value ?? 0) > 0)
    .toSorted((a, b) => (a[column].value ?? 0) - (b[column].value ?? 0))[0];
  if (next === undefined) return lines;
  return lines.map((line) =>
    line.key === next.key ? { ...line, [column]: { value: null, isWithheld: true } } : line,
  );
};

/** An amount of money is withheld together with the count it belongs to: of one case it would be that person's. */
const BELONGS: Readonly<Record<string, string>> = { recovered: "closed", claimsPaidFen: "claimsPaid" };

const withheldLike = (line: PublicLine, all: readonly PublicLine[]): PublicLine => {
  const counted = all.find(({ key }) => key === BELONGS[line.key]);
  const told = (column: Column): PublicValue =>
    counted?.[column].under === undefined ? line[column] : { value: null, isWithheld: true };
  return counted === undefined ? line : { ...line, period: told("period"), yearToDate: told("yearToDate") };
};

const publicLines = (lines: readonly Line[], smallest: number): readonly PublicLine[] => {
  const told = lines.map((line) => publicLine(line, smallest));
  return withSecondHidden(withSecondHidden(told, "period"), "yearToDate");
};
