import type { Label } from "../../../shared/dictionary/field.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { GROUPS, type GroupName } from "../../../shared/statistics/indicator.ts";
import { INDICATORS } from "../../../shared/statistics/indicators.ts";
import { periodLabel } from "../../../shared/statistics/period.ts";
import { type PublicSection, type PublicValue, publicSheet } from "../../../shared/statistics/publicity.ts";
import { type Frozen, frozenIn } from "../../../shared/statistics/submitted.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import type { Report, ReportCell, ReportTable } from "../../print/report.ts";
import type { Language } from "../../ui/language.tsx";
import { filled } from "../../ui/words.ts";
import type { Statistics } from "./countPeriod.ts";
import { figureCell } from "./figureText.ts";
import type { CaseLine } from "./lineCases.ts";
import { STAT_WORDS, UNIT_LABELS } from "./words.ts";

const INDENT = "　";
const groupNames = Object.keys(GROUPS) as readonly GroupName[];

/** What was submitted of the period, or undefined while it is not locked. */
export const frozenOf = ({ handed }: Statistics): Frozen | undefined =>
  handed?.stages.statistics === "submitted" ? frozenIn(handed.facts.figures) : undefined;

/** Where the period stands, in words. */
export const lockLabel = ({ handed }: Statistics): Label => {
  if (handed?.stages.statistics === "submitted") return STAT_WORDS.locked;
  return handed?.stages.statistics === "prepared" ? STAT_WORDS.prepared : STAT_WORDS.open;
};

const nameOf = (line: Line, language: Language): string =>
  `${line.code === null ? "" : INDENT}${line.label[language]}`;

/** Lines with nothing in any column are left out of parts; the whole always stands. */
export const isWorthShowing = ({ code, figures }: Line): boolean =>
  code === null || figures.slice(0, 3).some(({ value }) => value !== null && value !== 0);

const rowOf = (line: Line, frozen: Frozen | undefined, language: Language): readonly ReportCell[] => [
  nameOf(line, language),
  UNIT_LABELS[line.indicator.unit][language],
  ...line.figures.slice(0, 3).map(({ value }) => figureCell(value, line.indicator.unit)),
  ...(frozen === undefined ? [] : [figureCell(frozen.figures[line.key] ?? 0, line.indicator.unit)]),
];

const groupTable = (found: Statistics, group: GroupName, language: Language): ReportTable => {
  const frozen = frozenOf(found);
  const heads = [
    STAT_WORDS.indicator,
    STAT_WORDS.unit,
    STAT_WORDS.period,
    STAT_WORDS.yearToDate,
    STAT_WORDS.lastYear,
  ];
  return {
    name: `${group} ${GROUPS[group][language]}`,
    widths: [44, 8, 16, 16, 16, ...(frozen === undefined ? [] : [16])],
    heads: [...heads, ...(frozen === undefined ? [] : [STAT_WORDS.submitted])].map((head) => head[language]),
    rows: found.lines
      .filter((line) => line.indicator.group === group && isWorthShowing(line))
      .map((line) => rowOf(line, frozen, language)),
  };
};

const adjustmentTable = ({ adjustments, lines }: Statistics, language: Language): readonly ReportTable[] => {
  if (adjustments.length === 0) return [];
  const rows = adjustments.flatMap(({ period, figures }) =>
    lines.flatMap((line) => {
      const value = figures[line.key];
      return value === undefined
        ? []
        : [[periodLabel(period)[language], nameOf(line, language), figureCell(value, line.indicator.unit)]];
    }),
  );
  const heads = [STAT_WORDS.no, STAT_WORDS.indicator, STAT_WORDS.difference].map((head) => head[language]);
  return [{ name: STAT_WORDS.adjustments[language], widths: [18, 60, 16], heads, rows }];
};

