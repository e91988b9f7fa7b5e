import type { AidFacts } from "../dictionary/aidFile.ts";
import { type Day, daysBetween } from "../kernel/day.ts";
import { dayOf, type Moment } from "../kernel/instant.ts";
import type { Parameters } from "./parameters.ts";

/** No entry in the work log for so many days: the handler is reminded, then the quality officer looks. */
export type Silence = { readonly kind: "remind" | "quality"; readonly days: number; readonly since: Day };

const isOver = ({ resultReceivedOn, terminationEffectiveOn, closingFiledOn }: AidFacts): boolean =>
  [resultReceivedOn, terminationEffectiveOn, closingFiledOn].some((on) => on !== undefined);

const isPaused = ({ suspendedOn, resumedOn }: AidFacts): boolean =>
  suspendedOn !== undefined && (resumedOn === undefined || resumedOn < suspendedOn);

/**
 * How long nothing was entered on a case that somebody handles (a design rule): from the last entry of the work
 * log, the (new) assignment or the end of a suspension, whichever is latest. Null while it is not worth a word.
 */
export const silenceOf = (
  facts: AidFacts,
  today: Day,
  { silenceRemindDays, silenceQualityDays }: Parameters,
): Silence | null => {
  const { assignedAt, reassignedAt, resumedOn, activities = [] } = facts;
  if (assignedAt === undefined || isOver(facts) || isPaused(facts)) return null;
  const moments = [assignedAt, reassignedAt, resumedOn, ...activities.map(({ at }) => at)];
  const last = moments.reduce<Moment>((a, b) => (b !== undefined && b > a ? b : a), assignedAt);
  const since = dayOf(last);
  const days = daysBetween(since, today);
  if (days < silenceRemindDays) return null;
  return { kind: days >= silenceQualityDays ? "quality" : "remind", days, since };
};
