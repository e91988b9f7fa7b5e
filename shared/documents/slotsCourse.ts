import { codeLabel } from "../dictionary/codeList.ts";
import { TERMINATION_REASONS } from "../dictionary/codes/terminationReasons.ts";
import { ADOPTIONS, CLOSING_RESULTS, REPLACEMENT_RESULTS } from "../dictionary/codes/yearCodes.ts";
import { fen, yuanOfFen } from "../kernel/fen.ts";
import { dayOf, type Moment } from "../kernel/instant.ts";
import { isRunning } from "../law/clocksOf.ts";
import { deadline } from "../law/deadlines.ts";
import { law, sourceText } from "../law/sources.ts";
import { dayInText, momentInText } from "./chineseDate.ts";
import { citation } from "./citation.ts";
import { aidFactsOf, type LetterScene, nameOf } from "./letterScene.ts";
import { NOT_STATED, type PrintedRow } from "./printedFact.ts";
import { remedyTextOf } from "./remedy.ts";
import type { SlotTable } from "./slot.ts";

const PENDING = "（待办理）";
const BLANK_DAY = "　　年　　月　　日";

const dayText = (at: Moment | undefined): string => (at === undefined ? BLANK_DAY : dayInText(dayOf(at)));

/** The item of 法律援助法第四十八条第一款 is the last figure of the code. */
const terminationGround = (scene: LetterScene): string | null => {
  const { terminationReason } = aidFactsOf(scene);
  if (terminationReason === undefined) return null;
  const item = Number(terminationReason.slice(-1));
  return `${codeLabel(TERMINATION_REASONS, terminationReason, "zh").replaceAll(",", "，")}（${citation([law("LAL", 48, 1, item)])}）`;
};

const addressees = (scene: LetterScene): string | null => {
  const { noticeOrgan, handlingOrgan } = aidFactsOf(scene);
  const known = [noticeOrgan ?? handlingOrgan, scene.provider?.name].filter((name) => name !== undefined);
  return known.length === 0 ? null : known.join("、");
};

const heardText = (scene: LetterScene): string => {
  const { recipientHeardOn, recipientStatement } = aidFactsOf(scene);
  if (recipientHeardOn === undefined) return "";
  return `本机构于${dayInText(recipientHeardOn)}听取了你的意见。${recipientStatement === undefined ? "" : `你的意见：${recipientStatement}`}`;
};

const addedRemedy = (scene: LetterScene): string => {
  const recorded = aidFactsOf(scene).terminationRemedy;
  return recorded === undefined || recorded === remedyTextOf(scene.bureau, scene.parameters) ? "" : recorded;
};

const reviewText = (scene: LetterScene): string => {
  const { replacementVerified, replacementOpinion } = aidFactsOf(scene);
  if (replacementOpinion === undefined) return PENDING;
  return `${codeLabel(REPLACEMENT_RESULTS, replacementOpinion, "zh")}。\n${replacementVerified ?? ""}`;
};

const approvalText = (scene: LetterScene): string => {
  const { replacementResult, replacementReasonText } = aidFactsOf(scene);
  if (replacementResult === undefined) return PENDING;
  return `${codeLabel(REPLACEMENT_RESULTS, replacementResult, "zh")}。\n${replacementReasonText ?? ""}`;
};

const closingReview = (scene: LetterScene): string => {
  const { closingResult, closingRemarks } = aidFactsOf(scene);
  if (closingResult === undefined) return PENDING;
  return `${codeLabel(CLOSING_RESULTS, closingResult, "zh")}。\n${closingRemarks ?? ""}`;
};

const closingBasis = (scene: LetterScene): string | null => {
  const { resultDocument, resultReceivedOn, terminatedAt } = aidFactsOf(scene);
  if (resultDocument !== undefined)
    return `${resultDocument}${resultReceivedOn === undefined ? "" : `（${dayInText(resultReceivedOn)}收到）`}`;
  return terminatedAt === undefined ? null : `终止法律援助决定书（${dayText(terminatedAt)}）`;
};

const amount = (value: number | undefined): string =>
  value === undefined ? NOT_STATED : `${yuanOfFen(fen(value))}元`;

