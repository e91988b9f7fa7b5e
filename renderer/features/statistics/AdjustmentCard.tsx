import { periodLabel, periodName } from "../../../shared/statistics/period.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { SectionCard } from "../../ui/SectionCard.tsx";
import type { Statistics } from "./countPeriod.ts";
import { figureText } from "./figureText.ts";
import { STAT_WORDS } from "./words.ts";

const HEADS = [STAT_WORDS.no, STAT_WORDS.indicator, STAT_WORDS.difference];

/** Later corrections of periods submitted before: reported with this one. Nothing when there are none. */
export const AdjustmentCard = ({ found }: { readonly found: Statistics }) => {
  const { language, t } = useLanguage();
  if (found.adjustments.length === 0) return null;
  return (
    <SectionCard title={t(STAT_WORDS.adjustments)} note={t(STAT_WORDS.adjustNote)}>
      <table className="lad-table">
        <ColumnHeads heads={HEADS} />
        <tbody>
          {found.adjustments.flatMap(({ period, figures }) =>
            found.lines
              .filter(({ key }) => figures[key] !== undefined)
              .map(({ key, code, label, indicator }) => (
                <tr key={`${periodName(period)} ${key}`}>
                  <td>{periodLabel(period)[language]}</td>
                  <td>
                    {indicator.label[language]}
                    {code !== null && `：${label[language]}`}
                  </td>
                  <td className="stat-number">{figureText(figures[key] ?? 0, indicator.unit)}</td>
                </tr>
              )),
          )}
        </tbody>
      </table>
    </SectionCard>
  );
};
