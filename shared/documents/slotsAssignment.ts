import type { AidFacts } from "../dictionary/aidFile.ts";
import { codeLabel } from "../dictionary/codeList.ts";
import { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import { dayOf } from "../kernel/instant.ts";
import { isNotified } from "../law/clockConditions.ts";
import { isMinor } from "../law/persons.ts";
import { law } from "../law/sources.ts";
import { dayInText, momentInText } from "./chineseDate.ts";
import { citation } from "./citation.ts";
import { aidFactsOf, type LetterScene } from "./letterScene.ts";
import { NOT_STATED, type PrintedRow } from "./printedFact.ts";
import type { SlotTable } from "./slot.ts";
import { clockIn, dueInText } from "./slotsPerson.ts";

/** Grounds on which only a lawyer with years of practice may defend (法律援助法第二十六条). */
const LIFE_OR_DEATH: ReadonlySet<string | undefined> = new Set(["N25_4", "N25_5"]);

const isRepresentation = ({ noticeKind, aidForm }: AidFacts): boolean =>
  noticeKind === "REPRESENTATION" || (noticeKind === undefined && aidForm !== "CRIM_DEFENCE");

const isCriminal = (facts: AidFacts): boolean =>
  isNotified(facts) || facts.aidForm === "CRIM_DEFENCE" || facts.aidForm === "CRIM_AGENCY";

const organOf = ({ noticeOrgan, handlingOrgan }: AidFacts): string | null =>
  noticeOrgan ?? handlingOrgan ?? null;

const causeOf = ({ causeOfAction, suspectedCharge, matter }: AidFacts): string | null =>
  causeOfAction ?? suspectedCharge ?? (matter === undefined ? null : codeLabel(CASE_MATTERS, matter, "zh"));

const hearingText = ({ hearingAt, hearingPlace, procedure }: AidFacts): string => {
  if (hearingAt === undefined)
    return procedure === undefined && hearingPlace === undefined
      ? "尚未确定"
      : `尚未确定（${hearingPlace ?? "地点未定"}）`;
  return [momentInText(hearingAt), hearingPlace].filter((part) => part !== undefined).join("，");
};

/** What whoever is assigned must be, with the provision; the order of the rules Q1 to Q3. */
const qualifications = (scene: LetterScene): readonly PrintedRow[] => {
  const facts = aidFactsOf(scene);
  const isDefence = isNotified(facts) || facts.aidForm === "CRIM_DEFENCE";
  const years = scene.parameters.yearsForLifeDeath;
  const minor = isMinor(facts, scene.today);
  const items = [
    isDefence && `承办人员须为律师（${citation([law("LAL", 25), law("CPL", 34)])}）`,
    LIFE_OR_DEATH.has(facts.noticeGround) &&
      `具有${years}年以上相关执业经历（${citation([law("LAL", 26)])}）`,
    minor && `熟悉未成年人身心特点（${citation([law("MINOR", 104)])}）`,
    !isDefence && `具备办理该类案件的资格，执业状态正常（${citation([law("LAL", 12)])}）`,
    "与本案及对方当事人没有利益冲突",
  ].filter((item) => item !== false);
  return items.map((item, at) => ({ no: String(at + 1), item }));
};

const scopeText = (facts: AidFacts): string => {
  if (facts.agreementScope !== undefined) return facts.agreementScope;
  return isRepresentation(facts)
    ? "一般代理。代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉，须另行特别授权（《中华人民共和国民事诉讼法》第六十二条）。"
    : "依法担任辩护人，行使法律规定的辩护人诉讼权利。";
};

const roleText = (facts: AidFacts): string => {
  if (!isRepresentation(facts)) return "辩护人";
  return facts.noticeKind === "REPRESENTATION" || facts.aidForm === "CRIM_AGENCY" ? "诉讼代理人" : "代理人";
};

const withFacts =
  <T>(read: (facts: AidFacts) => T) =>
  (scene: LetterScene): T =>
    read(aidFactsOf(scene));

const noticeText = ({ noticeLetterNo, noticeReceivedAt }: AidFacts): string =>
  noticeReceivedAt === undefined
    ? NOT_STATED
    : `${noticeLetterNo ?? "来函"}（${momentInText(noticeReceivedAt)}收到）`;

const agreementDue = (scene: LetterScene): string =>
  dueInText(clockIn(scene, "AGR-SIGN-5D")) ?? "以受援人同意记录代替";

const organContact = ({ contactName, contactPhone }: AidFacts): string =>
  [contactName, contactPhone].filter((part) => part !== undefined).join("，") || NOT_STATED;

/** The assignment, the retainer and the letter to the organ. */
// biome-ignore format: a table is read by columns
export const ASSIGNMENT_SLOTS = {
  agreementTitle:  { zh: "协议名称", en: "Title of the agreement", of: withFacts((facts) => (isRepresentation(facts) ? "法律援助委托代理协议" : "法律援助委托辩护协议")) },
  isNotified:      { zh: "（条件）办案机关通知的案件", en: "(condition) notified case", of: withFacts(isNotified) },
  isApplied:       { zh: "（条件）依申请的案件", en: "(condition) case on application", of: withFacts((facts) => !isNotified(facts)) },
  isDefence:       { zh: "（条件）辩护", en: "(condition) defence", of: withFacts((facts) => !isRepresentation(facts)) },
  isCriminal:      { zh: "（条件）刑事案件", en: "(condition) criminal case", of: withFacts(isCriminal) },
  isAgency:        { zh: "（条件）代理", en: "(condition) agency", of: withFacts(isRepresentation) },
  organName:       { zh: "办案机关（来函机关优先）", en: "Organ", of: withFacts(organOf) },
  organText:       { zh: "办案机关（可空）", en: "Organ, if any", of: withFacts((facts) => organOf(facts) ?? NOT_STATED) },
  causeText:       { zh: "案由（罪名）", en: "Cause or charge", of: withFacts(causeOf) },
  hearingText:     { zh: "开庭时间和地点", en: "Hearing", of: withFacts(hearingText) },
  qualificationList: { zh: "承办人员条件（逐项）", en: "Qualification required, one by one", columns: ["no", "item"], of: qualifications },
  roleText:        { zh: "承办人员在案件中的身份", en: "Part of the person assigned", of: withFacts(roleText) },
  scopeText:       { zh: "代理（辩护）权限", en: "Scope of authority", of: withFacts(scopeText) },
  noticeText:      { zh: "来函文号和收到时间", en: "Organ's letter and when it came", of: withFacts(noticeText) },
  assignedOnText:  { zh: "指派日期", en: "Day of assignment", of: withFacts(({ assignedAt }) => (assignedAt === undefined ? null : dayInText(dayOf(assignedAt)))) },
  agreementDueText: { zh: "签订协议和委托书的期限", en: "Agreement due by", of: agreementDue },
  needsAgreement:  { zh: "（条件）须签订委托协议", en: "(condition) an agreement is to be signed", of: (scene) => clockIn(scene, "AGR-SIGN-5D") !== undefined },
  needsConsentNote: { zh: "（条件）以同意记录代替协议", en: "(condition) a consent note instead", of: (scene) => clockIn(scene, "AGR-SIGN-5D") === undefined },
  organContact:    { zh: "办案机关联系人", en: "Contact at the organ", of: withFacts(organContact) },
  hasHandler:      { zh: "（条件）已指派", en: "(condition) somebody is assigned", of: ({ lawyer }) => lawyer !== undefined },
  lacksHandler:    { zh: "（条件）尚未指派", en: "(condition) nobody is assigned yet", of: ({ lawyer }) => lawyer === undefined },
} as const satisfies SlotTable;
