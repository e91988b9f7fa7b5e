import type { AidFacts } from "../dictionary/aidFile.ts";
import { type Day, daysBetween } from "../kernel/day.ts";
import { dayOf, type Moment } from "../kernel/instant.ts";
import type { Parameters as LawParameters } from "./parameters.ts";
import type { RecordRemark } from "./recordRemark.ts";
import { law } from "./sources.ts";

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
  { silenceRemindDays, silenceQualityDays }: LawParameters,
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

/** What the case page says of such a silence: a reminder, and from the second threshold on a matter for quality review. */
export const silenceRemarks = (...scene: Parameters<typeof silenceOf>): readonly RecordRemark[] => {
  const silence = silenceOf(...scene);
  if (silence === null) return [];
  const { kind, days, since } = silence;
  const isForQuality = kind === "quality";
  return [
    {
      id: "DSN-SILENCE",
      severity: isForQuality ? "alarm" : "warn",
      say: {
        zh: `自 ${since} 起办案日志 ${days} 日没有记录，${isForQuality ? "应转质量检查" : "请催办"}`,
        en: `No entry in the work log since ${since}, ${days} days: ${isForQuality ? "a matter for quality review" : "remind the handler"}`,
      },
      source: [law("DESIGN")],
    },
  ];
};
