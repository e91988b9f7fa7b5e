import type { AidFacts } from "../dictionary/aidFile.ts";
import { type Day, daysBetween, plusDays } from "../kernel/day.ts";
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

/** The day since which nothing was entered on a case that somebody handles; null where nobody handles it now. */
const silentSince = (facts: AidFacts): Day | null => {
  const { assignedAt, reassignedAt, resumedOn, activities = [] } = facts;
  if (assignedAt === undefined || isOver(facts) || isPaused(facts)) return null;
  const moments = [assignedAt, reassignedAt, resumedOn, ...activities.map(({ at }) => at)];
  return dayOf(moments.reduce<Moment>((a, b) => (b !== undefined && b > a ? b : a), assignedAt));
};

/** The day on which the handler will have to be reminded unless something is entered; null where nobody handles it. */
export const silentOn = (
  facts: AidFacts,
  { silenceRemindDays }: Pick<LawParameters, "silenceRemindDays">,
): Day | null => {
  const since = silentSince(facts);
  return since === null ? null : plusDays(since, silenceRemindDays);
};

/**
 * How long nothing was entered on a case that somebody handles (a design rule): from the last entry of the work
 * log, the (new) assignment or the end of a suspension, whichever is latest. Null while it is not worth a word.
 */
export const silenceOf = (
  facts: AidFacts,
  today: Day,
  { silenceRemindDays, silenceQualityDays }: LawParameters,
): Silence | null => {
  const since = silentSince(facts);
  if (since === null) return null;
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
