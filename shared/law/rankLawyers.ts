import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import { daysBetween } from "../kernel/day.ts";
import { isMinor, sexOfRecipient } from "./persons.ts";
import { isAssignable, qualificationOf } from "./qualification.ts";
import type { AssignmentContext, AssignmentScene, Candidate, Finding } from "./qualificationRow.ts";

/** One reason for or against a person, in points. */
export type RankReason = { readonly points: number; readonly say: Label };
export type Ranked = {
  readonly lawyerId: string;
  readonly score: number;
  readonly reasons: readonly RankReason[];
  readonly findings: readonly Finding[];
  readonly isBlocked: boolean;
};

/** Days after which somebody's turn has fully come round again (rotation, PRO 25 leaves the weight to the agency). */
const FULL_ROTATION_DAYS = 90;
const MOST = { specialty: 30, load: 30, rotation: 20, language: 10, sex: 10, minors: 10 } as const;

type Rule = { readonly say: Label; readonly points: (scene: AssignmentScene) => number };

const share = (part: number, whole: number): number =>
  Math.min(1, Math.max(0, whole === 0 ? 0 : part / whole));

const loadPoints = ({ lawyer, context }: AssignmentScene): number =>
  Math.round(
    MOST.load *
      (1 - share(lawyer.openCases, lawyer.facts.maxOpenCases ?? context.parameters.defaultMaxOpenCases)),
  );

const rotationPoints = ({ lawyer, context }: AssignmentScene): number => {
  if (lawyer.lastAssignedOn === undefined) return MOST.rotation;
  return Math.round(
    MOST.rotation * share(daysBetween(lawyer.lastAssignedOn, context.on), FULL_ROTATION_DAYS),
  );
};

const speaks = ({ facts, lawyer }: AssignmentScene): boolean =>
  facts.languageNeed !== undefined && lawyer.facts.languages?.includes(facts.languageNeed) === true;

const suitsSex = ({ facts, lawyer }: AssignmentScene): boolean =>
  facts.isViolentOrSexual === true &&
  lawyer.facts.sex !== undefined &&
  lawyer.facts.sex === sexOfRecipient(facts);

/** What makes one fit person the better choice; every point is shown to whoever decides. */
// biome-ignore format: a table is read by columns
const RULES: readonly Rule[] = [
  { say: { zh: "专长相符", en: "Specialty fits" }, points: ({ facts, lawyer }) => (facts.aidForm !== undefined && lawyer.facts.specialties?.includes(facts.aidForm) === true ? MOST.specialty : 0) },
  { say: { zh: "在办案件较少", en: "Few open cases" }, points: loadPoints },
  { say: { zh: "轮换：较久未指派", en: "Rotation: not assigned for long" }, points: rotationPoints },
  { say: { zh: "通晓所需语言或手语", en: "Knows the language needed" }, points: (scene) => (speaks(scene) ? MOST.language : 0) },
  { say: { zh: "与受援人性别相同", en: "Same sex as the recipient" }, points: (scene) => (suitsSex(scene) ? MOST.sex : 0) },
  { say: { zh: "熟悉未成年人身心特点", en: "Familiar with minors" }, points: ({ facts, lawyer, context }) => (isMinor(facts, context.on) && lawyer.facts.isTrainedForMinors === true ? MOST.minors : 0) },
];

const ranked = (scene: AssignmentScene): Ranked => {
  const reasons = RULES.flatMap(({ say, points }) => {
    const given = points(scene);
    return given > 0 ? [{ points: given, say }] : [];
  });
  const findings = qualificationOf(scene);
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  return { lawyerId: scene.lawyer.id, score, reasons, findings, isBlocked: !isAssignable(findings) };
};

const byFitness = (a: Ranked, b: Ranked): number =>
  Number(a.isBlocked) - Number(b.isBlocked) || b.score - a.score || (a.lawyerId < b.lawyerId ? -1 : 1);

/** Everybody on the register for this file, best first and blocked last, each with the reasons (PRO 25). */
export const rankLawyers = (
  facts: AidFacts,
  candidates: readonly Candidate[],
  context: AssignmentContext,
): readonly Ranked[] => candidates.map((lawyer) => ranked({ facts, lawyer, context })).sort(byFitness);
