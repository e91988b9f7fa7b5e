import { law } from "../law/sources.ts";
import type { CountRow, Indicator, RatioRow } from "./indicator.ts";

const D = law("DESIGN");
const LAL = (article: number) => law("LAL", article);

type Row = Omit<CountRow, "is" | "where" | "adds"> & Partial<Pick<CountRow, "where" | "adds">>;
/** A counted row: no condition and one per record unless it says otherwise. */
export const count = (row: Row): CountRow => ({ is: "count", where: [], adds: "one", ...row });
/** A quotient row. */
export const ratio = (row: Omit<RatioRow, "is">): RatioRow => ({ is: "ratio", ...row });

const CASE = [{ test: "isCase" }] as const;
const GRANTED = { f: "decision", in: ["GRANT"] } as const;
const DENIED = { f: "decision", in: ["DENY"] } as const;
const APPLIED = { test: "isApplication" } as const;

/** R1 to R5: consultations, applications, cases, recipients and outcome [D], after published county figures [V2]. */
// biome-ignore format: a table is read by columns
export const CASE_INDICATORS: readonly Indicator[] = [
  // ── R1 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "consultations", group: "R1", from: "consultation", on: "askedAt", by: "channel", unit: "time", mark: "V2", source: LAL(23),
    label: { zh: "咨询人次（按方式）", en: "Consultations by channel" },
    rule: { zh: "每登记一次咨询计一人次，计入咨询日。", en: "Every consultation counts once, on the day it was asked." } }),
  count({ id: "consultationMatters", group: "R1", from: "consultation", on: "askedAt", by: "matter", unit: "time", mark: "V2", source: LAL(23),
    label: { zh: "咨询人次（按事项）", en: "Consultations by matter" },
    rule: { zh: "同上，按咨询事项分列；未填事项的列为“未填”。", en: "As above, by matter; without one under “not stated”." } }),
  count({ id: "consultationPersons", group: "R1", from: "consultation", on: "askedAt", by: "categories", unit: "time", mark: "V2", source: LAL(23),
    label: { zh: "咨询人次（按人群）", en: "Consultations by category of person" },
    rule: { zh: "同上，按人群类别分列；一人属于几类的，在每一类各计一次，分项之和可以大于总数。", en: "As above, by category; a person of several categories counts under each, so the parts may exceed the total." } }),
  count({ id: "drafts", group: "R1", from: "aidFile", on: "@accepted", where: [{ test: "isDraft" }], unit: "item", mark: "V2", source: LAL(22),
    label: { zh: "代拟法律文书", en: "Documents drafted" },
    rule: { zh: "援助形式为代拟法律文书的事项，计入决定给予之日，不计为案件。", en: "Matters whose form of aid is drafting, on the day aid was granted; they are no cases." } }),
  // ── R2 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "applications", group: "R2", from: "aidFile", on: "receivedAt", where: [APPLIED], by: "source", unit: "case", mark: "V2", source: LAL(43),
    label: { zh: "收到申请（按渠道）", en: "Applications received by source" },
    rule: { zh: "每份法律援助申请计一件，计入收到申请之日；办案机关通知的不计。", en: "Every application counts once, on the day of receipt; organs' notifications do not." } }),
  count({ id: "granted", group: "R2", from: "aidFile", on: "@decided", where: [APPLIED, GRANTED], unit: "case", mark: "V2", source: LAL(43),
    label: { zh: "决定给予", en: "Granted" },
    rule: { zh: "计入决定给予之日；异议后重新决定的，计入重新决定之日。", en: "On the day of the decision; after an ordered correction, on the day of the new one." } }),
  count({ id: "denied", group: "R2", from: "aidFile", on: "@decided", where: [APPLIED, DENIED], by: "denial", unit: "case", mark: "V2", source: LAL(43),
    label: { zh: "决定不予（按理由）", en: "Refused by reason" },
    rule: { zh: "计入决定不予之日；有几项理由的在每项各计一次。视为撤回、撤回、移送的不计为不予。", en: "On the day of the decision; under every reason named. Withdrawn, deemed withdrawn and referred applications are no refusals." } }),
  count({ id: "deemedWithdrawn", group: "R2", from: "aidFile", on: "withdrawnAt", where: [{ lane: "application", in: ["withdrawnDeemed"] }], unit: "case", mark: "V2", source: law("LAL", 43, 2),
    label: { zh: "视为撤回申请", en: "Deemed withdrawn" },
    rule: { zh: "逾期未补充材料、由负责人记录为视为撤回的，计入记录之日。", en: "Materials were not supplied and the head recorded it, on that day." } }),
  count({ id: "withdrawn", group: "R2", from: "aidFile", on: "withdrawnAt", where: [{ lane: "application", in: ["withdrawn"] }], unit: "case", mark: "D", source: D,
    label: { zh: "申请人撤回", en: "Withdrawn by the applicant" },
    rule: { zh: "计入撤回之日。", en: "On the day of withdrawal." } }),
  count({ id: "referred", group: "R2", from: "aidFile", on: "withdrawnAt", where: [{ lane: "application", in: ["referred"] }], unit: "case", mark: "V2", source: LAL(38),
    label: { zh: "移送、转送", en: "Referred to the competent agency" },
    rule: { zh: "计入移送之日。", en: "On the day of referral." } }),
  count({ id: "decided", group: "R2", from: "aidFile", on: "decidedAt", where: [APPLIED], unit: "case", mark: "D", source: LAL(43),
    label: { zh: "作出决定", en: "Decided" },
    rule: { zh: "给予与不予合计，计入首次决定之日。", en: "Grants and refusals together, on the day of the first decision." } }),
  count({ id: "examinationDays", group: "R2", from: "aidFile", on: "decidedAt", where: [APPLIED], adds: "examinationDays", unit: "day", mark: "D", source: LAL(43),
    label: { zh: "审查用时合计", en: "Days of examination, total" },
    rule: { zh: "收到申请之日至首次决定之日的日历天数之和（不扣除补充材料的时间）。", en: "Calendar days from receipt to the first decision, supplement time included." } }),
  ratio({ id: "averageExamination", group: "R2", of: "examinationDays", per: "decided", unit: "day", mark: "D", source: LAL(43),
    label: { zh: "平均审查天数", en: "Average days of examination" },
    rule: { zh: "审查用时合计 ÷ 作出决定件数。", en: "Days of examination divided by decisions." } }),
  count({ id: "within7Days", group: "R2", from: "aidFile", on: "decidedAt", where: [APPLIED, { test: "examinedIn7Days" }], unit: "case", mark: "D", source: law("LAL", 43, 1),
    label: { zh: "七日内作出决定", en: "Decided within seven days" },
    rule: { zh: "在审查期限（不顺延）内作出决定的件数；补充材料期间按参数扣除。", en: "Decided by the hard date of the examination period; supplement time as the parameter says." } }),
  ratio({ id: "within7DaysShare", group: "R2", of: "within7Days", per: "decided", unit: "percent", mark: "D", source: law("LAL", 43, 1),
    label: { zh: "七日内决定率", en: "Share decided within seven days" },
    rule: { zh: "七日内作出决定件数 ÷ 作出决定件数。", en: "Decided within seven days divided by decisions." } }),
  // ── R3 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "accepted", group: "R3", from: "aidFile", on: "@accepted", where: CASE, adds: "cases", by: "aidForm", unit: "case", mark: "V2", source: LAL(22),
    label: { zh: "受理案件（按援助形式）", en: "Cases accepted by form of aid" },
    rule: { zh: "每案在受理期计一次：决定给予、收到并核对机关通知、决定先行提供，取最早的一日。咨询、代拟文书、值班帮助不是案件。群体案件计一件（参数）。", en: "Once, on the earliest of grant, checked notification and emergency aid. Advice, drafting and duty help are no cases. A group case is one case (parameter)." } }),
  count({ id: "acceptedMatters", group: "R3", from: "aidFile", on: "@accepted", where: CASE, adds: "cases", by: "matter", unit: "case", mark: "V2", source: LAL(31),
    label: { zh: "受理案件（按事项）", en: "Cases accepted by matter" },
    rule: { zh: "同上，按申请事项分列。", en: "As above, by matter." } }),
  count({ id: "acceptedStages", group: "R3", from: "aidFile", on: "@accepted", where: CASE, adds: "cases", by: "stage", unit: "case", mark: "V2", source: LAL(22),
    label: { zh: "受理案件（按所处阶段）", en: "Cases accepted by stage" },
    rule: { zh: "同上，按所处阶段分列；一个阶段为一案（参数）。", en: "As above, by stage; one stage is one case (parameter)." } }),
  count({ id: "acceptedOnApplication", group: "R3", from: "aidFile", on: "@accepted", where: [...CASE, APPLIED], adds: "cases", unit: "case", mark: "V2", source: LAL(41),
    label: { zh: "其中：依申请", en: "Of which on application" },
    rule: { zh: "因申请受理的案件，含先行提供。", en: "Cases begun by application, emergency aid included." } }),
  count({ id: "acceptedMandatory", group: "R3", from: "aidFile", on: "@accepted", where: [...CASE, { f: "noticeReceivedAt", known: true }, { test: "isMandatory" }], adds: "cases", unit: "case", mark: "V2", source: LAL(25),
    label: { zh: "其中：应当通知", en: "Of which mandatory notification" },
    rule: { zh: "办案机关依第25条第1款、第28条应当通知的案件。", en: "Notified by organs under articles 25(1) and 28." } }),
  count({ id: "acceptedNotified", group: "R3", from: "aidFile", on: "@accepted", where: [...CASE, { f: "noticeReceivedAt", known: true }], adds: "cases", unit: "case", mark: "V2", source: LAL(36),
    label: { zh: "其中：办案机关通知（合计）", en: "Of which notified by organs" },
    rule: { zh: "应当通知与可以通知合计；可以通知 = 本项减应当通知。", en: "Mandatory and discretionary notifications together." } }),
  count({ id: "acceptedLitigation", group: "R3", from: "aidFile", on: "@accepted", where: [...CASE, { test: "isLitigation" }], adds: "cases", unit: "case", mark: "V2", source: LAL(22),
    label: { zh: "其中：诉讼案件", en: "Of which litigation" },
    rule: { zh: "刑事、民事、行政诉讼和国家赔偿案件。", en: "Criminal, civil and administrative litigation and state compensation." } }),
  ratio({ id: "litigationShare", group: "R3", of: "acceptedLitigation", per: "accepted", unit: "percent", mark: "V2", source: LAL(22),
    label: { zh: "诉讼案件占比", en: "Share of litigation" },
    rule: { zh: "诉讼案件 ÷ 受理案件。", en: "Litigation divided by cases accepted." } }),
  count({ id: "closed", group: "R3", from: "aidFile", on: "@closed", where: CASE, adds: "cases", by: "aidForm", unit: "case", mark: "U", source: LAL(50),
    label: { zh: "办结案件（按援助形式）", en: "Cases closed by form of aid" },
    rule: { zh: "每案在办结期计一次：结案材料已审查，计入承办人员收到结案文书之日，终止的计入终止生效之日（参数可改为审查之日）。跨年案件计入办结年度。", en: "Once, when the closing file was reviewed: on receipt of the closing document, or when termination took effect (by parameter on the review)." } }),
  ratio({ id: "closingRate", group: "R3", of: "closed", per: "accepted", unit: "percent", mark: "V2", source: LAL(50),
    label: { zh: "结案率", en: "Closing rate" },
    rule: { zh: "本期办结案件 ÷ 本期受理案件；含往年受理的办结，可以超过100%。", en: "Cases closed divided by cases accepted in the period; may exceed 100%." } }),
  // ── R4 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "recipients", group: "R4", from: "aidFile", on: "@accepted", where: CASE, adds: "recipients", by: "categories", unit: "person", mark: "V2", source: LAL(42),
    label: { zh: "受援人（按人群）", en: "Recipients by category" },
    rule: { zh: "受理案件的全部受援人（群体案件一案多人），计入受理之日；人数不等于件数。一人属于几类的各计一次，分项之和可以大于总数；共同受援人按主申请人的类别计。", en: "All recipients of the cases accepted; persons are not cases. Several categories count each; further recipients of a group count as the first applicant." } }),
  count({ id: "groupCases", group: "R4", from: "aidFile", on: "@accepted", where: [...CASE, { test: "isGroup" }], unit: "case", mark: "D", source: D,
    label: { zh: "群体案件", en: "Group cases" },
    rule: { zh: "有共同受援人的案件，一案计一件。", en: "Cases with further recipients, one each." } }),
  count({ id: "groupRecipients", group: "R4", from: "aidFile", on: "@accepted", where: [...CASE, { test: "isGroup" }], adds: "recipients", unit: "person", mark: "D", source: D,
    label: { zh: "群体案件受援人", en: "Recipients in group cases" },
    rule: { zh: "群体案件的全部受援人。", en: "All recipients of group cases." } }),
  // ── R5 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "recovered", group: "R5", from: "aidFile", on: "@closed", where: CASE, adds: "recoveredFen", unit: "fen", mark: "V2", source: LAL(50),
    label: { zh: "取得利益或者挽回损失", en: "Benefit gained or loss averted" },
    rule: { zh: "办结案件结案报告载明的金额，计入办结之日。", en: "As the closing reports of cases closed state it." } }),
  count({ id: "closingModes", group: "R5", from: "aidFile", on: "@closed", where: CASE, by: "closingMode", unit: "case", mark: "V2", source: LAL(50),
    label: { zh: "结案方式", en: "Modes of closing" },
    rule: { zh: "办结案件按结案方式分列（含不起诉、调解、终止）。", en: "Cases closed by mode (non-prosecution, mediation, termination among them)." } }),
  count({ id: "fullAward", group: "R5", from: "aidFile", on: "@closed", where: [...CASE, { test: "isFullAward" }], unit: "case", mark: "D", source: D,
    label: { zh: "诉求全部支持", en: "Won in full" },
    rule: { zh: "办结案件中裁判或者调解金额不低于请求金额的。", en: "Awarded no less than claimed." } }),
  count({ id: "partAward", group: "R5", from: "aidFile", on: "@closed", where: [...CASE, { test: "isPartAward" }], unit: "case", mark: "D", source: D,
    label: { zh: "诉求部分支持", en: "Won in part" },
    rule: { zh: "裁判或者调解金额大于零、低于请求金额的。", en: "Awarded something, less than claimed." } }),
  count({ id: "noAward", group: "R5", from: "aidFile", on: "@closed", where: [...CASE, { test: "isNoAward" }], unit: "case", mark: "D", source: D,
    label: { zh: "诉求未获支持", en: "Not won" },
    rule: { zh: "请求金额大于零、裁判金额为零的。", en: "Claimed something, awarded nothing." } }),
  count({ id: "probation", group: "R5", from: "aidFile", on: "@closed", where: [...CASE, { test: "isProbation" }], unit: "case", mark: "V2", source: law("LAL", 50),
    label: { zh: "宣告缓刑", en: "Probation granted" },
    rule: { zh: "办结的刑事案件中，结案时记载宣告缓刑的。不起诉见“结案方式”。", en: "Criminal cases closed in which probation was recorded at closing. Non-prosecution is a mode of closing." } }),
  count({ id: "adoption", group: "R5", from: "aidFile", on: "@closed", where: [...CASE, { f: "opinionAdoption", known: true }], by: "adoption", unit: "case", mark: "V2", source: LAL(50),
    label: { zh: "辩护、代理意见采纳", en: "Opinions and their adoption" },
    rule: { zh: "办结案件中记载了意见采纳情况的，按采纳情况分列。", en: "Cases closed in which adoption was recorded." } }),
];
