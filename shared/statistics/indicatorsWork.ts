import { law } from "../law/sources.ts";
import type { ClockRow, Indicator } from "./indicator.ts";
import { count, ratio } from "./indicatorsCases.ts";

const D = law("DESIGN");
const LAL = (article: number) => law("LAL", article);
const POSTED = { lane: "ledger", in: ["posted"] } as const;
const ACTIVE = { f: "status", in: ["ACTIVE"] } as const;
/** Received here, and not sent on from here: what another agency confirms is that agency's. */
const TAKEN = { lane: "transfer", in: ["received", "opened", "passedOn"] } as const;
const PAID = { lane: "subsidy", in: ["paid"] } as const;
const INCOME = ["LS_BUDGET", "LS_TRANSFER", "LS_DONATE", "LS_RECOVER"];
const SPENDING = [
  "LS_CASE",
  "LS_DUTY",
  "LS_CONSULT",
  "LS_DRAFT",
  "LS_DIRECT",
  "LS_QC",
  "LS_TRAIN",
  "LS_AWARD",
];
const STANDING = {
  zh: "按统计当日名册，不分期；提交后以提交时的数为准。",
  en: "As the register stands on the day of the count; once submitted, as it stood then.",
};

const clocks = (row: Omit<ClockRow, "is" | "group" | "unit" | "mark" | "source">): ClockRow => ({
  is: "clock",
  group: "R11",
  unit: "item",
  mark: "D",
  source: D,
  ...row,
});

