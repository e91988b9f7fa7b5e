import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { recordClocksOf } from "../../../shared/law/recordClocks.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";
import type { counted } from "../../spec/statistics/county.ts";

/*
 * A second implementation of the indicator table, written as a clerk would recount by hand: for each figure the pile of
 * records, what is taken out of it, and what each of them adds. It shares no code with the first one but the clocks.
 */

/** The law of a count. */
export type Law = ReturnType<typeof counted>["law"];
type Facts = { readonly [f in TextFact]?: string } & { readonly [f in CountFact]?: number } & {
  readonly [f in ListFact]?: readonly string[];
} & {
  readonly coApplicants?: readonly object[];
  readonly isActive?: boolean;
  readonly isProbation?: boolean;
};
type CountFact = "claimedFen" | "awardedFen" | "recoveredFen" | "amountFen" | "totalFen";
type ListFact = "categories" | "denialReasons" | "kinds";
// biome-ignore format: a list of names
type TextFact =
  | "aidForm" | "decision" | "decidedAt" | "redecidedAt" | "emergencyAt" | "noticeReceivedAt"
  | "noticeKind" | "noticeGround" | "noticeOrganType" | "terminationEffectiveOn" | "resultReceivedOn"
  | "closingReviewedAt" | "subject" | "flow" | "fund" | "enteredOn" | "paidOn" | "submittedAt"
  | "askedAt" | "channel" | "matter" | "source" | "receivedAt" | "withdrawnAt" | "proceduralStage"
  | "closingMode" | "opinionAdoption" | "via" | "servedAt" | "pleaSignedAt" | "result" | "mergedInto"
  | "disposition" | "status" | "kind" | "type" | "assignedAt" | "openedAt" | "gradedAt" | "method"
  | "grade";
type Hand = {
  readonly f: Facts;
  readonly s: StatRecord["stages"];
  readonly r: StatRecord;
  readonly law: Law;
};
type Recount = {
  readonly t: string;
  readonly on?: (hand: Hand) => string | undefined;
  readonly just?: (hand: Hand) => boolean;
  readonly each?: (hand: Hand) => number;
  readonly codes?: (hand: Hand) => unknown;
};

