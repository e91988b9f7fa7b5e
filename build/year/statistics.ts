import type { LawScene } from "../../shared/commands/scene.ts";
import { ENTITIES } from "../../shared/dictionary/entities.ts";
import type { Day } from "../../shared/kernel/day.ts";
import { INDICATOR_TABLE, INDICATORS } from "../../shared/statistics/indicators.ts";
import { daysOf, type Period, periodAt, periodName } from "../../shared/statistics/period.ts";
import {
  adjustmentsOf,
  earlierThan,
  frozenOf,
  frozenText,
  statPeriodId,
  submittedIn,
} from "../../shared/statistics/submitted.ts";
import { tabulate } from "../../shared/statistics/tabulate.ts";
import type { Shelf } from "./shelf.ts";
import type { Kit } from "./story.ts";
import { tellerFrom } from "./teller.ts";
import { WORK_DAYS, YEAR_FROM, YEAR_TO } from "./workDays.ts";

const CLERK = "zhou";
const HEAD = "sun";
/** Working days after the end of a quarter until its figures are wanted. */
const DUE_DAYS = 5;
const COLUMNS = 3;

/** The quarters that end within the year, the first of them first. */
const QUARTERS: readonly Period[] = [
  ...new Map(
    WORK_DAYS.filter((on) => on >= YEAR_FROM).map((on) => {
      const period = periodAt("quarter", on);
      return [periodName(period), period] as const;
    }),
  ).values(),
].filter((period) => daysOf(period).to < YEAR_TO);

/** The figures of a period as they stand when somebody counts them. */
const counted =
  (period: Period, today: Day) =>
  (shelf: Shelf, { calendar, parameters }: LawScene) => {
    const records = Object.keys(ENTITIES).flatMap(shelf.all);
    const earlier = earlierThan(period, submittedIn(records));
    const law = { calendar, parameters, today };
    const more = earlier.map((each) => daysOf(each.period));
    const lines = tabulate(records, period, { indicators: INDICATORS, law, more });
    const frozen = frozenOf(INDICATOR_TABLE, lines, adjustmentsOf(earlier, lines, COLUMNS));
    const figures = frozenText(frozen);
    return { step: "preparePeriod", facts: { period: periodName(period), table: INDICATOR_TABLE, figures } };
  };

/** The statistics of every quarter that ends in the year, counted and submitted; the first comes back once (第五十八条). */
export const quarters = (kit: Kit): void => {
  for (const [at, period] of QUARTERS.entries()) {
    const after = WORK_DAYS.findIndex((on) => on > daysOf(period).to);
    const tell = tellerFrom(kit, after + DUE_DAYS);
    const subject = { t: "statPeriod", id: statPeriodId(period) };
    tell.late(CLERK, subject, counted(period, tell.today()));
    tell.wait(1);
    if (at === 0) {
      tell.step(HEAD, subject, {
        name: "returnPeriod",
        facts: { returnReason: "补录漏登的咨询后重新统计。" },
      });
      tell.wait(1);
      tell.late(CLERK, subject, counted(period, tell.today()));
      tell.wait(1);
    }
    tell.step(HEAD, subject, { name: "submitPeriod" });
  }
};
