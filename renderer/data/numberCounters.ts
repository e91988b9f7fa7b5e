import type { Mut } from "../../shared/ops/op.ts";
import type { Meta } from "./meta.ts";

/** How counters name a series of one year. */
export const seriesKey = (series: string, year: number): string => `${series}/${year}`;

/** What the numbers of an op do to the counters: the next unused one of each block. Never lowers, so never reuses (I18). */
export const numbersAfter = (
  meta: Pick<Meta, "numbers" | "provisional">,
  muts: readonly Mut[],
): Pick<Meta, "numbers" | "provisional"> => {
  const numbers = { ...meta.numbers };
  const provisional = { ...meta.provisional };
  for (const mut of muts) {
    if (mut.k !== "number") continue;
    const key = seriesKey(mut.series, mut.year);
    if (mut.grant === "") provisional[key] = Math.max(provisional[key] ?? 0, mut.no);
    else numbers[mut.grant] = Math.max(numbers[mut.grant] ?? 0, mut.no + 1);
  }
  return { numbers, provisional };
};
