import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { daysBetween } from "../../../shared/kernel/day.ts";
import { dayOf } from "../../../shared/kernel/instant.ts";

/** One organ's line in the month-end reconciliation, for both sides to sign (收 23 / 指派 23 / 平均 1.2 日). */
export type MonthRow = {
  readonly organ: string;
  readonly received: number;
  readonly assigned: number;
  readonly replied: number;
  /** Letters that came more than the organ's three days after it discovered the need (第三十六条). */
  readonly late: number;
  /** Days from receipt to assignment, to one decimal; null while nothing was assigned. */
  readonly averageDays: number | null;
};

type Letter = Pick<
  AidFacts,
  "noticeOrgan" | "noticeReceivedAt" | "assignedAt" | "organNotifiedAt" | "organDiscoveredOn"
>;

const isLate = ({ organDiscoveredOn, noticeReceivedAt }: Letter, allowed: number): boolean =>
  organDiscoveredOn !== undefined &&
  noticeReceivedAt !== undefined &&
  daysBetween(organDiscoveredOn, dayOf(noticeReceivedAt)) > allowed;

const count = (letters: readonly Letter[], holds: (letter: Letter) => boolean): number =>
  letters.filter(holds).length;

const average = (days: readonly number[]): number | null =>
  days.length === 0 ? null : Math.round((days.reduce((a, b) => a + b, 0) * 10) / days.length) / 10;

const rowOf = (organ: string, letters: readonly Letter[], allowed: number): MonthRow => ({
  organ,
  received: letters.length,
  assigned: count(letters, ({ assignedAt }) => assignedAt !== undefined),
  replied: count(letters, ({ organNotifiedAt }) => organNotifiedAt !== undefined),
  late: count(letters, (letter) => isLate(letter, allowed)),
  averageDays: average(
    letters.flatMap(({ noticeReceivedAt, assignedAt }) =>
      noticeReceivedAt === undefined || assignedAt === undefined
        ? []
        : [daysBetween(dayOf(noticeReceivedAt), dayOf(assignedAt))],
    ),
  ),
});

/**
 * The letters received in a month ("2026-06"), organ by organ in the order of their names. `allowed`: days the organ has
 * to write (parameter organLateDays).
 */
export const monthList = (
  letters: readonly Letter[],
  month: string,
  allowed: number,
): readonly MonthRow[] => {
  const inMonth = letters.filter(({ noticeReceivedAt }) => noticeReceivedAt?.startsWith(month) === true);
  const organs = [...new Set(inMonth.map(({ noticeOrgan }) => noticeOrgan ?? ""))].sort((a, b) =>
    a.localeCompare(b, "zh"),
  );
  return organs.map((organ) =>
    rowOf(
      organ,
      inMonth.filter(({ noticeOrgan }) => (noticeOrgan ?? "") === organ),
      allowed,
    ),
  );
};

/** The month of a day, "2026-06". */
export const monthOfDay = (on: Day): string => on.slice(0, 7);
