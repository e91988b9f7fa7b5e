import type { AidFacts } from "../dictionary/aidFile.ts";
import type { DutyShiftFacts } from "../dictionary/duty.ts";
import type {
  DonationFacts,
  FundEntryFacts,
  SubsidyClaimFacts,
  SubsidyStandardFacts,
} from "../dictionary/fund.ts";
import type { LawyerFacts } from "../dictionary/registers.ts";
import { yearOf } from "../kernel/day.ts";
import { dayOf } from "../kernel/instant.ts";
import { type Result, refuse } from "../kernel/result.ts";
import { balanceOf, claimTotalFen, flowOf, isReversalOf, standardFen } from "../law/ledger.ts";
import type { RecordView } from "../ops/view.ts";
import type { RecordCheckName } from "../workflow/stepRule.ts";
import { type Check, fine, refuseIf, type Taking } from "./check.ts";
import { claimUndisputed, undisputedClaim } from "./claimDisputes.ts";

const LAL_52 = "V19（《法律援助法》第52条）";
const V20 = "V20（《法律援助条例》第3条）";
const V20_DONATION = "V20（《公益事业捐赠法》第18条）";

/** The record that fact `f` names, when it was looked up and is the right one. */
const named = ({ after, scene }: Taking, f: string): RecordView | undefined => {
  const found = scene.law.related?.[f];
  return found !== undefined && found.id === after.facts[f] ? found : undefined;
};

/** What is paid for was done and reviewed: the closing file passed, or the shift was served. */
const isDone = (taking: Taking): boolean => {
  const { fileId, shiftId } = taking.after.facts as SubsidyClaimFacts;
  if (shiftId !== undefined) return named(taking, "shiftId")?.stages.shift === "served";
  const file = fileId === undefined ? undefined : named(taking, "fileId");
  const hasFailed = (file?.facts as AidFacts | undefined)?.closingResult === "FAIL";
  return !hasFailed && ["passed", "archived"].includes(file?.stages.closing ?? "");
};

/** Case standards pay cases; the standards of duty and consultation pay shifts. */
const isOfKind = ({ type }: SubsidyStandardFacts, { shiftId }: SubsidyClaimFacts): boolean =>
  type === undefined || (type === "CASE") === (shiftId === undefined);

/** The most a case pays that ended early: the share the bureau has set, a hundred unless it set another. */
const mostPercent = (taking: Taking): number =>
  named(taking, "fileId")?.stages.termination === "effective"
    ? taking.scene.law.parameters.earlyEndPercent
    : 100;

/** The standard applied on the day the claim was submitted: one that ends before the approval does not undo it. */
const isCurrent = ({ effectiveFromOn, effectiveToOn }: SubsidyStandardFacts, taking: Taking): boolean => {
  const { submittedAt } = taking.after.facts as SubsidyClaimFacts;
  const on = dayOf(submittedAt ?? taking.scene.now);
  return (
    effectiveFromOn !== undefined &&
    effectiveFromOn <= on &&
    (effectiveToOn === undefined || on <= effectiveToOn)
  );
};

/** V19: nothing before the review, nothing above the standard, no basic fee for staff; the sum is the sum. */
const payable: Check = (taking) => {
  const claim = taking.after.facts as SubsidyClaimFacts;
  const standard = named(taking, "standardId")?.facts as SubsidyStandardFacts | undefined;
  const lawyer = named(taking, "lawyerId")?.facts as LawyerFacts | undefined;
  if (standard === undefined || lawyer === undefined)
    return refuse("not-found", LAL_52, standard === undefined ? "standardId" : "lawyerId");
  if (!isDone(taking))
    return refuse("stage-forbids", LAL_52, claim.shiftId === undefined ? "fileId" : "shiftId");
  const { halfDays = 0 } = (named(taking, "shiftId")?.facts ?? {}) as DutyShiftFacts;
  const isUnpaid = lawyer.type === "STAFF" || claim.isPublicServant === true;
  const most = isUnpaid ? 0 : standardFen(standard, halfDays);
  if (!isCurrent(standard, taking) || !isOfKind(standard, claim))
    return refuse("value-invalid", LAL_52, "standardId");
  if ((claim.baseFen ?? 0) > most) return refuse("value-invalid", LAL_52, "baseFen");
  if ((claim.sharePercent ?? 100) > mostPercent(taking))
    return refuse("value-invalid", LAL_52, "sharePercent");
  if (claim.sharePercent !== 100 && !claim.shareReason)
    return refuse("reason-required", LAL_52, "shareReason");
  return refuseIf(claim.totalFen !== claimTotalFen(claim), ["value-invalid", LAL_52, "totalFen"]);
};

/** One claim per case, stage and person, and per shift. */
const oneClaim: Check = ({ after, scene }) => {
  if (scene.law.peers === undefined) return refuse("not-found", LAL_52, "lawyerId");
  const own = after.facts as SubsidyClaimFacts;
  const isSame = (other: SubsidyClaimFacts): boolean =>
    own.shiftId !== undefined
      ? other.shiftId === own.shiftId
      : other.fileId === own.fileId &&
        other.proceduralStage === own.proceduralStage &&
        other.lawyerId === own.lawyerId;
  const twice = scene.law.peers.some(
    ({ t, id, facts, stages }) =>
      t === "subsidyClaim" &&
      id !== after.id &&
      stages.subsidy !== undefined &&
      stages.subsidy !== "reversed" &&
      isSame(facts as SubsidyClaimFacts),
  );
  return refuseIf(twice, ["already-done", LAL_52, "lawyerId"]);
};

const postedAmong = (peers: readonly RecordView[]): readonly FundEntryFacts[] =>
  peers
    .filter(({ t, stages }) => t === "fundEntry" && stages.ledger === "posted")
    .map(({ facts }) => facts as FundEntryFacts);

