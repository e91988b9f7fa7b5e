import { sourceText } from "../../../shared/law/sources.ts";
import { periodLabel, periodName } from "../../../shared/statistics/period.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import { hrefOf } from "../../parts/address.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import type { Statistics } from "./countPeriod.ts";
import { figureText } from "./figureText.ts";
import { type CaseLine, casesBehind } from "./lineCases.ts";
import { casesReport } from "./reports.ts";
import { SaveButtons } from "./SaveButtons.tsx";
import { STAT_WORDS } from "./words.ts";

/** Rows shown; the export has all of them. */
const SHOWN = 500;
const HEADS = [STAT_WORDS.record, STAT_WORDS.number, STAT_WORDS.person, STAT_WORDS.adds];
const COLUMN_LABELS = [STAT_WORDS.period, STAT_WORDS.yearToDate, STAT_WORDS.lastYear] as const;

const Cases = ({ cases, line }: { readonly cases: readonly CaseLine[]; readonly line: Line }) => {
  const { language } = useLanguage();
  const unit = line.indicator.is === "ratio" ? "item" : line.indicator.unit;
  return (
    <table className="lad-table">
      <ColumnHeads heads={HEADS} />
      <tbody>
        {cases.slice(0, SHOWN).map(({ t, id, kind, number, name, amount }) => (
          <tr key={`${t}/${id}`}>
            <td>{kind[language]}</td>
            <td>
              <a href={hrefOf(t, id)}>{number || id}</a>
            </td>
            <td>{name}</td>
            <td className="stat-number">{figureText(amount, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Rule = ({ line }: { readonly line: Line }) => {
  const { language, t } = useLanguage();
  const { rule, source, mark, is } = line.indicator;
  return (
    <dl className="stat-rule">
      <dt>{t(STAT_WORDS.rule)}</dt>
      <dd>
        {rule[language]} {is === "ratio" && t(STAT_WORDS.whoseParts)}
      </dd>
      <dt>{t(STAT_WORDS.source)}</dt>
      <dd>
        {sourceText(source, language)}{" "}
        <span className="lad-tag lad-tag-gold">
          {t(STAT_WORDS.unverified)}（{mark}）
        </span>
      </dd>
    </dl>
  );
};

type Props = { readonly found: Statistics; readonly line: Line; readonly column: number };

/** One figure: its rule in words with its source, and every record behind it as a link; names are masked. */
export const CasesPage = ({ found, line, column }: Props) => {
  const { language, t } = useLanguage();
  const cases = casesBehind(line, column, found);
  const unit = line.indicator.is === "ratio" ? "item" : line.indicator.unit;
  const sum = figureText(
    cases.reduce((total, { amount }) => total + amount, 0),
    unit,
  );
  const counts = { n: cases.length, sum, shown: SHOWN };
  const columnLabel = COLUMN_LABELS[column] ?? STAT_WORDS.period;
  const name = line.code === null ? "" : `：${line.label[language]}`;
  const back = hrefTo("statistics", periodName(found.period));
  return (
    <>
      <PageHeader
        title={`${line.indicator.label[language]}${name}`}
        note={
          <>
            <a href={back}>{t(STAT_WORDS.back)}</a> · {periodLabel(found.period)[language]} · {t(columnLabel)}
            ：<strong>{figureText(line.figures[column]?.value ?? null, line.indicator.unit)}</strong>
          </>
        }
        actions={
          <SaveButtons
            name={`statistics-${periodName(found.period)}-${line.key.replaceAll("/", "-")}`}
            report={() => casesReport(found, { line, cases, language })}
            hasPdf={false}
          />
        }
      />
      <Rule line={line} />
      <SectionCard
        title={t(STAT_WORDS.behind)}
        note={filled(t(cases.length > SHOWN ? STAT_WORDS.shownOf : STAT_WORDS.all), counts)}
      >
        {cases.length === 0 ? <EmptyState text={t(STAT_WORDS.none)} /> : <Cases cases={cases} line={line} />}
      </SectionCard>
    </>
  );
};
