import { dayOf } from "../kernel/instant.ts";
import { refuse } from "../kernel/result.ts";
import { daysOf, periodNamed } from "../statistics/period.ts";
import { frozenIn, statPeriodId } from "../statistics/submitted.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine } from "./check.ts";

const RULE = "《法律援助法》第58条";

/** A period is submitted when it is over, once, and with figures that can be read again. */
const periodFits: Check = ({ after, scene }) => {
  const { period: name, figures } = after.facts;
  const period = typeof name === "string" ? periodNamed(name) : undefined;
  if (period === undefined || after.id !== statPeriodId(period))
    return refuse("value-invalid", RULE, "period");
  if (daysOf(period).to >= dayOf(scene.now)) return refuse("in-future", RULE, "period");
  return frozenIn(figures) === undefined ? refuse("value-invalid", RULE, "figures") : fine;
};

/** Checks of the statistics of a period. */
export const STAT_CHECKS = { periodFits } as const satisfies Partial<
  Readonly<Record<RecordCheckName, Check>>
>;
