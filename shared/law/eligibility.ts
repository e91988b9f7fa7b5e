import type { AidFacts } from "../dictionary/aidFile.ts";
import type { CodeOf } from "../dictionary/codeList.ts";
import { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import type { DENIAL_REASONS } from "../dictionary/codes/denialReasons.ts";
import type { Label } from "../dictionary/field.ts";
import type { Day } from "../kernel/day.ts";
import { isNotified } from "./clockConditions.ts";
import type { HardshipResult } from "./hardship.ts";
import { mayApply } from "./mayApply.ts";
import type { Matter, Track } from "./scope.ts";
import { EXEMPTION_MATTERS, MATTER_RULES } from "./scope.ts";
import type { Source } from "./sources.ts";
import { law } from "./sources.ts";

/**
 * What the decision table says. ASSIGN: notified, go to assignment without a decision on eligibility. REFER: another
 * agency is competent. CORRECT: the entry itself must be put right. OPEN: a fact is still missing. MANUAL: the head
 * decides by judgement.
 */
export type Outcome = "ASSIGN" | "GRANT" | "DENY" | "REFER" | "CORRECT" | "OPEN" | "MANUAL";
export type DenialReason = CodeOf<typeof DENIAL_REASONS>;

export type Verdict = {
  readonly outcome: Outcome;
  readonly track?: Track;
  readonly denialReason?: DenialReason;
  /** Dictionary names still needed before the row can answer. */
  readonly missing?: readonly string[];
  readonly reason: Label;
  readonly source: Source;
};

export type Eligibility = Verdict & {
  /** The row of the table that answered, and why the tracks above it did not apply. */
  readonly row: number;
  readonly passedOver: readonly Pick<Verdict, "reason" | "source">[];
};

type Scene = { readonly facts: AidFacts; readonly on: Day };
type Row = {
  readonly row: number;
  readonly source: Source;
  /** The answer, or null: go on to the next row. */
  readonly decide: (scene: Scene, source: Source) => Verdict | null;
  /** Why this row, though it looks applicable, did not answer. */
  readonly passed?: (scene: Scene) => Label | null;
};

const say = (zh: string, en: string): Label => ({ zh, en });
const isMatter = (matter: string | undefined): matter is Matter =>
  matter !== undefined && Object.hasOwn(CASE_MATTERS, matter);
const allows = ({ matter }: AidFacts, track: Track): boolean =>
  isMatter(matter) && MATTER_RULES[matter].tracks.includes(track);
const isFilled = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";

/** At least one evidence item for the exemption, named or among the materials handed in (V06). */
export const hasExemptionEvidence = ({ exemptEvidence, materials = [] }: AidFacts): boolean =>
  isFilled(exemptEvidence) || materials.some(({ kind }) => kind === "EXEMPT");

/** Whether the exemption may be used in the matter of the file (V07: 法律援助法第四十二条第三项). */
export const exemptionFits = ({ exemptCode, matter }: AidFacts): boolean => {
  const only = exemptCode === undefined ? undefined : EXEMPTION_MATTERS[exemptCode];
  return only === undefined || only === matter;
};

type MeansTrack = "T1_VERIFY" | "T2_PLEDGE";

/** The way of verifying that was chosen; where none was, a query already answered decides, else the pledge. */
const meansTrack = ({ track, queryResult }: AidFacts): MeansTrack =>
  track === "T1_VERIFY" || (track === undefined && queryResult !== undefined) ? "T1_VERIFY" : "T2_PLEDGE";

const BASIS = { T1_VERIFY: "queryResult", T2_PLEDGE: "pledgeSignedOn" } as const;

// biome-ignore format: a table is read by columns
const MEANS_VERDICTS: Readonly<Record<HardshipResult, Verdict>> = {
  PASS:   { outcome: "GRANT", source: law("LAL", 41, 2), reason: say("符合经济困难标准", "The hardship standard is met") },
  FAIL:   { outcome: "DENY", denialReason: "DN_MEANS", source: law("LAL", 34), reason: say("不符合经济困难标准", "The hardship standard is not met") },
  MANUAL: { outcome: "MANUAL", source: law("LAL", 41, 2), reason: say("经济困难状况须由负责人判断", "Hardship must be judged by the head") },
};
const isHardshipResult = (text: string): text is HardshipResult => Object.hasOwn(MEANS_VERDICTS, text);

const byMeans = ({ facts }: Scene, source: Source): Verdict => {
  const track = meansTrack(facts);
  const missing = [BASIS[track], "hardshipResult" as const].filter((name) => facts[name] === undefined);
  const { hardshipResult } = facts;
  if (missing.length === 0 && hardshipResult !== undefined)
    return { ...MEANS_VERDICTS[isHardshipResult(hardshipResult) ? hardshipResult : "MANUAL"], track };
  const reason = say(
    "须有诚信承诺或者查询结果，并计算经济困难状况",
    "A pledge or data query and the hardship calculation are still needed",
  );
  return { outcome: "OPEN", track, missing, source, reason };
};

/** The decision table, read top-down; the first row that answers wins. */
// biome-ignore format: a table is read by columns
export const ELIGIBILITY_ROWS: readonly Row[] = [
  { row: 1, source: law("LAL", 36), decide: ({ facts }, source) => (isNotified(facts)
    ? { outcome: "ASSIGN", track: "T5_NOTIFIED", source, reason: say("办案机关通知，直接指派，不审查经济状况", "Notified by an organ: assign, no means test") } : null) },
  { row: 2, source: law("LAL", 40), decide: ({ facts, on }, source) => {
    const may = mayApply(facts, on);
    if (may === null) return { outcome: "OPEN", missing: ["applyingAs"], source, reason: say("须填写申请身份", "In what capacity the person applies is not known") };
    return may ? null : { outcome: "DENY", denialReason: "DN_NOTPARTY", source, reason: say("申请人无代为申请资格；也可以更正申请人", "The person may not apply for another; or correct the applicant") };
  } },
  { row: 3, source: law("LAL", 38), decide: ({ facts }, source) => (facts.competence === "NOT_COMPETENT"
    ? { outcome: "REFER", source, reason: say("不属于本机构管辖，告知有管辖权的机构", "Not competent: tell the person which agency is") } : null) },
  { row: 4, source: law("LAL", 24), decide: ({ facts }, source) => (facts.hasAgentAlready === true
    ? { outcome: "DENY", denialReason: "DN_HASAGENT", source, reason: say("已委托辩护人或者代理人", "Already has a defender or agent") } : null) },
  { row: 5, source: law("LAL", 31), decide: ({ facts }, source) => {
    if (facts.scopeOk === false || (facts.matter !== undefined && !isMatter(facts.matter)))
      return { outcome: "DENY", denialReason: "DN_SCOPE", source, reason: say("申请事项不属于法律援助范围", "The matter is outside the scope of legal aid") };
    if (facts.matter === undefined) return { outcome: "OPEN", missing: ["matter"], source, reason: say("须选择申请事项", "The matter is not chosen") };
    return allows(facts, "T5_NOTIFIED") ? { outcome: "CORRECT", source: law("LAL", 25), reason: say("该事项只能由办案机关通知，请改选刑事辩护（申请）", "This matter comes only by notification; choose defence on application") } : null;
  } },
  { row: 6, source: law("LAL", 69), decide: ({ facts }, source) => (facts.categories?.includes("FOREIGN") === true
    ? { outcome: "MANUAL", source, reason: say("外国人、无国籍人须依我国法律、条约或者对等原则，由负责人决定", "Foreigners and stateless persons: only by law, treaty or reciprocity, decided by the head") } : null) },
  { row: 7, source: law("LAL", 32), decide: ({ facts }, source) => (allows(facts, "T4_NO_COND32")
    ? { outcome: "GRANT", track: "T4_NO_COND32", source, reason: say("不受经济困难条件限制", "No hardship condition") } : null) },
  { row: 8, source: law("LAL", 24), decide: ({ facts }, source) => (allows(facts, "T6_OTHERREASON") && isFilled(facts.otherReason)
    ? { outcome: "MANUAL", track: "T6_OTHERREASON", source, reason: say("因其他原因没有委托辩护人，由负责人审查该原因", "No defender for other reasons: the head examines the reason") } : null) },
  { row: 9, source: law("LAL", 42), decide: ({ facts }, source) => (facts.exemptCode !== undefined && exemptionFits(facts) && hasExemptionEvidence(facts)
    ? { outcome: "GRANT", track: "T3_EXEMPT42", source, reason: say("有材料证明属于免予核查经济困难状况的人员", "Evidence shows an exemption from verification") } : null),
    passed: ({ facts }) => {
      if (facts.exemptCode === undefined) return null;
      if (!exemptionFits(facts)) return say("该免予核查情形不适用于此类事项", "This exemption does not apply to this matter");
      return say("免予核查须有材料证明", "The exemption needs an evidence item");
    } },
  { row: 10, source: law("LAL", 41, 2), decide: byMeans },
];

/**
 * What the law says about an application on a day: outcome, track and reasons. Emergency aid (第四十四条) may be given
 * at any row after 2; it does not change this answer, it only comes first.
 */
export const eligibilityOf = (facts: AidFacts, on: Day): Eligibility => {
  const passedOver: Pick<Verdict, "reason" | "source">[] = [];
  for (const { row, source, decide, passed } of ELIGIBILITY_ROWS) {
    const verdict = decide({ facts, on }, source);
    if (verdict !== null) return { ...verdict, row, passedOver };
    const reason = passed?.({ facts, on }) ?? null;
    if (reason !== null) passedOver.push({ reason, source });
  }
  throw new Error("the eligibility table has no last row");
};
