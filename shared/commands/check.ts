import { isDay } from "../kernel/day.ts";
import { dayOf, isInstant } from "../kernel/instant.ts";
import type { RefusalCode } from "../kernel/refusals.ts";
import { done, type Result, refuse } from "../kernel/result.ts";
import type { RecordView } from "../ops/view.ts";
import type { StepRule } from "../workflow/stepRule.ts";
import type { Scene } from "./scene.ts";

/** A step about to be taken: the record before and after it. */
export type Taking = {
  readonly before: RecordView;
  readonly after: RecordView;
  readonly rule: StepRule;
  readonly scene: Scene;
};

/** One named check of the step tables. */
export type Check = (taking: Taking) => Result<unknown>;
/** Why a check refuses: code, article, and the fact or rule it is about. */
export type Grounds = readonly [code: RefusalCode, source: string, detail?: string];

/** Nothing speaks against the step. */
export const fine = done(undefined);

/** The refusal when `isSo`, else nothing. */
export const refuseIf = (isSo: boolean, [code, source, detail]: Grounds): Result<unknown> =>
  isSo ? refuse(code, source, detail) : fine;

/** A moment is later than now; a day is so from the next midnight. */
export const isLater = (moment: unknown, { now }: Scene): boolean =>
  isInstant(moment) ? moment > now : isDay(moment) && moment > dayOf(now);
