import type { CodeOf } from "../dictionary/codeList.ts";
import { codeLabel } from "../dictionary/codeList.ts";
import { DENIAL_REASONS } from "../dictionary/codes/denialReasons.ts";
import { EMERGENCY_GROUNDS } from "../dictionary/codes/emergencyGrounds.ts";
import { MEANS_TEST_EXEMPTIONS } from "../dictionary/codes/meansTestExemptions.ts";
import { MEANS_TEST_TRACKS } from "../dictionary/codes/meansTestTracks.ts";
import { DECISIONS } from "../dictionary/codes/ours.ts";
import { dayOf } from "../kernel/instant.ts";
import { MATTER_RULES } from "../law/scope.ts";
import type { Source } from "../law/sources.ts";
import { law } from "../law/sources.ts";
import { dayInText } from "./chineseDate.ts";
import { citation } from "./citation.ts";
import { aidFactsOf, type LetterScene } from "./letterScene.ts";
import { NOT_STATED, type PrintedRow } from "./printedFact.ts";
import { furtherRemedyOf, remedyTextOf } from "./remedy.ts";
import type { SlotTable } from "./slot.ts";
import { clockIn, dueInText } from "./slotsPerson.ts";

/**
 * The provision a ground of refusal rests on. Grounds that only local rules know, or whose basis was not read, cite
 * nothing of their own: the letter then rests on the reasons in words (法律援助法第四十三条第一款).
 */
// biome-ignore format: a table is read by columns
const DENIAL_BASIS: Readonly<Partial<Record<CodeOf<typeof DENIAL_REASONS>, readonly Source[]>>> = {
  DN_SCOPE:    [law("LAL", 31), law("LAL", 32)],
  DN_MEANS:    [law("LAL", 34), law("LAL", 41)],
  DN_HASAGENT: [law("LAL", 24), law("LAL", 29), law("LAL", 31)],
  DN_NOTPARTY: [law("LAL", 40)],
};

const denialList = (scene: LetterScene): readonly PrintedRow[] | null => {
  const { denialReasons = [] } = aidFactsOf(scene);
  if (denialReasons.length === 0) return null;
  return denialReasons.map((code, at) => {
    const basis = DENIAL_BASIS[code];
    return {
      no: String(at + 1),
      ground: codeLabel(DENIAL_REASONS, code, "zh"),
      basis: basis === undefined ? "" : `（${citation(basis)}）`,
    };
  });
};

/** One row for every line a person typed; leading numbers of their own are dropped, the letter numbers them. */
const listOf = (text: string | undefined): readonly PrintedRow[] | null => {
  const lines = (text ?? "")
    .split("\n")
    .map((line) => line.trim().replace(/^(\d+[.、．]|（[一二三四五六七八九十]+）)\s*/, ""));
  const items = lines.filter((line) => line !== "");
  return items.length === 0 ? null : items.map((item, at) => ({ no: String(at + 1), item }));
};

const isEmergency = (scene: LetterScene): boolean =>
  aidFactsOf(scene).decision !== "GRANT" && aidFactsOf(scene).emergencyAt !== undefined;

/** The provision that orders the decision, and the one that puts the matter within the scope of aid. */
const grantBasis = (scene: LetterScene): string => {
  const { matter } = aidFactsOf(scene);
  return citation([law("LAL", 43, 1), ...(matter === undefined ? [] : [MATTER_RULES[matter].source])]);
};

const emergencyGroundText = (scene: LetterScene): string => {
  const { emergencyGround } = aidFactsOf(scene);
  return emergencyGround === undefined
    ? NOT_STATED
    : codeLabel(EMERGENCY_GROUNDS, emergencyGround, "zh").replaceAll(",", "，");
};

const decidedOnText = (scene: LetterScene): string | null => {
  const { decidedAt, emergencyAt } = aidFactsOf(scene);
  const at = decidedAt ?? emergencyAt;
  return at === undefined ? null : dayInText(dayOf(at));
};

/** A remedy in other words than the standard ones is printed too: what was decided must be what is served. */
const addedRemedy = ({ view, bureau, parameters }: LetterScene): string => {
  const recorded = view.facts.remedyText;
  return typeof recorded === "string" && recorded !== remedyTextOf(bureau, parameters) ? recorded : "";
};

/** A person's reasons as a sentence of the letter, closed by one full stop however they typed it. */
const sentence = (text: string | undefined): string | null => {
  const trimmed = (text ?? "").trim().replace(/[。．.；;，,]+$/u, "");
  return trimmed === "" ? null : `${trimmed}。`;
};

