import type { AidFacts } from "../dictionary/aidFile.ts";
import type { Label } from "../dictionary/field.ts";
import type { Fen } from "../kernel/fen.ts";
import { fen, sumFen, yuanOfFen } from "../kernel/fen.ts";
import type { HardshipStandard } from "./hardshipStandard.ts";

export type HardshipResult = "PASS" | "FAIL" | "MANUAL";

/** The calculation with its numbers, to be frozen into the decision: later standards must not change it. */
export type Hardship = {
  readonly result: HardshipResult;
  readonly basis: "household" | "individual";
  readonly members: number;
  readonly totalFen: Fen;
  readonly perCapitaFen: Fen;
  readonly ceilingFen: Fen;
  readonly docNo: string;
  /** The working as a person would write it, line by line. */
  readonly working: readonly Label[];
};

type Member = NonNullable<AidFacts["household"]>[number];
type Counted = { readonly basis: "household" | "individual"; readonly rows: readonly Member[] };

/** The applicant's own row: marked as such, the one in their name, or the one without a relation to them. */
const isOwn = ({ personName }: AidFacts, { name, relation }: Member): boolean =>
  relation === undefined || relation === "SELF" || (name !== undefined && name === personName);

const countedRows = (facts: AidFacts, standard: HardshipStandard): Counted => {
  const rows = facts.household ?? [];
  const isIndividual =
    standard.basis === "individual" ||
    (facts.matter !== undefined && standard.individualBasisMatters.includes(facts.matter));
  if (!isIndividual) return { basis: "household", rows };
  return { basis: "individual", rows: rows.filter((row) => isOwn(facts, row)).slice(0, 1) };
};

const manualReason = (facts: AidFacts, standard: HardshipStandard, { rows }: Counted): Label | null => {
  if (rows.length === 0)
    return { zh: "没有可计算的收入记录", en: "There is no income on record to calculate with" };
  if (rows.some(({ incomeFen }) => incomeFen === undefined))
    return { zh: "有成员收入未填写", en: "The income of a member is not entered" };
  if (standard.method === "LOW_INCOME_FAMILY")
    return {
      zh: "按低收入家庭认定标准，须由人员判断",
      en: "By the low-income-family standard: judged by a person",
    };
  if (standard.assetLimitFen !== undefined && (facts.savingsFen ?? 0) > standard.assetLimitFen)
    return { zh: "存款及有价证券超过标准，须由人员判断", en: "Savings exceed the limit: judged by a person" };
  return null;
};

const lines = (
  { basis, members, totalFen, perCapitaFen, ceilingFen }: Omit<Hardship, "working">,
  standard: HardshipStandard,
) => [
  {
    zh: `标准：${yuanOfFen(standard.baseMonthlyFen)}元 × ${standard.ratioPercent}% = ${yuanOfFen(ceilingFen)}元/人·月（${standard.docNo}，自${standard.effectiveFrom}起施行）`,
    en: `Standard: ${yuanOfFen(standard.baseMonthlyFen)} yuan × ${standard.ratioPercent}% = ${yuanOfFen(ceilingFen)} yuan per person and month (${standard.docNo}, from ${standard.effectiveFrom})`,
  },
  {
    zh: `${basis === "individual" ? "按申请人个人收入计算" : "按家庭人均收入计算"}：${yuanOfFen(totalFen)}元 ÷ ${members}人 = ${yuanOfFen(perCapitaFen)}元`,
    en: `${basis === "individual" ? "The applicant's own income" : "Household income per head"}: ${yuanOfFen(totalFen)} yuan ÷ ${members} = ${yuanOfFen(perCapitaFen)} yuan`,
  },
];

/** What the numbers alone say: met when the income per head does not exceed the ceiling; compared without division. */
const compare = (totalFen: Fen, members: number, standard: HardshipStandard): HardshipResult =>
  totalFen * 100 <= standard.baseMonthlyFen * standard.ratioPercent * members ? "PASS" : "FAIL";

const VERDICTS: Readonly<Record<HardshipResult, Label>> = {
  PASS: { zh: "结论：符合经济困难标准", en: "Result: the hardship standard is met" },
  FAIL: { zh: "结论：不符合经济困难标准", en: "Result: the hardship standard is not met" },
  MANUAL: { zh: "结论：由负责人判断", en: "Result: to be judged by the head" },
};

/**
 * Measures the entered income against a standard (法律援助法第三十四条、第四十一条). MANUAL when income is missing or the
 * standard leaves the judgement to a person; it is never guessed.
 */
export const hardshipOf = (facts: AidFacts, standard: HardshipStandard): Hardship => {
  const counted = countedRows(facts, standard);
  const manual = manualReason(facts, standard, counted);
  const members = counted.rows.length;
  const totalFen = sumFen(counted.rows.map(({ incomeFen }) => fen(incomeFen ?? 0)));
  const result = manual === null ? compare(totalFen, members, standard) : "MANUAL";
  const numbers = {
    result,
    basis: counted.basis,
    members,
    totalFen,
    perCapitaFen: fen(members === 0 ? 0 : Math.round(totalFen / members)),
    ceilingFen: fen(Math.floor((standard.baseMonthlyFen * standard.ratioPercent) / 100)),
    docNo: standard.docNo,
  };
  return {
    ...numbers,
    working: [...lines(numbers, standard), ...(manual === null ? [] : [manual]), VERDICTS[result]],
  };
};
