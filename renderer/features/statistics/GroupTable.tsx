import { GROUPS, type GroupName } from "../../../shared/statistics/indicator.ts";
import { periodName } from "../../../shared/statistics/period.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import { useLanguage } from "../../ui/language.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { Statistics } from "./countPeriod.ts";
import { figureText } from "./figureText.ts";
import { frozenOf, isWorthShowing } from "./reports.ts";
import { STAT_WORDS, UNIT_LABELS } from "./words.ts";

const COLUMNS = [STAT_WORDS.period, STAT_WORDS.yearToDate, STAT_WORDS.lastYear] as const;

type LineProps = { readonly line: Line; readonly found: Statistics };

const LineRow = ({ line, found }: LineProps) => {
  const { language, t } = useLanguage();
  const { unit, rule } = line.indicator;
  const frozen = frozenOf(found);
  const at = (column: number): string =>
    hrefTo("statistics", periodName(found.period), `${line.key}@${column}`);
  return (
    <tr className={line.code === null ? "stat-whole" : "stat-part"}>
      <th scope="row" title={rule[language]}>
        {line.label[language]}
      </th>
      <td className="lad-quiet">{t(UNIT_LABELS[unit])}</td>
      {COLUMNS.map((head, column) => {
        const value = line.figures[column]?.value ?? null;
        const text = figureText(value, unit);
        return (
          <td key={head.en} className="stat-number">
            {value === null || value === 0 ? (
              text
            ) : (
              <a href={at(column)} aria-label={`${line.label[language]} ${t(head)} ${text}`}>
                {text}
              </a>
            )}
          </td>
        );
      })}
      {frozen !== undefined && (
        <td className="stat-number">{figureText(frozen.figures[line.key] ?? 0, unit)}</td>
      )}
    </tr>
  );
};

type Props = { readonly group: GroupName; readonly found: Statistics; readonly hasParts: boolean };

/** One group of indicators with its three columns, and the submitted figures beside them once the period is locked. */
export const GroupTable = ({ group, found, hasParts }: Props) => {
  const { language, t } = useLanguage();
  const isLocked = frozenOf(found) !== undefined;
  const lines = found.lines.filter(
    (line) => line.indicator.group === group && (line.code === null || (hasParts && isWorthShowing(line))),
  );
  return (
    <SectionCard title={`${group} ${GROUPS[group][language]}`}>
      <div className="stat-group">
        <table className="lad-table stat-table">
          <thead>
            <tr>
              <th scope="col">{t(STAT_WORDS.indicator)}</th>
              <th scope="col">{t(STAT_WORDS.unit)}</th>
              {[...COLUMNS, ...(isLocked ? [STAT_WORDS.submitted] : [])].map((head) => (
                <th key={head.en} scope="col" className="stat-number">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.key} line={line} found={found} />
            ))}
          </tbody>
        </table>
      </div>
    </SectionCard>
  );
};
