import type { DutyServiceFacts, DutyShiftFacts } from "../dictionary/duty.ts";
import { refuse } from "../kernel/result.ts";
import { dutyWarnings } from "../law/dutyWarnings.ts";
import { sourceText } from "../law/sources.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf } from "./check.ts";

/** A shift ends after it begins, and so does the presence at it. */
const shiftHours: Check = ({ after }) => {
  const { startsAt = "", endsAt = "", checkInAt = "", checkOutAt } = after.facts as DutyShiftFacts;
  if (endsAt <= startsAt)
    return refuse("value-invalid", "《法律援助值班律师工作办法》（条号未核实）", "endsAt");
  return refuseIf(checkOutAt !== undefined && checkOutAt <= checkInAt, [
    "value-invalid",
    "《法律援助值班律师工作办法》（条号未核实）",
    "checkOutAt",
  ]);
};

/** V15 and V16 are answered in writing. */
const answered: Check = ({ after }) => {
  const facts = after.facts as DutyServiceFacts;
  const [warning] = dutyWarnings(facts);
  if (warning === undefined || facts.warningsAnswer) return fine;
  return refuse("reason-required", `${warning.id}（${sourceText(warning.source)}）`, "warningsAnswer");
};

/** The procuratorate says why it did not follow the opinion; where it has not, that is written down (规则第二百六十九条). */
const adoptionExplained: Check = ({ after }) => {
  const { opinionAdopted, notAdoptedReason, warningsAnswer } = after.facts as DutyServiceFacts;
  const isOpen = opinionAdopted === "NO" || opinionAdopted === "PARTLY";
  const isSaid = Boolean(notAdoptedReason) || Boolean(warningsAnswer);
  return refuseIf(isOpen && !isSaid, [
    "reason-required",
    "《人民检察院刑事诉讼规则》第269条",
    "notAdoptedReason",
  ]);
};

/** An application forwarded by the duty lawyer is a record of its own (法律援助法第三十九条第二款). */
const forwarded: Check = ({ after }) => {
  const { conversion, transferId } = after.facts as DutyServiceFacts;
  const isMissing = conversion === "FORWARDED" && transferId === undefined;
  return refuseIf(isMissing, ["facts-missing", "《法律援助法》第39条第2款", "transferId"]);
};

/** Checks of duty help. */
export const DUTY_CHECKS = {
  shiftHours,
  dutyWarnings: answered,
  forwarded,
  adoptionExplained,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
