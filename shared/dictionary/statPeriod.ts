import { instant, longText, ref, text, whole } from "./field.ts";

const open = { open: true } as const;
const LAL_58 = "《法律援助法》第58条";

/**
 * 统计期间: the figures of a period as they were submitted. Counts only, no name. Once submitted they never change; later
 * corrections of the records are reported with a later period.
 */
export const STAT_PERIOD = {
  period: text("统计期间", "Period", { max: 8, ...open }),
  table: text("指标表", "Indicator table", { max: 40, ...open }),
  /** JSON of `Frozen` in shared/statistics/submitted.ts. */
  figures: longText("统计数字", "Figures", { max: 120_000, ...open, source: LAL_58 }),
  bookSeq: whole("统计时的总账序号", "Book number when counted", open),
  bookChain: text("统计时的总账链值", "Book chain when counted", { max: 64, ...open }),
  feedN: whole("统计时的本机序号", "Own number when counted", open),
  stateHash: text("统计时的状态校验值", "State hash when counted", { max: 64, ...open }),
  preparedAt: instant("统计时间", "Counted at", open),
  preparerId: ref("统计人", "Counted by"),
  submittedAt: instant("提交时间", "Submitted at", open),
  submitterId: ref("提交人", "Submitted by"),
  returnReason: text("退回理由", "Why returned", { max: 200 }),
} as const;
