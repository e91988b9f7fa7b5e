import { Button, Checkbox } from "antd";
import { lazy, Suspense, useState } from "react";
import { GROUPS, type GroupName } from "../../../shared/statistics/indicator.ts";
import { periodAt, periodLabel, periodName, periodNamed } from "../../../shared/statistics/period.ts";
import { lawOf } from "../../data/bureau.ts";
import { bureau } from "../../data/questions/registers.ts";
import { useAnswer } from "../../data/useAnswer.ts";
import { useToday } from "../../state/useToday.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { goTo } from "../../ui/route.ts";
import { filled } from "../../ui/words.ts";
import { AdjustmentCard } from "./AdjustmentCard.tsx";
import { CasesPage } from "./CasesPage.tsx";
import type { Statistics } from "./countPeriod.ts";
import { GroupTable } from "./GroupTable.tsx";
import { LockCard } from "./LockCard.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import { PublicityPage } from "./PublicityPage.tsx";
import { statisticsReport } from "./reports.ts";
import { SaveButtons } from "./SaveButtons.tsx";
import { useStatistics } from "./useStatistics.ts";
import { STAT_WORDS } from "./words.ts";
import "./statistics.css";

const ChartSection = lazy(async () => ({ default: (await import("./ChartSection.tsx")).ChartSection }));
const groupNames = Object.keys(GROUPS) as readonly GroupName[];
/** The part of the address that shows the sheet of article 58. */
const PUBLICITY = "publicity";

type TablesProps = { readonly found: Statistics; readonly bureauName: string; readonly onDone: () => void };

const Tables = ({ found, bureauName, onDone }: TablesProps) => {
  const { language, t } = useLanguage();
  const [hasParts, setParts] = useState(true);
  const name = periodName(found.period);
  return (
    <>
      <div className="lad-buttons stat-actions">
        <Checkbox checked={hasParts} onChange={(event) => setParts(event.target.checked)}>
          {t(STAT_WORDS.parts)}
        </Checkbox>
        <Button onClick={() => goTo("statistics", name, PUBLICITY)}>{t(STAT_WORDS.publicity)}</Button>
        <SaveButtons
          name={`statistics-${name}`}
          report={() => statisticsReport(found, bureauName, language)}
        />
      </div>
      <LockCard found={found} onDone={onDone} />
      <AdjustmentCard found={found} />
      <Suspense fallback={null}>
        <ChartSection found={found} />
      </Suspense>
      {groupNames.map((group) => (
        <GroupTable key={group} group={group} found={found} hasParts={hasParts} />
      ))}
    </>
  );
};

/** The line and column that a part of the address names. */
const figureAt = (found: Statistics, part: string) => {
  const [key, column = "0"] = part.split("@");
  const line = found.lines.find((each) => each.key === key);
  return line === undefined ? undefined : { line, column: Number(column) };
};

/**
 * 统计 (R1–R11): the figures of a period with the year so far and the same period last year, counted on this computer.
 * Every figure leads to its rule and to the records behind it.
 */
export const StatisticsPage = ({ id, part }: { readonly id: string; readonly part: string }) => {
  const { language, t } = useLanguage();
  const today = useToday();
  const period = periodNamed(id) ?? periodAt("quarter", today);
  const { statistics: found, again } = useStatistics(period);
  const bureauName = useAnswer(bureau(), [])?.facts.name ?? "";
  const smallest = useAnswer(async (desk) => (await lawOf(desk)).parameters.publishSmallCounts, []);
  const figure = found === undefined ? undefined : figureAt(found, part);
  if (found !== undefined && figure !== undefined) return <CasesPage found={found} {...figure} />;
  if (found !== undefined && part === PUBLICITY && smallest !== undefined)
    return <PublicityPage found={found} bureau={bureauName} smallest={smallest} />;
  const counted = found && { on: found.today, s: found.seconds.toFixed(1), n: found.recordCount };
  return (
    <>
      <PageHeader
        title={`${t(STAT_WORDS.title)} · ${periodLabel(period)[language]}`}
        tags={
          <span className="lad-tag lad-tag-gold" title={t(STAT_WORDS.unverifiedWhy)}>
            {t(STAT_WORDS.unverified)}
          </span>
        }
        note={
          <span role="status">
            {counted === undefined ? t(STAT_WORDS.counting) : filled(t(STAT_WORDS.counted), counted)}
          </span>
        }
        actions={<PeriodPicker period={period} today={today} onAgain={again} />}
      />
      {found !== undefined && <Tables found={found} bureauName={bureauName} onDone={again} />}
    </>
  );
};