const d = (text: unknown): string | undefined => (typeof text === "string" ? text.slice(0, 10) : undefined);
const days = (a: unknown, b: unknown): number => {
  if (typeof a !== "string" || typeof b !== "string") return 0;
  return Math.max(0, Math.round((Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000));
};
const isCase = ({ f }: Hand): boolean => !["CONSULT", "DRAFT", "DUTY"].includes(f.aidForm ?? "");
const accepted = ({ f, s }: Hand): string | undefined => {
  const days: string[] = [];
  const decided = f.redecidedAt ?? f.decidedAt;
  if (f.decision === "GRANT" && decided) days.push(decided);
  if (f.emergencyAt) days.push(f.emergencyAt);
  if (f.noticeReceivedAt && /^(noticeChecked|replied|closed)$/u.test(s.notice ?? ""))
    days.push(f.noticeReceivedAt);
  return d(days.sort()[0]);
};
const closed = ({ f, s }: Hand): string | undefined => {
  if (s.closing !== "passed" && s.closing !== "failed" && s.closing !== "archived") return undefined;
  if (s.termination === "effective" && f.terminationEffectiveOn) return d(f.terminationEffectiveOn);
  return d(f.resultReceivedOn ?? f.closingReviewedAt);
};
const people = ({ f }: Hand): number => 1 + (f.coApplicants?.length ?? 0);
const taken = ({ s }: Hand): boolean => /^(received|opened|passedOn)$/u.test(s.transfer ?? "");
const applied = ({ s }: Hand): boolean => s.application !== undefined;
/** The clocks of one record. */
export const clocks = ({ r, law }: Pick<Hand, "r" | "law">) =>
  r.t === "aidFile"
    ? clocksOf(r.facts as never, law.calendar, law.parameters)
    : recordClocksOf(r.t, r.facts, law);
const isLate = (hand: Hand, id: RegExp): boolean =>
  clocks(hand).some(
    (c) =>
      id.test(c.id) &&
      c.metAt !== undefined &&
      (c.breach === "late_after_hard" || c.breach === "late_after_legal"),
  );
const award = ({ f }: Hand): string => {
  if (!f.claimedFen || f.awardedFen === undefined) return "unknown";
  return f.awardedFen === 0 ? "none" : f.awardedFen < f.claimedFen ? "part" : "full";
};
const file = (rest: Omit<Recount, "t">): Recount => ({ t: "aidFile", ...rest });
/** 《法律援助法》第25条第1款, its seven items. */
const ART_25_1 = ["N25_1", "N25_2", "N25_3", "N25_4", "N25_5", "N25_6", "N25_7"];
const acceptedCases = (rest: Omit<Recount, "t" | "on"> = {}): Recount =>
  file({ on: accepted, ...rest, just: (h) => isCase(h) && (rest.just?.(h) ?? true) });
const closedCases = (rest: Omit<Recount, "t" | "on"> = {}): Recount =>
  file({ on: closed, ...rest, just: (h) => isCase(h) && (rest.just?.(h) ?? true) });
const posted = (isIncome: boolean, by: "fund" | "subject"): Recount => ({
  t: "fundEntry",
  on: ({ f }) => d(f.enteredOn),
  just: ({ f, s }) =>
    s.ledger === "posted" &&
    f.subject !== undefined &&
    /BUDGET|TRANSFER|DONATE|RECOVER/u.test(f.subject) === isIncome,
  each: ({ f }) => ((f.flow === "IN") === isIncome && f.flow !== undefined ? 1 : -1) * (f.amountFen ?? 0),
  codes: ({ f }) => f[by],
});
const paid = (each?: Recount["each"]): Recount => ({
  t: "subsidyClaim",
  on: ({ f }) => d(f.paidOn),
  just: ({ s }) => s.subsidy === "paid",
  ...(each && { each }),
});

export const RECOUNTS: Readonly<Record<string, Recount>> = {
  consultations: { t: "consultation", on: ({ f }) => d(f.askedAt), codes: ({ f }) => f.channel },
  consultationMatters: { t: "consultation", on: ({ f }) => d(f.askedAt), codes: ({ f }) => f.matter },
  consultationPersons: { t: "consultation", on: ({ f }) => d(f.askedAt), codes: ({ f }) => f.categories },
  drafts: file({ on: accepted, just: ({ f }) => f.aidForm === "DRAFT" }),
  applications: file({ on: ({ f }) => d(f.receivedAt), just: applied, codes: ({ f }) => f.source }),
  granted: file({
    on: ({ f }) => d(f.redecidedAt ?? f.decidedAt),
    just: (h) => applied(h) && h.f.decision === "GRANT",
  }),
  denied: file({
    on: ({ f }) => d(f.redecidedAt ?? f.decidedAt),
    just: (h) => applied(h) && h.f.decision === "DENY",
    codes: ({ f }) => f.denialReasons,
  }),
  deemedWithdrawn: file({
    on: ({ f }) => d(f.withdrawnAt),
    just: ({ s }) => s.application === "withdrawnDeemed",
  }),
  withdrawn: file({ on: ({ f }) => d(f.withdrawnAt), just: ({ s }) => s.application === "withdrawn" }),
  referred: file({ on: ({ f }) => d(f.withdrawnAt), just: ({ s }) => s.application === "referred" }),
  decided: file({ on: ({ f }) => d(f.decidedAt), just: applied }),
  examinationDays: file({
    on: ({ f }) => d(f.decidedAt),
    just: applied,
    each: ({ f }) => days(f.decidedAt, f.receivedAt),
  }),
  within7Days: file({
    on: ({ f }) => d(f.decidedAt),
    just: (h) =>
      applied(h) && clocks(h).some((c) => c.id === "EXM-7D" && c.metAt !== undefined && c.breach === "none"),
  }),
  accepted: acceptedCases({ codes: ({ f }) => f.aidForm }),
  acceptedMatters: acceptedCases({ codes: ({ f }) => f.matter }),
  acceptedStages: acceptedCases({ codes: ({ f }) => f.proceduralStage }),
  acceptedOnApplication: acceptedCases({ just: applied }),
  acceptedMandatory: acceptedCases({
    just: ({ f }) =>
      f.noticeReceivedAt !== undefined &&
      (f.noticeKind === "REPRESENTATION" || ART_25_1.includes(f.noticeGround ?? "")),
  }),
  acceptedNotified: acceptedCases({ just: ({ f }) => f.noticeReceivedAt !== undefined }),
  acceptedLitigation: acceptedCases({
    just: ({ f }) =>
      ["CRIM_DEFENCE", "CRIM_AGENCY", "CIVIL_LIT", "ADMIN_LIT", "STATE_COMP"].includes(f.aidForm ?? ""),
  }),
  closed: closedCases({ codes: ({ f }) => f.aidForm }),
  recipients: acceptedCases({ each: people, codes: ({ f }) => f.categories }),
  groupCases: acceptedCases({ just: (h) => people(h) > 1 }),
  groupRecipients: acceptedCases({ just: (h) => people(h) > 1, each: people }),
  recovered: closedCases({ each: ({ f }) => f.recoveredFen ?? 0 }),
  closingModes: closedCases({ codes: ({ f }) => f.closingMode }),
  fullAward: closedCases({ just: (h) => award(h) === "full" }),
  partAward: closedCases({ just: (h) => award(h) === "part" }),
  noAward: closedCases({ just: (h) => award(h) === "none" }),
  probation: closedCases({ just: ({ f }) => f.isProbation === true }),
  adoption: closedCases({
    just: ({ f }) => f.opinionAdoption !== undefined,
    codes: ({ f }) => f.opinionAdoption,
  }),
  notices: file({ on: ({ f }) => d(f.noticeReceivedAt), codes: ({ f }) => f.noticeOrganType }),
  noticesLate: file({
    on: ({ f }) => d(f.noticeReceivedAt),
    just: (h) => isLate(h, /^NTF-ORGAN-3D$/u),
    codes: ({ f }) => f.noticeOrganType,
  }),
  transfers: { t: "transfer", on: ({ f }) => d(f.receivedAt), just: taken, codes: ({ f }) => f.via },
  transfersLate: {
    t: "transfer",
    on: ({ f }) => d(f.receivedAt),
    just: (h) => taken(h) && isLate(h, /^TRF-.*-24H$/u),
    codes: ({ f }) => f.via,
  },
  dutyStages: { t: "dutyService", on: ({ f }) => d(f.servedAt), codes: ({ f }) => f.proceduralStage },
  dutyKinds: { t: "dutyService", on: ({ f }) => d(f.servedAt), codes: ({ f }) => f.kinds },
  pleaPresence: {
    t: "dutyService",
    on: ({ f }) => d(f.servedAt),
    just: ({ f }) => f.pleaSignedAt !== undefined || (f.kinds ?? []).includes("DH_PLEDGE"),
  },
  objections: { t: "objection", on: ({ f }) => d(f.receivedAt) },
  objectionResults: { t: "objection", on: ({ f }) => d(f.decidedAt), codes: ({ f }) => f.result },
  complaints: { t: "complaint", on: ({ f }) => d(f.receivedAt), just: ({ f }) => f.mergedInto === undefined },
  complaintResults: { t: "complaint", on: ({ f }) => d(f.decidedAt), codes: ({ f }) => f.disposition },
  providers: { t: "provider", just: ({ f }) => f.status === "ACTIVE", codes: ({ f }) => f.kind },
  handlers: { t: "lawyer", just: ({ f }) => f.status === "ACTIVE", codes: ({ f }) => f.type },
  staff: { t: "staff", just: ({ f }) => f.isActive === true },
  assignments: file({ on: ({ f }) => d(f.assignedAt) }),
  income: posted(true, "fund"),
  expenditure: posted(false, "subject"),
  claimsPaid: paid(),
  claimsPaidFen: paid(({ f }) => f.totalFen ?? 0),
  payDays: paid(({ f }) => days(f.paidOn, f.submittedAt)),
  reviews: { t: "quality", on: ({ f }) => d(f.openedAt), codes: ({ f }) => f.method },
  grades: { t: "quality", on: ({ f }) => d(f.gradedAt), codes: ({ f }) => f.grade },
};

/** The figure by hand: of one code, or of the whole when `code` is null; register figures when no range is given. */
export const recount = (
  records: readonly StatRecord[],
  {
    row,
    code,
    range,
    law,
  }: { row: Recount; code: string | null; range: { from: string; to: string }; law: Law },
): number => {
  let sum = 0;
  for (const r of records.filter(({ t }) => t === row.t)) {
    const hand: Hand = { r, f: r.facts as Facts, s: r.stages, law };
    if (row.just !== undefined && !row.just(hand)) continue;
    const on = row.on?.(hand);
    if (row.on !== undefined && (on === undefined || on < range.from || on > range.to)) continue;
    const stated = row.codes?.(hand);
    const codes =
      stated === undefined || (Array.isArray(stated) && stated.length === 0) ? [""] : [stated].flat();
    if (code !== null && !codes.includes(code)) continue;
    sum += row.each?.(hand) ?? 1;
  }
  return sum;
};
