import type { EChartsCoreOption } from "echarts/core";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import type { Language } from "../../ui/language.tsx";
import type { Statistics } from "./countPeriod.ts";
import { STAT_WORDS } from "./words.ts";

/** One picture: what it is called, and what echarts draws. */
export type Chart = { readonly title: string; readonly option: EChartsCoreOption };

/** Bars of one chart: more are not read at a glance. */
const BARS = 10;
/** Colours that differ in lightness too, for colour-blind readers and black-and-white printers. */
const COLOURS = ["#1d4f91", "#7fb0e0", "#1b6e3a", "#a3cf9b", "#8a4b00", "#f0b860"];
const GRID = { left: 8, right: 16, top: 36, bottom: 8, containLabel: true };
const base = {
  color: COLOURS,
  animation: false,
  aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
  grid: GRID,
};

const valueAt = (line: Line, column: number): number => line.figures[column]?.value ?? 0;
const partsOf = ({ lines }: Statistics, id: string): readonly Line[] =>
  lines.filter(({ indicator, code }) => indicator.id === id && code !== null);

const byMonth = (found: Statistics, language: Language): EChartsCoreOption => {
  const lines = partsOf(found, "consultations").filter((line) =>
    found.monthColumns.some((column) => valueAt(line, column) !== 0),
  );
  return {
    ...base,
    legend: { type: "scroll", top: 0 },
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: found.monthColumns.map((_, month) => String(month + 1)) },
    yAxis: { type: "value", minInterval: 1 },
    series: lines.map((line) => ({
      type: "bar",
      stack: "all",
      name: line.label[language],
      data: found.monthColumns.map((column) => valueAt(line, column)),
    })),
  };
};

const bars = (lines: readonly Line[], language: Language): EChartsCoreOption => {
  const shown = lines
    .filter((line) => valueAt(line, 0) !== 0)
    .toSorted((a, b) => valueAt(b, 0) - valueAt(a, 0))
    .slice(0, BARS)
    .toReversed();
  return {
    ...base,
    grid: { ...GRID, top: 8 },
    tooltip: {},
    xAxis: { type: "value", minInterval: 1 },
    yAxis: {
      type: "category",
      data: shown.map(({ label }) => label[language]),
      axisLabel: { width: 150, overflow: "truncate" },
    },
    series: [
      { type: "bar", data: shown.map((line) => valueAt(line, 0)), label: { show: true, position: "right" } },
    ],
  };
};

const TIMELY = ["clocksTarget", "clocksHard", "clocksLegal", "clocksLate", "clocksOverdue"];

/** The pictures of a period; one with nothing to show is left out. */
export const chartsOf = (found: Statistics, language: Language): readonly Chart[] => {
  const wholes = found.lines.filter(({ indicator, code }) => code === null && TIMELY.includes(indicator.id));
  const all: readonly (Chart & { readonly lines: readonly Line[]; readonly columns: readonly number[] })[] = [
    {
      title: STAT_WORDS.byMonth[language],
      option: byMonth(found, language),
      lines: partsOf(found, "consultations"),
      columns: found.monthColumns,
    },
    {
      title: STAT_WORDS.cases[language],
      option: bars(partsOf(found, "acceptedMatters"), language),
      lines: partsOf(found, "acceptedMatters"),
      columns: [0],
    },
    {
      title: STAT_WORDS.outcome[language],
      option: bars(partsOf(found, "closingModes"), language),
      lines: partsOf(found, "closingModes"),
      columns: [0],
    },
    { title: STAT_WORDS.timeliness[language], option: bars(wholes, language), lines: wholes, columns: [0] },
  ];
  return all.filter(({ lines, columns }) =>
    lines.some((line) => columns.some((column) => valueAt(line, column) !== 0)),
  );
};
