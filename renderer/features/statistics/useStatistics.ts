import { useEffect, useState } from "react";
import { type Period, periodName } from "../../../shared/statistics/period.ts";
import { useDesk } from "../../data/deskContext.ts";
import { forPerson } from "../../data/yielding.ts";
import { useToday } from "../../state/useToday.ts";
import { countPeriod, type Statistics } from "./countPeriod.ts";

/**
 * The statistics of a period, counted when the screen opens, when the period changes and when `again` is called; not with
 * every keystroke elsewhere: a table that changes while it is read is of no use. undefined while counting.
 */
export const useStatistics = (period: Period) => {
  const desk = useDesk();
  const today = useToday();
  const [turn, setTurn] = useState(0);
  const [found, setFound] = useState<Statistics | undefined>(undefined);
  const [bug, setBug] = useState<unknown>(undefined);
  if (bug !== undefined) throw bug;
  const name = periodName(period);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the period is its name; turn means "count again"
  useEffect(() => {
    let isHere = true;
    setFound(undefined);
    forPerson(() => countPeriod(desk, period, today)).then(
      (next) => (isHere ? setFound(next) : undefined),
      setBug,
    );
    return () => {
      isHere = false;
    };
  }, [desk, name, today, turn]);
  return { statistics: found, again: () => setTurn((last) => last + 1) };
};
