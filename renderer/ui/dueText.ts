import type { Day } from "../../shared/kernel/day.ts";
import { daysBetween } from "../../shared/kernel/day.ts";
import type { Moment } from "../../shared/kernel/instant.ts";
import { dayOf } from "../../shared/kernel/instant.ts";
import type { Language } from "./language.tsx";
import { filled, UI_WORDS } from "./words.ts";

/** A day or civil minute as a screen shows it. */
export const momentText = (moment: Moment): string => moment.replace("T", " ");

/** How urgent a due moment is today: late, today, soon (3 days) or calm. */
export type Urgency = "late" | "today" | "soon" | "calm";

/** Days before the due day at which a date turns amber: a weekend and the day before it. */
const SOON_DAYS = 3;

/** How urgent something due on `due` is on `today`. */
export const urgencyOf = (due: Moment, today: Day): Urgency => {
  const left = daysBetween(today, dayOf(due));
  if (left < 0) return "late";
  if (left === 0) return "today";
  return left <= SOON_DAYS ? "soon" : "calm";
};

/** "还有 3 天", "今天到期", "已逾期 2 天". */
export const leftText = (due: Moment, today: Day, language: Language): string => {
  const left = daysBetween(today, dayOf(due));
  if (left === 0) return UI_WORDS.dueToday[language];
  if (Math.abs(left) === 1) return (left < 0 ? UI_WORDS.dayLate : UI_WORDS.dayLeft)[language];
  return filled((left < 0 ? UI_WORDS.daysLate : UI_WORDS.daysLeft)[language], { n: Math.abs(left) });
};
