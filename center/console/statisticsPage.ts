import { GROUPS, type GroupName, type Unit } from "../../shared/statistics/indicator.ts";
import {
  daysOf,
  kindLabel,
  lastYear,
  PERIOD_KINDS,
  type Period,
  periodAt,
  periodBefore,
  periodLabel,
  periodName,
} from "../../shared/statistics/period.ts";
import type { SumLine } from "../../shared/statistics/sumOf.ts";
import { type Html, html } from "./html.ts";
import { labelOf, page, type Reader, say } from "./layout.ts";

const FEN_PER_YUAN = 100;
const UNITS: Readonly<Record<Unit, string>> = {
  case: "件",
  person: "人",
  time: "人次",
  item: "项",
  fen: "元",
  day: "天",
  percent: "%",
  quotient: "",
};

const figureText = (value: number | null, unit: Unit): string => {
  if (value === null) return "—";
  const shown = unit === "fen" ? value / FEN_PER_YUAN : value;
  return shown.toLocaleString("en-US", { maximumFractionDigits: 2 });
};

/** What the page shows: of one bureau, or of the whole province when `bureau` is empty. */
export type StatisticsView = {
  readonly bureau: string;
  readonly name: string;
  readonly period: Period;
  readonly lines: readonly SumLine[];
};

const row = (reader: Reader, { indicator, code, label, values }: SumLine): Html =>
  html`<tr><td>${code === null ? "" : "　"}${labelOf(reader, label)}</td><td class="soft">${UNITS[indicator.unit]}</td>${values
    .slice(0, 3)
    .map((value) => html`<td class="count">${figureText(value, indicator.unit)}</td>`)}</tr>`;

const isShown = ({ code, values }: SumLine): boolean =>
  code === null || values.some((value) => value !== null && value !== 0);

const group = (
  reader: Reader,
  name: GroupName,
  lines: readonly SumLine[],
): Html => html`<h2>${name} ${labelOf(reader, GROUPS[name])}</h2>
<table><tr><th scope="col">${say(reader, "indicator")}</th><th></th><th scope="col" class="count">${say(reader, "period")}</th><th scope="col" class="count">${say(reader, "yearToDate")}</th><th scope="col" class="count">${say(reader, "lastYear")}</th></tr>
${lines.filter((line) => line.indicator.group === name && isShown(line)).map((line) => row(reader, line))}</table>`;

const periodLinks = (reader: Reader, { bureau, period }: StatisticsView): Html => {
  const at = (to: Period, text: string): Html =>
    html`<a href="/console/statistics?bureau=${bureau}&period=${periodName(to)}">${text}</a> `;
  const kinds = PERIOD_KINDS.map((kind) =>
    at(periodAt(kind, daysOf(period).to), labelOf(reader, kindLabel(kind))),
  );
  return html`<p>${kinds} · ${at(periodBefore(period), labelOf(reader, periodLabel(periodBefore(period))))} ${at(lastYear(period), labelOf(reader, periodLabel(lastYear(period))))}</p>`;
};

/** The same tables as on a desk, without names and without records: R1 to R11 of a bureau or of the province. */
export const statisticsPage = (reader: Reader, view: StatisticsView): string =>
  page(
    reader,
    `${say(reader, "statistics")} · ${view.name || say(reader, "province")} · ${labelOf(reader, periodLabel(view.period))}`,
    html`<p class="soft">${say(reader, "rulesUnverified")}</p>${periodLinks(reader, view)}
${(Object.keys(GROUPS) as GroupName[]).map((name) => group(reader, name, view.lines))}`,
  );