/** Every clock of the file that still runs, soonest first, then the met ones. */
const clockList = ({ clocks }: LetterScene): readonly PrintedRow[] =>
  clocks
    .toSorted((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || (a.hard < b.hard ? -1 : 1))
    .map((clock, at) => ({
      no: String(at + 1),
      matter: deadline(clock.id).zh,
      start: momentInText(clock.triggerAt),
      target: clock.target === null ? NOT_STATED : momentInText(clock.target),
      due: `${momentInText(clock.hard)}${clock.provisional ? "（暂定）" : ""}`,
      latest: momentInText(clock.legal),
      state: clock.metAt === undefined ? "计算中" : `${momentInText(clock.metAt)}完成`,
      basis: `${sourceText(deadline(clock.id).sources, "zh")}${clock.unverified ? "（未核实）" : ""}`,
    }));

/** Handling, replacement, termination, closing, and the clocks of one file. */
// biome-ignore format: a table is read by columns
export const COURSE_SLOTS = {
  replacedName:    { zh: "被更换人员姓名", en: "Name of the person replaced", of: (scene) => nameOf(scene, aidFactsOf(scene).replacedLawyerId) ?? null },
  replacedUnit:    { zh: "被更换人员所属单位", en: "Unit of the person replaced", of: (scene) => nameOf(scene, scene.related?.replacedLawyerId?.facts.providerId) ?? scene.provider?.name ?? null },
  replacementReviewText: { zh: "更换核实与审核意见", en: "Verification and opinion on replacement", of: reviewText },
  replacementReviewer: { zh: "更换审核人", en: "Replacement reviewed by", of: (scene) => nameOf(scene, aidFactsOf(scene).replacementReviewerId) ?? "" },
  replacementReviewedOn: { zh: "更换审核日期", en: "Day of the review", of: (scene) => dayText(aidFactsOf(scene).replacementReviewedAt) },
  replacementApprovalText: { zh: "更换审批意见", en: "Decision on replacement as the form shows it", of: approvalText },
  replacementApprover: { zh: "更换审批人", en: "Replacement decided by", of: (scene) => nameOf(scene, aidFactsOf(scene).replacementDeciderId) ?? "" },
  replacementDecidedOn: { zh: "更换审批日期", en: "Day of the decision on replacement", of: (scene) => dayText(aidFactsOf(scene).replacementDecidedAt) },
  changesPerson:   { zh: "（条件）原单位更换人员", en: "(condition) the same unit changes the person", of: (scene) => aidFactsOf(scene).replacementResult === "CHANGE_PERSON" },
  changesProvider: { zh: "（条件）原单位不再承办", en: "(condition) the unit no longer acts", of: (scene) => aidFactsOf(scene).replacementResult === "CHANGE_PROVIDER" },
  terminationGround: { zh: "终止情形及依据", en: "Ground of termination with its article", of: terminationGround },
  terminatedOnText: { zh: "终止决定日期", en: "Day of termination", of: (scene) => { const { terminatedAt } = aidFactsOf(scene); return terminatedAt === undefined ? null : dayText(terminatedAt); } },
  terminationAddressees: { zh: "终止公函送达单位", en: "Whom the termination letter goes to", of: addressees },
  wasHeard:        { zh: "（条件）已听取受援人意见", en: "(condition) the recipient was heard", of: (scene) => heardText(scene) !== "" },
  heardText:       { zh: "听取受援人意见的情况", en: "How the recipient was heard", of: heardText },
  hasTerminationRemedy: { zh: "（条件）终止决定另有救济说明", en: "(condition) a remedy in other words against termination", of: (scene) => addedRemedy(scene) !== "" },
  terminationRemedyText: { zh: "终止决定另行载明的救济途径", en: "The remedy against termination as recorded", of: addedRemedy },
  closingBasis:    { zh: "结案依据", en: "What the closing rests on", of: closingBasis },
  claimedText:     { zh: "请求金额（元）", en: "Amount claimed", of: (scene) => amount(aidFactsOf(scene).claimedFen) },
  awardedText:     { zh: "裁判或者调解金额（元）", en: "Amount awarded", of: (scene) => amount(aidFactsOf(scene).awardedFen) },
  recoveredText:   { zh: "取得利益或者挽回损失（元）", en: "Benefit gained or loss averted", of: (scene) => amount(aidFactsOf(scene).recoveredFen) },
  adoptionText:    { zh: "意见采纳情况", en: "Adoption of the opinion", of: (scene) => { const { opinionAdoption } = aidFactsOf(scene); return opinionAdoption === undefined ? NOT_STATED : codeLabel(ADOPTIONS, opinionAdoption, "zh"); } },
  closingReviewText: { zh: "结案审查意见（表）", en: "Review of the closing file", of: closingReview },
  closingReviewer: { zh: "结案审查人姓名", en: "Closing file reviewed by", of: (scene) => nameOf(scene, aidFactsOf(scene).closingReviewerId) ?? "" },
  closingReviewedOn: { zh: "结案审查日期", en: "Day of the review of the closing file", of: (scene) => dayText(aidFactsOf(scene).closingReviewedAt) },
  clockList:       { zh: "期限（逐项）", en: "Deadlines, one by one", columns: ["no", "matter", "start", "target", "due", "latest", "state", "basis"], of: clockList },
} as const satisfies SlotTable;
