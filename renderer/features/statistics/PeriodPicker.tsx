import { Button, Select } from "antd";
import type { Day } from "../../../shared/kernel/day.ts";
import { yearOf } from "../../../shared/kernel/day.ts";
import {
  kindLabel,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodAt,
  periodLabel,
  periodName,
  periodsPerYear,
} from "../../../shared/statistics/period.ts";
import { useLanguage } from "../../ui/language.tsx";
import { goTo } from "../../ui/route.ts";
import { STAT_WORDS } from "./words.ts";

/** How many years back one may look. */
const YEARS = 6;

type Props = { readonly period: Period; readonly today: Day; readonly onAgain: () => void };

const pick = (period: Period): void => goTo("statistics", periodName(period));

/** Which period: its kind, year and number. The address keeps it. */
export const PeriodPicker = ({ period, today, onAgain }: Props) => {
  const { language, t } = useLanguage();
  const { kind, year, no } = period;
  const years = Array.from({ length: YEARS }, (_, back) => yearOf(today) - back);
  const numbers = Array.from({ length: periodsPerYear(kind) }, (_, index) => index + 1);
  const changeKind = (next: PeriodKind): void =>
    pick(year === yearOf(today) ? periodAt(next, today) : { kind: next, year, no: 1 });
  return (
    <div className="stat-picker">
      <Select
        aria-label={t(STAT_WORDS.kind)}
        value={kind}
        onChange={changeKind}
        options={PERIOD_KINDS.map((value) => ({ value, label: t(kindLabel(value)) }))}
      />
      <Select
        aria-label={t(STAT_WORDS.year)}
        value={year}
        onChange={(next) => pick({ ...period, year: next })}
        options={years.map((value) => ({ value, label: String(value) }))}
      />
      {numbers.length > 1 && (
        <Select
          aria-label={t(STAT_WORDS.no)}
          value={no}
          onChange={(next) => pick({ ...period, no: next })}
          options={numbers.map((value) => ({
            value,
            label: periodLabel({ kind, year, no: value })[language],
          }))}
        />
      )}
      <Button onClick={onAgain}>{t(STAT_WORDS.again)}</Button>
    </div>
  );
};
