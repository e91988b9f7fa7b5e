import type { AidFacts } from "../dictionary/aidFile.ts";
import { daysBetween } from "../kernel/day.ts";
import { dayOf, type Moment } from "../kernel/instant.ts";
import { clock } from "./clock.ts";
import { CLOCK_CONDITIONS } from "./clockConditions.ts";
import { clocksOf, isRunning } from "./clocksOf.ts";
import type { Parameters } from "./parameters.ts";
import { law } from "./sources.ts";
import type { ValidationRow, ValidationScene } from "./validationRow.ts";

/** Numbers given on a desk before the real one is drawn begin so; they never stand on a letter. */
export const PROVISIONAL_NUMBER = "临-";

/** The organ's letter that is not answered yet: the first, or the new one after a refusal of the lawyer. */
const unanswered = (facts: AidFacts): Moment | undefined => {
  const { noticeReceivedAt, organNotifiedAt, noticeEndReason, terminationEffectiveOn } = facts;
  if (terminationEffectiveOn !== undefined) return undefined;
  if (organNotifiedAt === undefined && noticeEndReason === undefined && noticeReceivedAt !== undefined)
    return noticeReceivedAt;
  const { renotifiedAt, renoticeRepliedAt, ownCounselOn } = facts;
  const isAnswered =
    renoticeRepliedAt !== undefined && renotifiedAt !== undefined && renoticeRepliedAt >= renotifiedAt;
  return isAnswered || ownCounselOn !== undefined ? undefined : renotifiedAt;
};

const replyIsDue = ({ facts, now, calendar, parameters }: ValidationScene): boolean => {
  const triggerAt = unanswered(facts);
  if (triggerAt === undefined) return false;
  return dayOf(now) >= clock({ rule: "ASG-NOTIFIED-3D", triggerAt, calendar, parameters }).hard;
};

const courtWroteLate = (facts: AidFacts, parameters: Parameters): boolean => {
  const { hearingAt, noticeReceivedAt } = facts;
  if (hearingAt === undefined || noticeReceivedAt === undefined) return false;
  if (!CLOCK_CONDITIONS.courtOrdinary(facts, parameters)) return false;
  return daysBetween(dayOf(noticeReceivedAt), dayOf(hearingAt)) < parameters.courtNoticeDays;
};

/** A signed copy counts when it is registered among the materials: the form, the statement, the agreement. */
const unsigned = (facts: AidFacts): boolean => {
  const has = (kind: string): boolean => (facts.materials ?? []).some((each) => each.kind === kind);
  const isApplied = facts.receivedAt !== undefined && facts.materials !== undefined;
  const isTested = facts.track === "T1_VERIFY" || facts.track === "T2_PLEDGE";
  return (
    (isApplied && !has("FORM")) ||
    (isApplied && isTested && !has("HARDSHIP")) ||
    (facts.agreementSignedOn !== undefined && !has("AGREEMENT"))
  );
};

/** What is looked at on organs' letters, on our own letters, and on every computed date. */
// biome-ignore format: a table is read by columns
export const LETTER_CHECKS: readonly ValidationRow[] = [
  { id: "V13", severity: "alarm", source: [law("LAL", 36)],
    say: { zh: "收到通知已满三日，尚未将指派情况告知办案机关", en: "Three days after the notification the organ has not been told of the assignment" },
    fails: replyIsDue },
  { id: "V14", severity: "flag", source: [law("SPC", 49, 1)],
    say: { zh: "法院通知距开庭不足十五日，可以建议延期", en: "The court wrote fewer than fifteen days before the hearing; suggest an adjournment" },
    fails: ({ facts, parameters }) => courtWroteLate(facts, parameters) },
  { id: "V27", severity: "warn", source: [law("HOLR", 7)],
    say: { zh: "该年度放假安排尚未载入，日期为暂定", en: "The calendar of that year is not loaded; dates are provisional" },
    fails: ({ facts, calendar, parameters }) => clocksOf(facts, calendar, parameters).some((each) => isRunning(each) && each.provisional) },
  { id: "V29", severity: "block", source: [law("DESIGN")], refusal: "number-provisional",
    say: { zh: "临时编号不得印在法律文书上", en: "A provisional number may not be printed on a letter" },
    fails: ({ letterNumber }) => letterNumber?.startsWith(PROVISIONAL_NUMBER) === true },
  { id: "V30", severity: "warn", source: [law("DESIGN")],
    say: { zh: "申请表、经济困难状况说明表或者委托协议的签名（指印）件尚未登记入材料", en: "A signed or fingerprinted copy of the application, the hardship statement or the agreement is not among the materials" },
    fails: ({ facts }) => unsigned(facts) },
];
