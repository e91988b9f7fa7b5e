import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Label } from "../../../shared/dictionary/field.ts";
import type { Day } from "../../../shared/kernel/day.ts";
import { ELIGIBILITY_ROWS, type Verdict } from "../../../shared/law/eligibility.ts";
import type { Source } from "../../../shared/law/sources.ts";

/** One row of the decision table as the examiner sees it. `verdict` stands in the one row that answers. */
export type TableRow = {
  readonly row: number;
  readonly name: Label;
  readonly source: Source;
  readonly state: "passes" | "answers" | "notReached";
  readonly verdict?: Verdict;
  /** Why a row that looks applicable did not answer. */
  readonly note?: Label;
};

/** What each row of the table asks, by its number. */
// biome-ignore format: a table is read by columns
const NAMES: Readonly<Record<number, Label>> = {
  1:  { zh: "是否办案机关通知", en: "Notified by an organ?" },
  2:  { zh: "申请人资格", en: "May this person apply?" },
  3:  { zh: "管辖", en: "Competence" },
  4:  { zh: "是否已委托辩护人、代理人", en: "Already has a defender or agent?" },
  5:  { zh: "是否属于援助范围", en: "Within the scope?" },
  6:  { zh: "外国人、无国籍人", en: "Foreigner or stateless person?" },
  7:  { zh: "是否不受经济困难条件限制", en: "No hardship condition?" },
  8:  { zh: "因其他原因没有委托辩护人", en: "No defender for other reasons?" },
  9:  { zh: "是否免予核查经济状况", en: "Exempt from verification?" },
  10: { zh: "经济困难标准", en: "Hardship standard met?" },
};

/** The whole table for one application on a day: what each row said, which one answered, which were not reached. */
export const eligibilityTable = (facts: AidFacts, on: Day): readonly TableRow[] => {
  const answering = ELIGIBILITY_ROWS.findIndex(
    ({ decide, source }) => decide({ facts, on }, source) !== null,
  );
  return ELIGIBILITY_ROWS.map(({ row, source, decide, passed }, index) => {
    const verdict = index === answering ? decide({ facts, on }, source) : null;
    const note = index < answering ? (passed?.({ facts, on }) ?? null) : null;
    return {
      row,
      name: NAMES[row] ?? { zh: String(row), en: String(row) },
      source: verdict?.source ?? source,
      state: index < answering ? "passes" : index === answering ? "answers" : "notReached",
      ...(verdict !== null && { verdict }),
      ...(note !== null && { note }),
    };
  });
};
