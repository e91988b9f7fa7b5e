import { periodLabel, periodName } from "../../../shared/statistics/period.ts";
import type { PublicSection } from "../../../shared/statistics/publicity.ts";
import { cellText } from "../../print/report.ts";
import { ColumnHeads } from "../../ui/ColumnHeads.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { hrefTo } from "../../ui/route.ts";
import { SectionCard } from "../../ui/SectionCard.tsx";
import { filled } from "../../ui/words.ts";
import type { Statistics } from "./countPeriod.ts";
import { publicCell, publicReport, publicSections } from "./reports.ts";
import { SaveButtons } from "./SaveButtons.tsx";
import { STAT_WORDS, UNIT_LABELS } from "./words.ts";

const HEADS = [STAT_WORDS.indicator, STAT_WORDS.unit, STAT_WORDS.period, STAT_WORDS.yearToDate];

const Section = ({ label, lines }: PublicSection) => {
  const { language, t } = useLanguage();
  return (
    <SectionCard title={t(label)}>
      <table className="lad-table stat-table">
        <ColumnHeads heads={HEADS} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={line.depth === 0 ? "stat-whole" : "stat-part"}>
              <th scope="row">{t(line.label)}</th>
              <td className="lad-quiet">{t(UNIT_LABELS[line.unit])}</td>
              <td>{cellText(publicCell(line.period, line.unit, language))}</td>
              <td>{cellText(publicCell(line.yearToDate, line.unit, language))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionCard>
  );
};

type Props = { readonly found: Statistics; readonly bureau: string; readonly smallest: number };

/** 公示表: use of funds, handling of cases and results of quality reviews, without names (法律援助法第五十八条). */
export const PublicityPage = ({ found, bureau, smallest }: Props) => {
  const { language, t } = useLanguage();
  const name = periodName(found.period);
  return (
    <>
      <PageHeader
        title={t(STAT_WORDS.publicTitle)}
        tags={<span className="lad-tag lad-tag-gold">{t(STAT_WORDS.unverified)}</span>}
        note={
          <>
            <a href={hrefTo("statistics", name)}>{t(STAT_WORDS.back)}</a> ·{" "}
            {periodLabel(found.period)[language]} · {filled(t(STAT_WORDS.publicNote), { n: smallest })}
          </>
        }
        actions={
          <SaveButtons
            hasWord
            name={`publicity-${name}`}
            report={() => publicReport(found, { bureau, smallest, language })}
          />
        }
      />
      {publicSections(found, smallest).map((section) => (
        <Section key={section.label.en} {...section} />
      ))}
    </>
  );
};
