import type { DayRange } from "../../../shared/statistics/period.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import type { Line } from "../../../shared/statistics/tabulate.ts";
import { type Law, RECOUNTS, recount } from "./naive.ts";
import { dueClocks } from "./naiveClocks.ts";

/** Which ways of ending the clock rows add up. */
export const HOW: Readonly<Record<string, readonly string[]>> = {
  clocksTarget: ["Target"],
  clocksHard: ["Hard"],
  clocksLegal: ["Legal"],
  clocksLate: ["Late"],
  clocksOverdue: ["Overdue"],
  clocksAll: ["Target", "Hard", "Legal", "Late", "Overdue"],
  clocksInTime: ["Target", "Hard", "Legal"],
  organClocks: ["Target", "Hard", "Legal", "Late", "Overdue"],
  organBreaches: ["Late", "Overdue"],
};

/** Everything a recount looks at: the pile, the law, and the clocks that ended or ran out, found once. */
export type Pile = {
  readonly records: readonly StatRecord[];
  readonly law: Law;
  readonly due: ReturnType<typeof dueClocks>;
};

/** Records laid out for recounting. */
export const pileOf = (records: readonly StatRecord[], law: Law): Pile => ({
  records,
  law,
  due: dueClocks(records, law),
});

/** One figure of a line that is no quotient, recounted by hand over a range of days. */
export const recountLine = (
  { records, law, due }: Pile,
  { indicator, code }: Pick<Line, "indicator" | "code">,
  range: DayRange,
): number =>
  indicator.is === "clock"
    ? due.filter(
        ({ id, how, isOurs, on }) =>
          isOurs === (indicator.party === "own") &&
          HOW[indicator.id]?.includes(how) &&
          on >= range.from &&
          on <= range.to &&
          (code === null || id === code),
      ).length
    : recount(records, { row: RECOUNTS[indicator.id] as never, code, range, law });
