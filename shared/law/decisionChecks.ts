import type { AidFacts } from "../dictionary/aidFile.ts";
import { isNotified } from "./clockConditions.ts";
import { exemptionFits, hasExemptionEvidence } from "./eligibility.ts";
import { isWithoutMeansTest } from "./scope.ts";
import { law } from "./sources.ts";
import type { ValidationRow, ValidationScene } from "./validationRow.ts";

const isEmpty = (text: string | undefined): boolean => text === undefined || text.trim() === "";

const refusalIsBare = ({ decision, denialReasons = [], reasonText, remedyText }: AidFacts): boolean =>
  decision === "DENY" && (denialReasons.length === 0 || isEmpty(reasonText) || isEmpty(remedyText));

const refusesOnMeans = (facts: AidFacts): boolean =>
  facts.denialReasons?.includes("DN_MEANS") === true &&
  (isNotified(facts) || (facts.matter !== undefined && isWithoutMeansTest(facts.matter)));

const asksTwice = ({
  facts: { supplementServedOn, supplementNewFacts },
  asksSupplement,
}: ValidationScene): boolean =>
  asksSupplement === true && supplementServedOn !== undefined && isEmpty(supplementNewFacts);

const isBlockedBy = ({ assignment = [] }: ValidationScene, rules: readonly string[]): boolean =>
  assignment.some(({ rule, kind }) => kind === "block" && rules.includes(rule));

/** What is looked at when a file is examined, decided and assigned. */
// biome-ignore format: a table is read by columns
export const DECISION_CHECKS: readonly ValidationRow[] = [
  { id: "V04", severity: "block", source: [law("LAL", 43, 1), law("LAL", 49)], refusal: "reason-required",
    say: { zh: "不予法律援助须载明理由和救济途径", en: "A refusal must state its grounds, its reasons and the remedy" },
    fails: ({ facts }) => refusalIsBare(facts) },
  { id: "V05", severity: "block", source: [law("FRM")], refusal: "same-person",
    say: { zh: "审查人与决定人不得为同一人", en: "The examiner and the person who decides must differ" },
    fails: ({ facts: { examinerId, deciderId } }) => examinerId !== undefined && examinerId === deciderId },
  { id: "V06", severity: "block", source: [law("LAL", 42)], refusal: "evidence-missing",
    say: { zh: "免予核查须有材料证明", en: "The exemption needs an evidence item" },
    fails: ({ facts }) => facts.track === "T3_EXEMPT42" && (facts.exemptCode === undefined || !hasExemptionEvidence(facts)) },
  { id: "V07", severity: "block", source: [law("LAL", 42, 0, 3)], refusal: "matter-mismatch",
    say: { zh: "进城务工人员免核查只适用于支付劳动报酬、工伤赔偿事项", en: "The migrant-worker exemptions hold only for pay and work injury" },
    fails: ({ facts }) => !exemptionFits(facts) },
  { id: "V08", severity: "block", source: [law("LAL", 25), law("LAL", 28), law("LAL", 32)], refusal: "means-test-forbidden",
    say: { zh: "此类事项不得以经济条件为由不予援助", en: "Aid in this matter may not be refused on means" },
    fails: ({ facts }) => refusesOnMeans(facts) },
  { id: "V09", severity: "block", source: [law("LAL", 43, 2)], refusal: "second-notice",
    say: { zh: "补充材料应当一次性告知；再次通知须写明新情况", en: "Materials may be asked for once; a second notice needs new facts" },
    fails: asksTwice },
  { id: "V10", severity: "block", source: [law("LAL", 26)], refusal: "qualification",
    say: { zh: "承办律师执业年限不足", en: "The lawyer has not practised for the required years" },
    fails: (scene) => isBlockedBy(scene, ["Q1"]) },
  { id: "V11", severity: "block", source: [law("CPL", 34), law("LAL", 25)], refusal: "qualification",
    say: { zh: "刑事辩护只能指派律师", en: "Criminal defence may be assigned to a lawyer only" },
    fails: (scene) => isBlockedBy(scene, ["Q3"]) },
  { id: "V12", severity: "block", source: [law("LWY", 39), law("SPC", 43, 2)], refusal: "conflict-of-interest",
    say: { zh: "承办人员存在利益冲突", en: "The person assigned has a conflict of interest" },
    fails: (scene) => isBlockedBy(scene, ["Q4", "Q5", "Q6", "Q7", "Q8", "Q9"]) },
];
