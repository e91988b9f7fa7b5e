import { LEDGER_SUBJECTS } from "./codes/ledgerSubjects.ts";
import { PROCEDURAL_STAGES } from "./codes/proceduralStages.ts";
import { FLOWS, FUNDS, SUBSIDY_TYPES, SUBSIDY_UNITS } from "./codes/yearCodes.ts";
import { code, codes, day, type FactsOf, fen, flag, instant, longText, ref, text, whole } from "./field.ts";

const LAL_52 = "《法律援助法》第52条";
const DONATION_LAW = (article: string): string => `《公益事业捐赠法》第${article}`;
const open = { open: true } as const;

/** 补贴标准: set by the province with the finance department; nothing is shipped. */
export const SUBSIDY_STANDARD = {
  name: text("标准名称", "Standard", { max: 80, ...open }),
  type: code(SUBSIDY_TYPES)("类别", "Type", { source: LAL_52 }),
  subtype: text("适用阶段或者事项", "Stage or matter", { max: 80, ...open }),
  unit: code(SUBSIDY_UNITS)("计算单位", "Unit"),
  amountFen: fen("标准金额", "Amount", { ...open, source: LAL_52 }),
  effectiveFromOn: day("生效日", "Effective from", open),
  effectiveToOn: day("失效日", "Effective to", open),
  docNo: text("文号", "Document", { max: 60, ...open }),
} as const;

/** 补贴申领: one per case, stage and person, or per shift; exempt from VAT and income tax (法律援助法第五十二条). */
export const SUBSIDY_CLAIM = {
  fileId: ref("相关卷宗", "Aid file"),
  shiftId: ref("值班班次", "Shift"),
  proceduralStage: code(PROCEDURAL_STAGES)("阶段", "Stage"),
  providerId: ref("收款单位", "Paid to unit"),
  lawyerId: ref("承办人员", "Handler"),
  standardId: ref("补贴标准", "Standard"),
  isPublicServant: flag("具有公职身份", "Has public-servant status"),
  directCostsFen: fen("直接费用", "Direct costs", { source: "司发通〔2019〕27号（转述）" }),
  directCosts: longText("直接费用明细", "Direct costs in detail", { max: 2000 }),
  baseFen: fen("基本劳务费", "Basic fee", { source: LAL_52 }),
  sharePercent: whole("支付比例（%）", "Share (%)", { max: 100 }),
  shareReason: longText("比例说明", "Why the share", { max: 1000 }),
  totalFen: fen("合计", "Total", { source: LAL_52 }),
  submittedAt: instant("提交时间", "Submitted at", open),
  fileReviewedAt: instant("结案材料审查合格时间", "Closing file accepted at", { ...open, source: LAL_52 }),
  proposerId: ref("经办人", "Proposed by"),
  approvedAt: instant("批准时间", "Approved at", open),
  approverId: ref("批准人", "Approved by"),
  returnReason: longText("退回理由", "Why returned", { max: 1000 }),
  paidOn: day("支付日", "Paid on", { ...open, source: LAL_52 }),
  entryId: ref("经费台账", "Ledger entry"),
  reverseReason: longText("冲销原因", "Why reversed", { max: 1000 }),
} as const;

/** 经费台账: entered once, never changed; a mistake is reversed by an entry of its own. */
export const FUND_ENTRY = {
  enteredOn: day("记账日", "Entered on", open),
  fiscalYear: whole("年度", "Fiscal year", { max: 2999, ...open }),
  fund: code(FUNDS)("资金来源", "Fund", { source: "《法律援助条例》第3条" }),
  subject: code(LEDGER_SUBJECTS)("科目", "Subject", { source: "《法律援助条例》第3条" }),
  flow: code(FLOWS)("收支", "Flow"),
  amountFen: fen("金额", "Amount"),
  voucherNo: text("凭证号", "Voucher", { max: 60, ...open }),
  summary: longText("摘要", "Summary", { max: 1000 }),
  claimId: ref("补贴申领", "Claim"),
  donationId: ref("捐赠", "Donation", { source: DONATION_LAW("18条") }),
  reverses: ref("冲销的分录", "Reverses entry"),
  entererId: ref("记账人", "Entered by"),
  approverId: ref("复核人", "Approved by"),
  postedAt: instant("复核时间", "Posted at", open),
  voidReason: longText("作废原因", "Why void", { max: 1000 }),
} as const;

/** 捐赠 (法律援助法第九条; 公益事业捐赠法). Whether a department may itself accept is not known: the body is recorded. */
export const DONATION = {
  donorName: text("捐赠人", "Donor", { max: 80 }),
  donorContact: text("联系方式", "Contact", { max: 80 }),
  acceptedBy: text("受赠单位", "Accepted by", { max: 80, ...open, source: DONATION_LAW("10条") }),
  agreedOn: day("协议签订日", "Agreed on", open),
  purpose: longText("约定用途", "Agreed purpose", { max: 1000, source: DONATION_LAW("18条") }),
  subjects: codes(LEDGER_SUBJECTS)("可用于的科目", "Subjects it may be spent on", {
    source: DONATION_LAW("18条"),
  }),
  amountFen: fen("金额", "Amount"),
  goods: longText("实物", "In kind", { max: 1000 }),
  receivedOn: day("收到日", "Received on", open),
  receiptNo: text("票据号", "Receipt", { max: 60, ...open, source: DONATION_LAW("16条") }),
  purposeConsent: longText("变更用途的同意", "Consent to another purpose", {
    max: 1000,
    source: DONATION_LAW("18条"),
  }),
  publishedOn: day("公开日", "Published on", { ...open, source: DONATION_LAW("22条") }),
} as const;

/** 表彰 (法律援助法第十一条). */
export const COMMENDATION = {
  lawyerId: ref("受表彰人员", "Person"),
  providerId: ref("受表彰单位", "Unit"),
  year: whole("年度", "Year", { max: 2999, ...open }),
  level: text("级别", "Level", { max: 40, ...open }),
  award: text("称号或者奖励", "Award", { max: 80, ...open }),
  basis: longText("事由", "Basis", { max: 1000 }),
  docNo: text("文号", "Document", { max: 60, ...open }),
  awardedOn: day("表彰日", "Awarded on", { ...open, source: "《法律援助法》第11条" }),
} as const;

export type SubsidyStandardFacts = FactsOf<typeof SUBSIDY_STANDARD>;
export type SubsidyClaimFacts = FactsOf<typeof SUBSIDY_CLAIM>;
export type FundEntryFacts = FactsOf<typeof FUND_ENTRY>;
export type DonationFacts = FactsOf<typeof DONATION>;
