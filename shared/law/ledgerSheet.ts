import { codeLabel } from "../dictionary/codeList.ts";
import { LEDGER_SUBJECTS } from "../dictionary/codes/ledgerSubjects.ts";
import { FUNDS } from "../dictionary/codes/yearCodes.ts";
import type { FundEntryFacts } from "../dictionary/fund.ts";
import { type Fen, yuanOfFen } from "../kernel/fen.ts";
import { csvText } from "./csv.ts";
import { ledgerLines } from "./ledger.ts";

/** A posted entry as the audit sheet states it; `names` says people and donations instead of ids. */
export type SheetEntry = { readonly id: string; readonly facts: FundEntryFacts };

const HEADS = [
  "分录编号",
  "记账日",
  "年度",
  "凭证号",
  "资金来源",
  "捐赠",
  "科目",
  "摘要",
  "收入（元）",
  "支出（元）",
  "余额（元）",
  "记账人",
  "复核人",
  "复核时间",
  "冲销的分录",
];
const yuan = (fen: number): string => yuanOfFen(fen as Fen).replaceAll(",", "");

type Names = (id: string | undefined) => string;

const rowOf = ({ id, facts }: SheetEntry, balanceFen: number, names: Names): readonly (string | number)[] => {
  const { fund = "", subject = "", flow, amountFen = 0 } = facts;
  return [
    id,
    facts.enteredOn ?? "",
    facts.fiscalYear ?? "",
    facts.voucherNo ?? "",
    codeLabel(FUNDS, fund, "zh"),
    names(facts.donationId),
    codeLabel(LEDGER_SUBJECTS, subject, "zh"),
    facts.summary ?? "",
    flow === "IN" ? yuan(amountFen) : "",
    flow === "OUT" ? yuan(amountFen) : "",
    yuan(balanceFen),
    names(facts.entererId),
    names(facts.approverId),
    (facts.postedAt ?? "").replace("T", " "),
    facts.reverses ?? "",
  ];
};

/**
 * The ledger for an audit: every posted entry in the order of the book, each with the balance of its fund, so that whoever
 * adds up a fund's lines again comes to its last balance. `mark` is the watermark: who, when, why.
 */
export const ledgerSheet = (entries: readonly SheetEntry[], names: Names, mark: string): string => {
  const lines = ledgerLines(entries.map(({ facts }) => facts));
  const rows = entries.map((entry, index) => rowOf(entry, lines[index]?.balanceFen ?? 0, names));
  return csvText([HEADS, ...rows, [mark]]);
};
