import type { PenaltyLeadFacts } from "../dictionary/penaltyLead.ts";
import { FINE_MAX_FEN } from "../law/terminationGuards.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { ARCHIVE_CHECKS } from "./archiveChecks.ts";
import { type Check, refuseIf } from "./check.ts";
import { COMPLAINT_CHECKS } from "./complaintChecks.ts";
import { DUTY_CHECKS } from "./dutyChecks.ts";
import { FUND_CHECKS } from "./fundChecks.ts";
import { OBJECTION_CHECKS } from "./objectionChecks.ts";
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
  fineWithinLimit: ({ after }) => {
    const { fineFen = 0 } = after.facts as PenaltyLeadFacts;
    return refuseIf(fineFen > FINE_MAX_FEN, ["value-invalid", "《法律援助法》第64条", "fineFen"]);
  },
};
