import type { AidFacts } from "../dictionary/aidFile.ts";
import { ageOn, birthDateOf, citizenIdFault, sexOf } from "../kernel/citizenId.ts";
import type { Day } from "../kernel/day.ts";
import { plusYears } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { isUscc } from "../kernel/uscc.ts";
import { isEmergencyWindow } from "./emergency.ts";
import { bornOn, isSamePerson } from "./persons.ts";
import { law } from "./sources.ts";
import type { ValidationRow, ValidationScene } from "./validationRow.ts";

const hasWrongId = ({ certType, certNo, birthOn, sex }: AidFacts, today: Day): boolean => {
  if ((certType !== "ID" && certType !== "HMT") || certNo === undefined) return false;
  if (citizenIdFault(certNo, today) !== null) return true;
  const isOtherSex = sex !== undefined && sex !== (sexOf(certNo) === "male" ? "M" : "F");
  return isOtherSex || (birthOn !== undefined && birthOn !== bornOn({ certType, certNo }));
};

const isInFuture = ({ facts: { receivedAt, noticeReceivedAt }, now }: ValidationScene): boolean =>
  [receivedAt, noticeReceivedAt].some((at) => at !== undefined && at > now);

const isBeforeLetter = ({ noticeReceivedAt, noticeLetterOn }: AidFacts): boolean =>
  noticeReceivedAt !== undefined && noticeLetterOn !== undefined && dayOf(noticeReceivedAt) < noticeLetterOn;

const recipient = ({ personName, certNo }: AidFacts) => ({
  ...(personName !== undefined && { name: personName }),
  ...(certNo !== undefined && { certNo }),
});

const isDuplicate = ({ facts, otherFiles = [] }: ValidationScene): boolean =>
  facts.matter !== undefined &&
  otherFiles.some(
    (other) =>
      other.matter === facts.matter &&
      other.found !== "apart" &&
      (other.found === "linked" || isSamePerson(recipient(facts), other)),
  );

const proxyOpposes = ({ proxyName, proxyCertNo, opposingParties = [] }: AidFacts): boolean => {
  const proxy = {
    ...(proxyName !== undefined && { name: proxyName }),
    ...(proxyCertNo !== undefined && { certNo: proxyCertNo }),
  };
  return opposingParties.some(({ name, certNo }) =>
    isSamePerson(proxy, { ...(name !== undefined && { name }), ...(certNo !== undefined && { certNo }) }),
  );
};

const isUrgent = ({ facts, now, parameters }: ValidationScene): boolean =>
  facts.limitationOn !== undefined &&
  facts.emergencyAt === undefined &&
  facts.assignedAt === undefined &&
  facts.withdrawnAt === undefined &&
  facts.decision !== "DENY" &&
  isEmergencyWindow(facts.limitationOn, dayOf(now), parameters);

/** Personal data of anybody younger is sensitive as such (个人信息保护法第二十八条、第三十一条). */
const UNDER = 14;

/** One year from the end of employment, unless the claim was brought (劳动争议调解仲裁法第二十七条). */
const isOutOfTime = ({ facts, now }: ValidationScene): boolean =>
  facts.employmentEndedOn !== undefined &&
  plusYears(facts.employmentEndedOn, 1) < dayOf(now) &&
  facts.arbitrationAcceptedOn === undefined &&
  facts.awardReceivedOn === undefined &&
  facts.suedOn === undefined &&
  facts.withdrawnAt === undefined;

/** Of the applicant, of whomever an organ names, and of every further recipient. */
type Guarded = Pick<AidFacts, "guardianName" | "guardianConsent" | "isSpeciallyHandled">;

const isGuarded = ({ guardianName, guardianConsent, isSpeciallyHandled }: Guarded): boolean =>
  guardianName !== undefined && guardianConsent === true && isSpeciallyHandled === true;

const isUnder = (born: Day | null, today: Day): boolean => born !== null && ageOn(born, today) < UNDER;

const lacksGuardian = ({ facts, now }: ValidationScene): boolean => {
  const today = dayOf(now);
  const others = (facts.coApplicants ?? []).some((each) => {
    const born = each.certNo === undefined ? null : birthDateOf(each.certNo);
    return isUnder(born, today) && !isGuarded(each);
  });
  return others || (isUnder(bornOn(facts), today) && !isGuarded(facts));
};

/** What is looked at while a file is being registered. */
// biome-ignore format: a table is read by columns
export const ENTRY_CHECKS: readonly ValidationRow[] = [
  { id: "V01", severity: "block", source: [law("GB11643")],
    refusal: ({ facts: { certNo = "" }, now }) => (citizenIdFault(certNo, dayOf(now)) === null ? "id-mismatch" : "check-digit"),
    say: { zh: "公民身份号码的校验位、出生日期或者性别不符", en: "The identity number's check digit, date of birth or sex does not match" },
    fails: ({ facts, now }) => hasWrongId(facts, dayOf(now)) },
  { id: "V02", severity: "block", source: [law("GB32100")], refusal: "check-digit",
    say: { zh: "统一社会信用代码校验位不符", en: "The check character of the unified social credit code is wrong" },
    fails: ({ facts: { opposingParties = [] } }) => opposingParties.some(({ uscc }) => uscc !== undefined && !isUscc(uscc)) },
  { id: "V03", severity: "block", source: [law("DESIGN")],
    refusal: (scene) => (isInFuture(scene) ? "in-future" : "before-document"),
    say: { zh: "收到时间不得晚于现在，也不得早于文书日期", en: "Receipt may lie neither in the future nor before the date of the letter" },
    fails: (scene) => isInFuture(scene) || isBeforeLetter(scene.facts) },
  { id: "V22", severity: "warn", source: [law("BJ", 22)],
    say: { zh: "同一人同一事项已有在办案件", en: "The same person has an open file on the same matter" },
    fails: isDuplicate },
  { id: "V23", severity: "block", source: [law("LAL", 40)], refusal: "proxy-opposes",
    say: { zh: "代理申请人是对方当事人", en: "The proxy is an opposing party" },
    fails: ({ facts }) => proxyOpposes(facts) },
  { id: "V24", severity: "alarm", source: [law("LAL", 44, 1, 1)],
    say: { zh: "距时效或者期限届满不足七日，尚未先行提供法律援助", en: "Fewer than seven days to the limitation, and no emergency aid" },
    fails: isUrgent },
  { id: "V25", severity: "warn", source: [law("LAB", 27)],
    say: { zh: "劳动关系终止已超过一年，仲裁时效可能届满；核对有无中断、中止", en: "Employment ended over a year ago: the claim may be out of time; look for an interruption" },
    fails: isOutOfTime },
  { id: "V28", severity: "block", source: [law("PIPL", 31)], refusal: "guardian-consent",
    say: { zh: "申请人、共同受援人或者来函所涉人员不满十四周岁，须监护人同意并专门处理", en: "An applicant, further recipient or person named by an organ is under fourteen: guardian consent and special handling" },
    fails: lacksGuardian },
];
