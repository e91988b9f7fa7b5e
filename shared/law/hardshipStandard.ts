import type { CodeOf } from "../dictionary/codeList.ts";
import type { CASE_MATTERS } from "../dictionary/codes/caseMatters.ts";
import type { HARDSHIP_METHODS } from "../dictionary/codes/hardshipMethods.ts";
import type { Day } from "../kernel/day.ts";
import type { Fen } from "../kernel/fen.ts";

/**
 * One version of the economic-hardship standard, set and adjusted by the province (法律援助法第三十四条).
 * The ceiling per person and month is `baseMonthlyFen × ratioPercent ÷ 100`.
 */
export type HardshipStandard = {
  readonly method: CodeOf<typeof HARDSHIP_METHODS>;
  readonly baseMonthlyFen: Fen;
  readonly ratioPercent: number;
  readonly basis: "household" | "individual";
  /** Matters in which only the applicant's own income counts, such as maintenance or violence within the household. */
  readonly individualBasisMatters: readonly CodeOf<typeof CASE_MATTERS>[];
  /** Property above which a person must look: the result is then MANUAL. Absent where there is no asset test. */
  readonly assetLimitFen?: Fen;
  readonly docNo: string;
  readonly effectiveFrom: Day;
  /** Last day on which it applies; absent while it is current. */
  readonly effectiveTo?: Day;
};

/** The standard in force on a day: the latest that has begun and has not ended; null when none is loaded. */
export const standardOn = (standards: readonly HardshipStandard[], on: Day): HardshipStandard | null =>
  standards
    .filter(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveFrom <= on && (effectiveTo === undefined || on <= effectiveTo),
    )
    .reduce<HardshipStandard | null>(
      (a, b) => (a === null || b.effectiveFrom > a.effectiveFrom ? b : a),
      null,
    );
