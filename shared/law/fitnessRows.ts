import type { AidFacts } from "../dictionary/aidFile.ts";
import type { CodeEntry } from "../dictionary/codeList.ts";
import { PERSONNEL_TYPES } from "../dictionary/codes/personnelTypes.ts";
import type { LawyerFacts } from "../dictionary/registers.ts";
import type { Day } from "../kernel/day.ts";
import { plusYears } from "../kernel/day.ts";
import { isNotified } from "./clockConditions.ts";
import type { Parameters } from "./parameters.ts";
import { isMinor, sexOfRecipient } from "./persons.ts";
import type { AssignmentScene, QualificationRow } from "./qualificationRow.ts";
import { law } from "./sources.ts";

/** Possible life imprisonment or death, or death-penalty review (法律援助法第二十六条). */
export const isLifeOrDeath = ({ noticeGround, proceduralStage }: AidFacts): boolean =>
  noticeGround === "N25_4" || noticeGround === "N25_5" || proceduralStage === "ST_DEATHREV";

const practisedSince = (facts: LawyerFacts, { lifeDeathCountsFrom }: Parameters): Day | undefined =>
  lifeDeathCountsFrom === "criminalDefence" ? facts.criminalDefenceSince : facts.licensedOn;

/** Whether the person has practised long enough on a day; the anniversary itself counts. Unknown counts as no. */
export const hasPractised = (facts: LawyerFacts, on: Day, parameters: Parameters): boolean => {
  const since = practisedSince(facts, parameters);
  return since !== undefined && plusYears(since, parameters.yearsForLifeDeath) <= on;
};

/** Criminal defence, duty help and representation in compulsory treatment are for lawyers (刑诉法第三十四至三十六条). */
const needsLawyer = (facts: AidFacts): boolean =>
  isNotified(facts) || facts.aidForm === "CRIM_DEFENCE" || facts.aidForm === "DUTY";

const isLawyer = ({ type, licenceNo }: LawyerFacts): boolean =>
  type === "LAWYER" || type === "VOL_LAWYER" || (type === "STAFF" && licenceNo !== undefined);

/** The forms of aid a kind of person may give are a trait of the code list (法律援助法第十二、十六、十七条). */
const mayAct = ({ type }: LawyerFacts, { aidForm }: AidFacts): boolean => {
  if (type === undefined) return false;
  const entry: CodeEntry = PERSONNEL_TYPES[type];
  const forms: unknown = entry.may;
  return aidForm === undefined || !Array.isArray(forms) || forms.includes("ALL") || forms.includes(aidForm);
};

const minorsRule = ({ facts, lawyer, context }: AssignmentScene) => {
  if (!isMinor(facts, context.on) || lawyer.facts.isTrainedForMinors === true) return null;
  return isNotified(facts) ? "block" : "warn";
};

const isUnfit = ({ facts: { status, penaltyUntilOn } }: AssignmentScene["lawyer"], on: Day): boolean =>
  status !== "ACTIVE" || (penaltyUntilOn !== undefined && penaltyUntilOn >= on);

const maxOpenCases = ({ lawyer, context }: AssignmentScene): number =>
  lawyer.facts.maxOpenCases ?? context.parameters.defaultMaxOpenCases;

const prefersWoman = (facts: AidFacts): boolean =>
  sexOfRecipient(facts) === "F" && (facts.isViolentOrSexual === true || facts.matter === "M32_4");

/** Whether the person is fit for this kind of case: qualification, standing, load. */
// biome-ignore format: a table is read by columns
export const FITNESS_ROWS: readonly QualificationRow[] = [
  { id: "Q1", source: [law("LAL", 26), law("PRO", 26)],
    say: { zh: "可能判处无期徒刑、死刑及死刑复核案件，须由具有规定年限以上执业经历的律师担任辩护人", en: "Life, death or death-review cases need a lawyer with the required years of practice" },
    test: ({ facts, lawyer, context }) => (isLifeOrDeath(facts) && !hasPractised(lawyer.facts, context.on, context.parameters) ? "block" : null) },
  { id: "Q2", source: [law("MINOR", 104), law("SPC", 564), law("PRO", 26)],
    say: { zh: "未成年人案件应当指派熟悉未成年人身心特点的律师", en: "A minor's case needs a lawyer familiar with minors" },
    test: minorsRule },
  { id: "Q3", source: [law("CPL", 34), law("LAL", 25), law("LAL", 17, 2)],
    say: { zh: "该类人员不得承办此种形式的援助（刑事辩护、值班只能由律师担任）", en: "This kind of person may not give this form of aid (criminal defence and duty: lawyers only)" },
    test: ({ facts, lawyer }) => ((needsLawyer(facts) && !isLawyer(lawyer.facts)) || !mayAct(lawyer.facts, facts) ? "block" : null) },
  { id: "Q12", source: [law("LAL", 61, 1, 2)],
    say: { zh: "执业状态不正常或者在处罚期内", en: "Not in active standing, or under a penalty" },
    test: ({ lawyer, context }) => (isUnfit(lawyer, context.on) ? "block" : null) },
  { id: "Q13", source: [law("DESIGN")],
    say: { zh: "在办案件已达上限", en: "Open cases have reached the limit" },
    test: (scene) => (scene.lawyer.openCases >= maxOpenCases(scene) ? "warn" : null) },
  { id: "Q14", source: [law("SUB")],
    say: { zh: "本机构工作人员承办不领取办案补贴", en: "Agency staff receive no case subsidy" },
    test: ({ lawyer }) => (lawyer.facts.type === "STAFF" ? "note" : null) },
  { id: "Q15", source: [law("DESIGN")],
    say: { zh: "性侵害、家庭暴力案件的女性受援人宜指派女律师", en: "A woman affected by sexual or domestic violence may prefer a woman lawyer" },
    test: ({ facts, lawyer }) => (prefersWoman(facts) && lawyer.facts.sex !== "F" ? "warn" : null) },
  { id: "Q16", source: [law("DESIGN")],
    say: { zh: "须先完成近年全部当事人的利益冲突检索", en: "The conflict search over all parties of the last years must be made first" },
    test: ({ context }) => (context.isSearched ? null : "block") },
];
