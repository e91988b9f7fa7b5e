import { TERMINATION_REASONS } from "./codes/terminationReasons.ts";
import { code, day, type FactsOf, fen, instant, longText, ref, text } from "./field.ts";
import { ISSUED_FIELDS } from "./issued.ts";

const LAL_64 = "《法律援助法》第64条";
const open = { open: true } as const;

/** 处罚线索: aid obtained by fraud, pursued by the bureau under penalty procedure and kept outside the case file. */
export const PENALTY_LEAD = {
  fileId: ref("相关卷宗", "Aid file"),
  ground: code(TERMINATION_REASONS)("终止情形", "Ground", { source: "《法律援助法》第48条第1款第1项" }),
  summary: longText("线索摘要", "Summary", { max: 4000 }),
  openedAt: instant("登记时间", "Opened at", open),
  openedBy: ref("登记人", "Opened by"),
  decisionNo: text("决定书文号", "Decision number", { max: 60, ...open, source: LAL_64 }),
  decidedOn: day("决定日", "Decided on", open),
  costFen: fen("责令支付的法律援助费用", "Cost of the aid to be paid", { source: LAL_64 }),
  fineFen: fen("罚款", "Fine", { source: LAL_64 }),
  dropReason: longText("不予处理的理由", "Why it was dropped", { max: 1000 }),
  paidOn: day("缴纳日", "Paid on", open),
  ...ISSUED_FIELDS,
} as const;

/** Everything known about a lead. */
export type PenaltyLeadFacts = FactsOf<typeof PENALTY_LEAD>;