/** R6 to R11: criminal cooperation, complaints, people, money, quality and timeliness [D]. */
// biome-ignore format: a table is read by columns
export const WORK_INDICATORS: readonly Indicator[] = [
  // ── R6 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "notices", group: "R6", from: "aidFile", on: "noticeReceivedAt", by: "noticeOrgan", unit: "item", mark: "V2", source: LAL(36),
    label: { zh: "办案机关来函（按机关）", en: "Organs' letters" },
    rule: { zh: "每份通知辩护、通知代理公函计一件，计入收到之日，含后来撤回或者退回补正的。", en: "Every letter counts on the day of receipt, those later withdrawn or returned included." } }),
  count({ id: "noticesLate", group: "R6", from: "aidFile", on: "noticeReceivedAt", where: [{ test: "noticeLate" }], by: "noticeOrgan", unit: "item", mark: "D", source: LAL(36),
    label: { zh: "其中：逾期通知", en: "Of which late" },
    rule: { zh: "从办案机关发现之日起超过三日（不顺延）才收到的。", en: "Received more than three days after the organ found out." } }),
  count({ id: "transfers", group: "R6", from: "transfer", on: "receivedAt", where: [TAKEN], by: "via", unit: "item", mark: "V2", source: LAL(39),
    label: { zh: "收到转交申请（按转交方）", en: "Applications forwarded" },
    rule: { zh: "计入本机构收到转交之日；由本机构转交出去的不计。", en: "On the day of receipt here; what was sent on from here does not count." } }),
  count({ id: "transfersLate", group: "R6", from: "transfer", on: "receivedAt", where: [TAKEN, { test: "transferLate" }], by: "via", unit: "item", mark: "D", source: LAL(39),
    label: { zh: "其中：逾24小时转交", en: "Of which after 24 hours" },
    rule: { zh: "提出申请到收到超过24小时的。", en: "Received more than 24 hours after the application." } }),
  count({ id: "dutyStages", group: "R6", from: "dutyService", on: "servedAt", by: "stage", unit: "time", mark: "V2", source: LAL(30),
    label: { zh: "值班律师法律帮助（按阶段）", en: "Duty help by stage" },
    rule: { zh: "每登记一次法律帮助计一人次，计入提供之日。", en: "Every help given counts once, on its day." } }),
  count({ id: "dutyKinds", group: "R6", from: "dutyService", on: "servedAt", by: "help", unit: "time", mark: "V2", source: LAL(30),
    label: { zh: "值班律师法律帮助（按内容）", en: "Duty help by kind" },
    rule: { zh: "同上；一次提供几项帮助的各计一次，分项之和可以大于总数。", en: "As above; several kinds count each." } }),
  count({ id: "pleaPresence", group: "R6", from: "dutyService", on: "servedAt", where: [{ test: "atPlea" }], unit: "time", mark: "V2", source: law("CPL", 174),
    label: { zh: "认罪认罚具结在场", en: "Presence at pleas" },
    rule: { zh: "帮助内容含具结书签署在场，或者记载了签署时间的。", en: "Help that names the plea statement or its time." } }),
  // ── R7 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "objections", group: "R7", from: "objection", on: "receivedAt", unit: "case", mark: "V2", source: LAL(49),
    label: { zh: "收到异议", en: "Objections received" },
    rule: { zh: "计入收到异议之日。", en: "On the day of receipt." } }),
  count({ id: "objectionResults", group: "R7", from: "objection", on: "decidedAt", by: "objection", unit: "case", mark: "V2", source: LAL(49),
    label: { zh: "异议审查结论", en: "Objections decided" },
    rule: { zh: "计入审查决定之日，按维持、责令改正分列。", en: "On the day of the decision, maintained or corrected." } }),
  count({ id: "complaints", group: "R7", from: "complaint", on: "receivedAt", where: [{ f: "mergedInto", known: false }], unit: "case", mark: "V2", source: law("CMP"),
    label: { zh: "收到投诉", en: "Complaints received" },
    rule: { zh: "计入收到之日；并案的不重复计。", en: "On the day of receipt; merged ones do not count again." } }),
  count({ id: "complaintResults", group: "R7", from: "complaint", on: "decidedAt", by: "disposition", unit: "case", mark: "V2", source: law("CMP"),
    label: { zh: "投诉处理结果", en: "Complaints decided" },
    rule: { zh: "计入处理决定之日，按处理意见分列。", en: "On the day of the decision, by disposition." } }),
  // ── R8 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "providers", group: "R8", from: "provider", on: "@now", where: [ACTIVE], by: "provider", unit: "item", mark: "V2", source: LAL(16),
    label: { zh: "承办单位（按类别）", en: "Units by kind" }, rule: STANDING }),
  count({ id: "handlers", group: "R8", from: "lawyer", on: "@now", where: [ACTIVE], by: "personnel", unit: "person", mark: "V2", source: LAL(12),
    label: { zh: "承办人员（按类别）", en: "Handlers by kind" }, rule: STANDING }),
  count({ id: "staff", group: "R8", from: "staff", on: "@now", where: [{ f: "isActive", in: ["true"] }], unit: "person", mark: "V2", source: LAL(12),
    label: { zh: "工作人员", en: "Staff" }, rule: STANDING }),
  count({ id: "assignments", group: "R8", from: "aidFile", on: "assignedAt", unit: "case", mark: "D", source: LAL(43),
    label: { zh: "指派案件", en: "Cases assigned" },
    rule: { zh: "计入指派之日；重新指派不重复计。", en: "On the day of the assignment; a new assignment does not count again." } }),
  ratio({ id: "casesPerHandler", group: "R8", of: "assignments", per: "handlers", unit: "quotient", mark: "D", source: D,
    label: { zh: "人均指派案件", en: "Cases per handler" },
    rule: { zh: "指派案件 ÷ 在册承办人员。", en: "Cases assigned divided by handlers on the register." } }),
  // ── R9 ────────────────────────────────────────────────────────────────────────────────────────
  count({ id: "income", group: "R9", from: "fundEntry", on: "enteredOn", where: [POSTED, { f: "subject", in: INCOME }], adds: "netFen", by: "fund", unit: "fen", mark: "V2", source: LAL(4),
    label: { zh: "经费收入（按资金来源）", en: "Income by fund" },
    rule: { zh: "已入账的收入科目，计入记账日；冲销按负数计。", en: "Posted entries of income subjects on their day; reversals take away." } }),
  count({ id: "expenditure", group: "R9", from: "fundEntry", on: "enteredOn", where: [POSTED, { f: "subject", in: SPENDING }], adds: "netFen", by: "subject", unit: "fen", mark: "V2", source: LAL(58),
    label: { zh: "经费支出（按科目）", en: "Expenditure by subject" },
    rule: { zh: "已入账的支出科目，计入记账日；冲销按负数计。", en: "Posted entries of spending subjects on their day; reversals take away." } }),
  count({ id: "claimsPaid", group: "R9", from: "subsidyClaim", on: "paidOn", where: [PAID], unit: "item", mark: "V2", source: LAL(52),
    label: { zh: "支付补贴", en: "Claims paid" },
    rule: { zh: "计入支付日；已冲销的不计。", en: "On the day of payment; reversed claims do not count." } }),
  count({ id: "claimsPaidFen", group: "R9", from: "subsidyClaim", on: "paidOn", where: [PAID], adds: "totalFen", unit: "fen", mark: "V2", source: LAL(52),
    label: { zh: "支付补贴金额", en: "Amount of claims paid" },
    rule: { zh: "同上，合计金额。", en: "As above, the sum." } }),
  ratio({ id: "averageSubsidy", group: "R9", of: "claimsPaidFen", per: "claimsPaid", unit: "fen", mark: "V2", source: LAL(52),
    label: { zh: "平均补贴", en: "Average subsidy" },
    rule: { zh: "支付补贴金额 ÷ 支付补贴笔数。", en: "Amount divided by claims." } }),
  count({ id: "payDays", group: "R9", from: "subsidyClaim", on: "paidOn", where: [PAID], adds: "payDays", unit: "day", mark: "D", source: LAL(52),
    label: { zh: "支付用时合计", en: "Days to pay, total" },
    rule: { zh: "提交申领之日至支付日的天数之和。", en: "Days from submission to payment." } }),
  ratio({ id: "averagePayDays", group: "R9", of: "payDays", per: "claimsPaid", unit: "day", mark: "D", source: LAL(52),
    label: { zh: "平均支付天数", en: "Average days to pay" },
    rule: { zh: "支付用时合计 ÷ 支付补贴笔数。", en: "Days divided by claims." } }),
  // ── R10 ───────────────────────────────────────────────────────────────────────────────────────
  count({ id: "reviews", group: "R10", from: "quality", on: "openedAt", by: "method", unit: "item", mark: "V2", source: LAL(59),
    label: { zh: "质量评查（按方式）", en: "Reviews by method" },
    rule: { zh: "计入开始评查之日。", en: "On the day the review was opened." } }),
  count({ id: "grades", group: "R10", from: "quality", on: "gradedAt", by: "grade", unit: "item", mark: "V2", source: LAL(57),
    label: { zh: "评查等次", en: "Grades" },
    rule: { zh: "计入评定之日。", en: "On the day of grading." } }),
  // ── R11 ───────────────────────────────────────────────────────────────────────────────────────
  clocks({ id: "clocksTarget", party: "own", outcomes: ["target"], label: { zh: "内部目标日前完成", en: "Met by the target" },
    rule: { zh: "每个法定期限计入其期限日（不顺延）所在的期间；在最后一个工作日前完成的。", en: "Each period counts on its hard date; done by the last working day before it." } }),
  clocks({ id: "clocksHard", party: "own", outcomes: ["hard"], label: { zh: "目标日后、期限日前完成", en: "Met by the hard date" },
    rule: { zh: "期限日（不顺延）前完成的。按小时计的期限没有目标日，都列在这里。", en: "Done by the date without roll-over. Hour periods have no target and stand here." } }),
  clocks({ id: "clocksLegal", party: "own", outcomes: ["legal"], label: { zh: "期限日后、法定最晚日前完成", en: "Met by the legal date" },
    rule: { zh: "因末日为休息日顺延、在法定最晚日前完成的。", en: "Done by the date rolled over rest days." } }),
  clocks({ id: "clocksLate", party: "own", outcomes: ["late"], label: { zh: "逾期完成", en: "Met late" },
    rule: { zh: "超过法定最晚日才完成的。", en: "Done after the legal date." } }),
  clocks({ id: "clocksOverdue", party: "own", outcomes: ["overdue"], label: { zh: "逾期未完成", en: "Overdue and open" },
    rule: { zh: "到统计之日期限日已过仍未完成的（中止的不计）。", en: "Not done though the hard date has passed on the day of the count." } }),
  clocks({ id: "clocksAll", party: "own", outcomes: ["target", "hard", "legal", "late", "overdue"], label: { zh: "到期期限合计", en: "All periods due" },
    rule: { zh: "以上五项合计；尚未到期、尚未完成的不计。", en: "The five together; periods still running do not count." } }),
  clocks({ id: "clocksInTime", party: "own", outcomes: ["target", "hard", "legal"], label: { zh: "按期完成合计", en: "Met in time" },
    rule: { zh: "法定最晚日前完成的合计。", en: "Done by the legal date." } }),
  ratio({ id: "inTimeShare", group: "R11", of: "clocksInTime", per: "clocksAll", unit: "percent", mark: "D", source: D,
    label: { zh: "按期率", en: "Share in time" }, rule: { zh: "按期完成合计 ÷ 到期期限合计。", en: "Met in time divided by all due." } }),
  clocks({ id: "organClocks", party: "others", outcomes: ["target", "hard", "legal", "late", "overdue"], label: { zh: "办案机关等到期期限", en: "Periods of organs" },
    rule: { zh: "由办案机关、监管场所、法院等承担的期限，只统计、不影响本机构。", en: "Periods owed by organs, courts and places of custody: counted only." } }),
  clocks({ id: "organBreaches", party: "others", outcomes: ["late", "overdue"], label: { zh: "其中：逾期", en: "Of which late" },
    rule: { zh: "超过法定最晚日完成的，以及期限日已过仍未完成的。", en: "Done after the legal date, or not done though the hard date has passed." } }),
];
