import type { FactsOf } from "../dictionary/field.ts";
import type { PenaltyLeadFacts } from "../dictionary/penaltyLead.ts";
import type { NUMBER_VOID } from "../dictionary/system.ts";
import { yearOf } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { FINE_MAX_FEN, opensPenaltyLead } from "../law/terminationGuards.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { ARCHIVE_CHECKS } from "./archiveChecks.ts";
import { type Check, refuseIf } from "./check.ts";
import { COMPLAINT_CHECKS } from "./complaintChecks.ts";
import { DUTY_CHECKS } from "./dutyChecks.ts";
import { FUND_CHECKS } from "./fundChecks.ts";
import { OBJECTION_CHECKS } from "./objectionChecks.ts";
import { SAME_PERSON_CHECKS } from "./samePersonChecks.ts";
import { STAT_CHECKS } from "./statChecks.ts";
import { TRANSFER_CHECKS } from "./transferChecks.ts";

/** Checks of the other kinds of record: what must hold, the refusal, and the rule it rests on. */
// biome-ignore format: a table is read by columns
export const RECORD_CHECKS: Readonly<Record<RecordCheckName, Check>> = {
  ...OBJECTION_CHECKS,
  ...TRANSFER_CHECKS,
  ...DUTY_CHECKS,
  ...COMPLAINT_CHECKS,
  ...FUND_CHECKS,
  ...ARCHIVE_CHECKS,
  ...STAT_CHECKS,
  ...SAME_PERSON_CHECKS,
  voidRange: ({ after, scene }) => {
    const { from = 0, to = 0, year = 0 } = after.facts as FactsOf<typeof NUMBER_VOID>;
    const isWrong = from < 1 || to < from || year > yearOf(dayOf(scene.now));
    return refuseIf(isWrong, ["value-invalid", "内部工作规则（法律未作规定）", "to"]);
  },
  fraudOnly: ({ after }) => {
    const { ground } = after.facts as PenaltyLeadFacts;
    const isFraud = ground !== undefined && opensPenaltyLead({ terminationReason: ground });
    return refuseIf(!isFraud, ["value-invalid", "《法律援助法》第64条", "ground"]);
  },
  fineWithinLimit: ({ after }) => {
    const { fineFen = 0 } = after.facts as PenaltyLeadFacts;
    return refuseIf(fineFen > FINE_MAX_FEN, ["value-invalid", "《法律援助法》第64条", "fineFen"]);
  },
};
