import type { Label } from "../../../shared/dictionary/field.ts";

/** What the ledger page says beside the labels of the dictionary. */
// biome-ignore format: a table is read by columns
export const LEDGER_WORDS = {
  title:     { zh: "经费台账", en: "Fund ledger" },
  note:      { zh: "只增不改：记账、复核两人办理，错误用冲销更正", en: "Entries are added, never changed: two persons enter and post, a mistake is reversed" },
  balances:  { zh: "各项资金余额", en: "Balances" },
  fund:      { zh: "资金来源", en: "Fund" },
  income:    { zh: "收入", en: "Income" },
  spent:     { zh: "支出", en: "Spent" },
  balance:   { zh: "余额", en: "Balance" },
  purpose:   { zh: "约定用途", en: "Agreed purpose" },
  entries:   { zh: "已入账分录", en: "Posted entries" },
  waiting:   { zh: "待复核 {n} 笔", en: "{n} to be posted" },
  earlier:   { zh: "再往前显示 {count} 条（共 {all} 条）", en: "Show {count} earlier ones (of {all})" },
  none:      { zh: "还没有已入账的分录。记账后须由负责人复核入账。", en: "Nothing posted yet. After an entry is made, the head posts it." },
  day:       { zh: "记账日", en: "Day" },
  voucher:   { zh: "凭证号", en: "Voucher" },
  subject:   { zh: "科目", en: "Subject" },
  summary:   { zh: "摘要", en: "Summary" },
  by:        { zh: "记账 / 复核", en: "Entered / posted" },
  reversal:  { zh: "冲销", en: "Reversal" },
  reverse:   { zh: "冲销", en: "Reverse" },
  record:    { zh: "记一笔账", en: "New entry" },
  overdrawn: { zh: "资金已透支：两个工位离线时各自支出，合在一起超过了余额。相关支付已停止，请冲销下列分录或者补足资金。", en: "A fund is overdrawn: two desks spent offline, together more than there was. Payments from it stop; reverse the entries below or add money." },
  isOver:    { zh: "透支", en: "Overdrawn" },
  exportIt:  { zh: "导出审计表（CSV 和校验值）", en: "Export for audit (CSV and checksum)" },
  why:       { zh: "导出用途", en: "Purpose of the export" },
  confirm:   { zh: "导出", en: "Export" },
  exported:  { zh: "已导出到：{path}，旁边是同名 .sha256 校验文件", en: "Exported to {path}, with a .sha256 file beside it" },
} as const satisfies Record<string, Label>;