/** Nothing is paid out of a fund or donation that two desks have overdrawn together, until that is put right. */
const paidFrom = ({ scene }: Taking, { fund, donationId }: FundEntryFacts): Result<unknown> => {
  if (scene.law.peers === undefined) return refuse("not-found", V20, "entryId");
  const posted = postedAmong(scene.law.peers);
  const isShort =
    balanceOf(posted, fund) < 0 || (donationId !== undefined && balanceOf(posted, fund, donationId) < 0);
  return refuseIf(isShort, ["overdrawn", V20, "entryId"]);
};

const isTakenBack = ({ scene }: Taking, entryId: string): boolean =>
  postedAmong(scene.law.peers ?? []).some(({ reverses }) => reverses === entryId);

/** A claim is paid by exactly its own posted entry, and not while it is in dispute. */
const paidByEntry: Check = (taking) => {
  const disputed = undisputedClaim(taking);
  if (!disputed.ok) return disputed;
  const entry = named(taking, "entryId");
  const { claimId, amountFen, flow } = (entry?.facts ?? {}) as FundEntryFacts;
  const { totalFen } = taking.after.facts as SubsidyClaimFacts;
  const isOurs = claimId === taking.after.id && amountFen === totalFen && flow === "OUT";
  if (!isOurs || entry?.stages.ledger !== "posted") return refuse("value-invalid", LAL_52, "entryId");
  if (isTakenBack(taking, entry.id)) return refuse("value-invalid", LAL_52, "entryId");
  return paidFrom(taking, entry.facts as FundEntryFacts);
};

/** A paid claim is reversed when its money is back: the entry that paid it was itself taken back, and posted. */
const moneyBack: Check = ({ before, scene }) => {
  if (scene.law.peers === undefined) return refuse("not-found", LAL_52, "entryId");
  const { entryId } = before.facts as SubsidyClaimFacts;
  const isBack = postedAmong(scene.law.peers).some(({ reverses }) => reverses === entryId);
  return refuseIf(!isBack, ["stage-forbids", LAL_52, "entryId"]);
};

/** Income subjects come in and expenditure goes out; only a reversal runs the other way. */
const flowFits: Check = ({ after }) => {
  const { subject, flow, reverses, fund, donationId, amountFen = 0 } = after.facts as FundEntryFacts;
  if (amountFen === 0) return refuse("value-invalid", V20, "amountFen");
  if ((fund === "DONATION") !== (donationId !== undefined))
    return refuse("value-invalid", V20_DONATION, "donationId");
  return refuseIf((flow === flowOf(subject)) === (reverses !== undefined), ["value-invalid", V20, "flow"]);
};

/** The year of the ledger is the calendar year of the day of entry: budgets run from January to December. */
const fiscalYear: Check = ({ after }) => {
  const { fiscalYear: year, enteredOn } = after.facts as FundEntryFacts;
  const isOther = enteredOn !== undefined && year !== yearOf(enteredOn);
  return refuseIf(isOther, ["value-invalid", V20, "fiscalYear"]);
};

/** A correction takes exactly one posted entry back, and no entry is taken back twice. */
const reversal: Check = (taking) => {
  const { after, scene } = taking;
  const entry = after.facts as FundEntryFacts;
  if (entry.reverses === undefined) return fine;
  const original = named(taking, "reverses");
  if (original === undefined || scene.law.peers === undefined) return refuse("not-found", V20, "reverses");
  const isTaken = scene.law.peers.some(
    ({ id, facts, stages }) =>
      id !== after.id &&
      facts.reverses === entry.reverses &&
      ["entered", "posted"].includes(stages.ledger ?? ""),
  );
  if (isTaken) return refuse("already-done", V20, "reverses");
  const isFair = original.stages.ledger === "posted" && isReversalOf(entry, original.facts as FundEntryFacts);
  return refuseIf(!isFair, ["value-invalid", V20, "reverses"]);
};

/** Whether a donation may be spent on this subject (公益事业捐赠法第十八条). */
const withinPurpose = (taking: Taking): Result<unknown> => {
  const { subject, reverses } = taking.after.facts as FundEntryFacts;
  const donation = named(taking, "donationId");
  if (donation === undefined) return refuse("not-found", V20_DONATION, "donationId");
  const { subjects = [] } = donation.facts as DonationFacts;
  const isBound = reverses === undefined && subject !== undefined && !subjects.includes(subject);
  return refuseIf(isBound, ["value-invalid", V20_DONATION, "subject"]);
};

/** V20: no fund, and no single donation, ever falls below zero; donated money keeps its purpose. */
const covered: Check = (taking) => {
  const { after, scene } = taking;
  const entry = after.facts as FundEntryFacts;
  if (scene.law.peers === undefined) return refuse("not-found", V20, "fund");
  const posted = postedAmong(scene.law.peers.filter(({ id }) => id !== after.id));
  if (balanceOf([...posted, entry], entry.fund) < 0) return refuse("value-invalid", V20, "amountFen");
  if (entry.donationId === undefined || entry.flow === "IN") return fine;
  if (balanceOf([...posted, entry], entry.fund, entry.donationId) < 0)
    return refuse("value-invalid", V20_DONATION, "amountFen");
  return withinPurpose(taking);
};

/** Checks of claims and of the ledger. */
export const FUND_CHECKS = {
  V19: payable,
  oneClaim,
  paidByEntry,
  moneyBack,
  claimUndisputed,
  flowFits,
  fiscalYear,
  reversal,
  V20: covered,
} as const satisfies Partial<Readonly<Record<RecordCheckName, Check>>>;