/** What the examination of means rests on, by the track of the file (法律援助法第四十一条、第四十二条). */
const meansText = (scene: LetterScene): string => {
  const { track, hardshipWorking, hardshipResult, exemptCode, exemptEvidence } = aidFactsOf(scene);
  if (track === undefined) return NOT_STATED;
  const label = codeLabel(MEANS_TEST_TRACKS, track, "zh")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replaceAll(",", "，");
  if (track === "T3_EXEMPT42" && exemptCode !== undefined)
    return `${label}：${codeLabel(MEANS_TEST_EXEMPTIONS, exemptCode, "zh")}\n证明材料：${exemptEvidence ?? NOT_STATED}`;
  if (hardshipWorking === undefined) return label;
  return [
    label,
    hardshipWorking,
    hardshipResult === undefined || hardshipWorking.includes("结论") ? "" : `结论：${hardshipResult}`,
  ]
    .filter((line) => line !== "")
    .join("\n");
};

const approvalText = (scene: LetterScene): string => {
  const { decision, reasonText } = aidFactsOf(scene);
  return decision === undefined
    ? "（待审批）"
    : `${codeLabel(DECISIONS, decision, "zh")}。\n${sentence(reasonText) ?? ""}`;
};

const approvedBy = ({ staff, view }: LetterScene): string => {
  const id = view.facts.deciderId;
  return (typeof id === "string" ? staff[id]?.name : undefined) ?? "";
};

/** Supplement, examination, decision and remedy. */
// biome-ignore format: a table is read by columns
export const DECISION_SLOTS = {
  supplementList:  { zh: "需补充的材料（逐项）", en: "Materials to supply, one by one", columns: ["no", "item"], of: (scene) => listOf(aidFactsOf(scene).supplementItems) },
  hasExplain:      { zh: "（条件）需要作出说明", en: "(condition) points to explain", of: (scene) => listOf(aidFactsOf(scene).supplementExplain) !== null },
  explainList:     { zh: "需说明的事项（逐项）", en: "Points to explain, one by one", columns: ["no", "item"], of: (scene) => listOf(aidFactsOf(scene).supplementExplain) ?? [] },
  isEmergency:     { zh: "（条件）先行提供", en: "(condition) emergency aid", of: isEmergency },
  isGranted:       { zh: "（条件）经审查给予", en: "(condition) granted on examination", of: (scene) => !isEmergency(scene) },
  emergencyGroundText: { zh: "先行提供情形", en: "Ground of emergency aid", of: emergencyGroundText },
  grantBasis:      { zh: "给予援助的依据", en: "Provisions on which aid is given", of: grantBasis },
  decidedOnText:   { zh: "决定日期", en: "Day of the decision", of: decidedOnText },
  assignDueText:   { zh: "指派期限", en: "Assignment due by", of: (scene) => dueInText(clockIn(scene, "ASG-GRANTED-3D")) },
  denialList:      { zh: "不予援助的理由（逐项）", en: "Grounds of refusal, one by one", columns: ["no", "ground", "basis"], of: denialList },
  objectionText:   { zh: "异议权、受理机关和期限", en: "Right to object, organ and period", of: ({ bureau, parameters }) => remedyTextOf(bureau, parameters) },
  hasAddedRemedy:  { zh: "（条件）另有救济说明", en: "(condition) a remedy in other words", of: (scene) => addedRemedy(scene) !== "" },
  addedRemedy:     { zh: "另行载明的救济途径", en: "The remedy as recorded", of: addedRemedy },
  hasFurtherRemedy: { zh: "（条件）载明复议机关、法院", en: "(condition) further organs are known", of: ({ bureau }) => furtherRemedyOf(bureau) !== null },
  furtherRemedy:   { zh: "复议机关和法院", en: "Organs of the next remedy", of: ({ bureau }) => furtherRemedyOf(bureau) ?? "" },
  reasonSentence:  { zh: "理由（成句）", en: "Reasons as a sentence", of: (scene) => sentence(aidFactsOf(scene).reasonText) },
  emergencySentence: { zh: "先行提供理由（成句）", en: "Reason for emergency aid as a sentence", of: (scene) => sentence(aidFactsOf(scene).emergencyReason) },
  meansText:       { zh: "经济状况审查", en: "Examination of means", of: meansText },
  approvalText:    { zh: "审批意见", en: "Decision as the form shows it", of: approvalText },
  approvedBy:      { zh: "审批人", en: "Who decided", of: approvedBy },
  approvedOnText:  { zh: "审批日期", en: "When it was decided", of: (scene) => (aidFactsOf(scene).decidedAt === undefined ? "　　年　　月　　日" : decidedOnText(scene)) },
} as const satisfies SlotTable;
