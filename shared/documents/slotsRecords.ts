import type { AidFacts } from "../dictionary/aidFile.ts";
import type { ArchiveFileFacts } from "../dictionary/archiveFile.ts";
import { codeLabel } from "../dictionary/codeList.ts";
import { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import {
  ADOPTIONS,
  DISPOSITIONS,
  DUTY_CONVERSIONS,
  OBJECTION_TARGETS,
} from "../dictionary/codes/yearCodes.ts";
import type { ComplaintFacts } from "../dictionary/complaint.ts";
import type { DutyServiceFacts } from "../dictionary/duty.ts";
import type { ObjectionFacts } from "../dictionary/objection.ts";
import type { PenaltyLeadFacts } from "../dictionary/penaltyLead.ts";
import { fen } from "../kernel/fen.ts";
import { dayOf } from "../kernel/instant.ts";
import { moneyInText } from "./capitalMoney.ts";
import { dayInText, momentInText } from "./chineseDate.ts";
import { fileFactsOf, type LetterScene, nameOf } from "./letterScene.ts";
import { NOT_STATED } from "./printedFact.ts";
import { suitRemedyOf } from "./remedy.ts";
import type { SlotTable } from "./slot.ts";

/** Reads the letter's own record as one kind; slots of another kind find nothing there and say so. */
const own =
  <F extends object, T>(read: (facts: F, scene: LetterScene) => T) =>
  (scene: LetterScene): T =>
    read(scene.view.facts as unknown as F, scene);

const fileCause = (scene: LetterScene): string | null => {
  const { causeOfAction, suspectedCharge, matter }: AidFacts = fileFactsOf(scene);
  return (
    causeOfAction ?? suspectedCharge ?? (matter === undefined ? null : codeLabel(CASE_MATTERS, matter, "zh"))
  );
};

const fileNumber = (scene: LetterScene): string => {
  const { caseNo, applicationNo, noticeLetterNo } = fileFactsOf(scene);
  return caseNo ?? applicationNo ?? noticeLetterNo ?? NOT_STATED;
};

/** The decision objected to: its kind, and its number where the letter was issued with one. */
const objectedDecision = own<ObjectionFacts, string | null>(({ against }, scene) => {
  if (against === undefined) return null;
  const { numberFZ010, numberFZ018 } = fileFactsOf(scene);
  const number = against === "DENIAL" ? numberFZ010 : numberFZ018;
  return `${codeLabel(OBJECTION_TARGETS, against, "zh")}${number === undefined ? "" : `（${number}）`}`;
});

/** After a correction the agency acts; against the maintained decision the law gives two remedies (第四十九条第三款). */
const objectionRemedy = own<ObjectionFacts, string | null>(({ result }, { bureau }) => {
  if (result === undefined) return null;
  return result === "CORRECTED"
    ? "法律援助机构应当依照本决定及时改正，并将改正情况告知异议人（《中华人民共和国法律援助法》第四十九条第二款）。"
    : suitRemedyOf(bureau);
});

const addedRemedy = own<ObjectionFacts, string>(({ remedyText }, { bureau }) =>
  remedyText === undefined || remedyText === suitRemedyOf(bureau) ? "" : remedyText,
);

const complaintOutcome = own<ComplaintFacts, string | null>(
  ({ disposition, dispositionText, notAcceptedReason }) => {
    if (notAcceptedReason !== undefined) return `决定不予受理。理由：${notAcceptedReason}`;
    if (disposition === undefined) return null;
    return `${codeLabel(DISPOSITIONS, disposition, "zh")}。${dispositionText ?? ""}`;
  },
);

const retention = own<ArchiveFileFacts, string | null>(({ isPermanent, retentionYears, retentionDocNo }) => {
  const period = isPermanent === true ? "永久" : retentionYears === undefined ? null : `${retentionYears}年`;
  return period === null || retentionDocNo === undefined ? null : `${period}（${retentionDocNo}）`;
});

const correctionText = own<ArchiveFileFacts, string>(
  ({ corrections = [] }, scene) =>
    corrections
      .map(
        ({ madeOn, madeBy, content }) =>
          `${madeOn === undefined ? "" : dayInText(madeOn)} ${nameOf(scene, madeBy) ?? ""}：${content ?? ""}`,
      )
      .join("\n") || "无",
);

const adoption = own<DutyServiceFacts, string>(({ opinionText, opinionAdopted, notAdoptedReason }) => {
  if (opinionText === undefined) return NOT_STATED;
  if (opinionAdopted === undefined) return "尚未收到采纳情况";
  return [codeLabel(ADOPTIONS, opinionAdopted, "zh"), notAdoptedReason]
    .filter((part) => part !== undefined)
    .join("。");
});

const plea = own<DutyServiceFacts, string>(({ pleaSignedAt }) =>
  pleaSignedAt === undefined ? "未签署" : `${momentInText(pleaSignedAt)}签署具结书，值班律师在场`,
);

const money = (value: number | undefined): string =>
  value === undefined ? "待核定" : moneyInText(fen(value));

/** Objection, cooperation, duty help, quality, complaint, penalty lead, archive: with the file each belongs to. */
// biome-ignore format: a table is read by columns
export const RECORD_SLOTS = {
  fileCause:       { zh: "相关案件案由", en: "Cause of the case concerned", of: fileCause },
  fileNumber:      { zh: "相关案件编号", en: "Number of the case concerned", of: fileNumber },
  hasFile:         { zh: "（条件）有相关卷宗", en: "(condition) belongs to a file", of: ({ related }) => related?.fileId !== undefined },
  objectedDecision: { zh: "被异议的决定", en: "Decision objected to", of: objectedDecision },
  isMaintained:    { zh: "（条件）维持原决定", en: "(condition) maintained", of: own<ObjectionFacts, boolean>(({ result }) => result === "MAINTAINED") },
  isCorrected:     { zh: "（条件）责令改正", en: "(condition) ordered to correct", of: own<ObjectionFacts, boolean>(({ result }) => result === "CORRECTED") },
  objectionRemedy: { zh: "异议审查决定的救济途径", en: "Remedy against the result of the objection", of: objectionRemedy },
  hasObjectionRemedy: { zh: "（条件）另有救济说明（异议）", en: "(condition) a remedy in other words (objection)", of: own<ObjectionFacts, boolean>((facts, scene) => facts.result === "MAINTAINED" && addedRemedy(scene) !== "") },
  objectionRemedyText: { zh: "另行载明的救济途径（异议）", en: "The remedy as recorded (objection)", of: addedRemedy },
  decidedByName:   { zh: "决定人姓名", en: "Who decided", of: own<ObjectionFacts, string>(({ deciderId }, scene) => nameOf(scene, deciderId) ?? "") },
  decidedDayText:  { zh: "作出决定的日期", en: "Day of the decision", of: own<ObjectionFacts, string | null>(({ decidedAt }) => (decidedAt === undefined ? null : dayInText(dayOf(decidedAt)))) },
  complaintOutcome: { zh: "投诉处理结果", en: "What became of the complaint", of: complaintOutcome },
  adoptionOfOpinion: { zh: "值班律师意见采纳情况", en: "Adoption of the duty lawyer's opinion", of: adoption },
  pleaText:        { zh: "认罪认罚具结书签署情况", en: "Presence at the plea statement", of: plea },
  dutyConversion:  { zh: "法律帮助后续", en: "What the duty help led to", of: own<DutyServiceFacts, string>(({ conversion }) => (conversion === undefined ? NOT_STATED : codeLabel(DUTY_CONVERSIONS, conversion, "zh"))) },
  stationName:     { zh: "值班工作站", en: "Duty station", of: (scene) => nameOf(scene, scene.view.facts.stationId) ?? NOT_STATED },
  handlerText:     { zh: "相关案件承办人员和单位", en: "Handler and unit of the case", of: ({ lawyer, provider }) => [lawyer?.name, provider?.name].filter((part) => part !== undefined).join("，") || NOT_STATED },
  retentionText:   { zh: "保管期限及批准文号", en: "Retention with its approval", of: retention },
  correctionText:  { zh: "更正附页", en: "Appended corrections", of: correctionText },
  costText:        { zh: "责令支付的法律援助费用", en: "Cost to be paid", of: own<PenaltyLeadFacts, string>(({ costFen }) => money(costFen)) },
  fineText:        { zh: "拟处或者已处罚款", en: "Fine", of: own<PenaltyLeadFacts, string>(({ fineFen }) => money(fineFen)) },
} as const satisfies SlotTable;