const ruleTable = (language: Language): ReportTable => ({
  name: STAT_WORDS.rules[language],
  widths: [10, 32, 70, 30, 10],
  heads: [STAT_WORDS.groups, STAT_WORDS.indicator, STAT_WORDS.rule, STAT_WORDS.source, STAT_WORDS.mark].map(
    (head) => head[language],
  ),
  rows: INDICATORS.map(({ group, label, rule, source, mark }) => [
    group,
    label[language],
    rule[language],
    sourceText(source, language),
    mark,
  ]),
});

const notesOf = (found: Statistics, bureau: string, language: Language): readonly string[] =>
  [
    bureau,
    `${STAT_WORDS.lock[language]}：${lockLabel(found)[language]}`,
    filled(STAT_WORDS.counted[language], {
      on: found.today,
      s: found.seconds.toFixed(1),
      n: found.recordCount,
    }),
    `${STAT_WORDS.unverified[language]}：${STAT_WORDS.unverifiedWhy[language]}`,
    STAT_WORDS.noNames[language],
  ].filter((note) => note !== "");

/** All tables of a period, a sheet for each group, the adjustments and the rules (no names: V26 does not apply). */
export const statisticsReport = (found: Statistics, bureau: string, language: Language): Report => ({
  title: `${STAT_WORDS.title[language]} ${periodLabel(found.period)[language]}`,
  notes: notesOf(found, bureau, language),
  tables: [
    ...groupNames.map((group) => groupTable(found, group, language)),
    ...adjustmentTable(found, language),
    ruleTable(language),
  ],
});

/** A published value as a cell. */
export const publicCell = (
  told: PublicValue,
  unit: Line["indicator"]["unit"],
  language: Language,
): ReportCell => {
  if (told.under !== undefined) return filled(STAT_WORDS.fewer[language], { n: told.under });
  return told.isWithheld ? STAT_WORDS.withheld[language] : figureCell(told.value, unit);
};

/** The sections of the sheet of article 58. */
export const publicSections = (found: Statistics, smallest: number): readonly PublicSection[] =>
  publicSheet(found.lines, smallest);

type PublicScene = { readonly bureau: string; readonly smallest: number; readonly language: Language };

/** 公示表 as a report (法律援助法第五十八条). */
export const publicReport = (found: Statistics, { bureau, smallest, language }: PublicScene): Report => ({
  title: STAT_WORDS.publicTitle[language],
  notes: [
    `${bureau} ${periodLabel(found.period)[language]}`.trim(),
    filled(STAT_WORDS.publicNote[language], { n: smallest }),
    STAT_WORDS.unverified[language],
  ],
  tables: publicSections(found, smallest).map(({ label, lines }) => ({
    name: label[language],
    widths: [48, 8, 18, 18],
    heads: [STAT_WORDS.indicator, STAT_WORDS.unit, STAT_WORDS.period, STAT_WORDS.yearToDate].map(
      (head) => head[language],
    ),
    rows: lines.map((line) => [
      `${line.depth === 0 ? "" : INDENT}${line.label[language]}`,
      UNIT_LABELS[line.unit][language],
      publicCell(line.period, line.unit, language),
      publicCell(line.yearToDate, line.unit, language),
    ]),
  })),
});

/** The records behind one figure: numbers of cases as text, names masked. */
export const casesReport = (
  found: Statistics,
  {
    line,
    cases,
    language,
  }: { readonly line: Line; readonly cases: readonly CaseLine[]; readonly language: Language },
): Report => ({
  title: `${line.indicator.label[language]}${line.code === null ? "" : `：${line.label[language]}`} ${periodLabel(found.period)[language]}`,
  notes: [line.indicator.rule[language], STAT_WORDS.unverified[language]],
  tables: [
    {
      name: STAT_WORDS.record[language],
      widths: [16, 36, 16, 16],
      heads: [STAT_WORDS.record, STAT_WORDS.number, STAT_WORDS.person, STAT_WORDS.adds].map(
        (head) => head[language],
      ),
      rows: cases.map(({ kind, number, name, amount }) => [
        kind[language],
        number,
        name,
        figureCell(amount, line.indicator.is === "ratio" ? "item" : line.indicator.unit),
      ]),
    },
  ],
});
