import type { StepTable } from "./stepRule.ts";

const LAL_52 = "《法律援助法》第52条";
const REG_3 = "《法律援助条例》第3条";
const ENTRY = [
  "enteredOn",
  "fiscalYear",
  "fund",
  "subject",
  "flow",
  "amountFen",
  "voucherNo",
  "summary",
  "claimId",
  "donationId",
  "reverses",
  "entererId",
] as const;

/** A subsidy claim: proposed and approved by two persons, paid after the closing file passed (V19). */
// biome-ignore format: a table is read by columns
export const SUBSIDY_STEPS = {
  submitClaim: {
    label: { zh: "提交补贴申领", en: "Submit the claim" }, lane: "subsidy", from: ["", "returned"], to: "submitted", by: ["FINANCE", "CLERK"],
    needs: ["lawyerId", "standardId", "baseFen", "sharePercent", "totalFen"], owns: ["baseFen", "sharePercent", "shareReason", "totalFen", "submittedAt", "proposerId", "fileReviewedAt"],
    copies: { fileReviewedAt: ["fileId", "closingReviewedAt"] }, nowIn: "submittedAt", actorIn: "proposerId", outcome: ["totalFen"], requires: [], checks: ["V03", "V19", "oneClaim"], source: LAL_52,
  },
  returnClaim: {
    label: { zh: "退回补贴申领", en: "Return the claim" }, lane: "subsidy", from: ["submitted"], to: "returned", by: ["HEAD"],
    needs: ["returnReason"], owns: ["returnReason"], outcome: [], requires: [], checks: [], source: LAL_52,
  },
  approveClaim: {
    label: { zh: "批准补贴", en: "Approve the claim" }, lane: "subsidy", from: ["submitted"], to: "approved", by: ["HEAD"],
    needs: [], owns: ["approvedAt", "approverId"], nowIn: "approvedAt", actorIn: "approverId", apart: ["proposerId", "lawyerId"], outcome: [],
    requires: [], checks: ["V03", "V19", "oneClaim"], source: LAL_52,
  },
  payClaim: {
    label: { zh: "支付补贴", en: "Pay" }, lane: "subsidy", from: ["approved"], to: "paid", by: ["FINANCE"],
    needs: ["paidOn", "entryId"], owns: ["paidOn", "entryId"], apart: ["approverId"], outcome: ["entryId"], requires: [], checks: ["V03", "paidByEntry"], source: LAL_52,
  },
  reverseClaim: {
    label: { zh: "冲销补贴", en: "Reverse" }, lane: "subsidy", from: ["paid"], to: "reversed", by: ["HEAD"],
    needs: ["reverseReason"], owns: ["reverseReason"], outcome: [], requires: [], checks: ["moneyBack"], source: LAL_52,
  },
} as const satisfies StepTable;

/** The ledger: entered by one person, posted by another, never changed (V20). */
// biome-ignore format: a table is read by columns
export const FUND_STEPS = {
  enterEntry: {
    label: { zh: "记账", en: "Enter" }, lane: "ledger", from: [""], to: "entered", by: ["FINANCE"],
    needs: ["enteredOn", "fiscalYear", "fund", "subject", "flow", "amountFen", "voucherNo", "summary"], owns: ENTRY, actorIn: "entererId", outcome: ["amountFen"],
    requires: [], checks: ["V03", "fiscalYear", "flowFits", "reversal"], source: REG_3,
  },
  postEntry: {
    label: { zh: "复核入账", en: "Post" }, lane: "ledger", from: ["entered"], to: "posted", by: ["HEAD"],
    needs: [], owns: ["approverId", "postedAt"], nowIn: "postedAt", actorIn: "approverId", apart: ["entererId"], outcome: [],
    requires: [], checks: ["V03", "flowFits", "reversal", "claimUndisputed", "V20"], source: REG_3,
  },
  voidEntry: {
    label: { zh: "作废未入账的分录", en: "Void an entry not posted" }, lane: "ledger", from: ["entered"], to: "void", by: ["HEAD"],
    needs: ["voidReason"], owns: ["voidReason"], outcome: [], requires: [], checks: [], source: REG_3,
  },
} as const satisfies StepTable;

/** A donation: receipt and register, purpose, publication (公益事业捐赠法第十六至二十二条). */
// biome-ignore format: a table is read by columns
export const DONATION_STEPS = {
  registerDonation: {
    label: { zh: "登记捐赠", en: "Register" }, lane: "donation", from: [""], to: "registered", by: ["FINANCE", "HEAD"],
    needs: ["donorName", "acceptedBy", "purpose", "subjects", "receivedOn", "receiptNo"], owns: ["receiptNo", "receivedOn", "amountFen", "purpose", "subjects"], outcome: ["amountFen"],
    requires: [], checks: ["V03"], source: "《公益事业捐赠法》第16条、第18条",
  },
  changePurpose: {
    label: { zh: "经捐赠人同意变更用途", en: "Change the purpose by consent" }, lane: "donation", from: ["registered", "published"], to: "registered", by: ["HEAD"],
    needs: ["purposeConsent", "purpose", "subjects"], owns: ["purposeConsent", "purpose", "subjects"], outcome: ["subjects"], requires: [], checks: [], source: "《公益事业捐赠法》第18条",
  },
  publishDonation: {
    label: { zh: "公开捐赠使用情况", en: "Publish" }, lane: "donation", from: ["registered"], to: "published", by: ["HEAD"],
    needs: ["publishedOn"], owns: ["publishedOn"], outcome: [], requires: [], checks: ["V03"], source: "《公益事业捐赠法》第22条",
  },
} as const satisfies StepTable;
