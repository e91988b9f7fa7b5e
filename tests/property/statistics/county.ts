import fc from "fast-check";
import { AID_FORMS } from "../../../shared/dictionary/codes/aidForms.ts";
import { APPLICANT_CATEGORIES } from "../../../shared/dictionary/codes/applicantCategories.ts";
import { CASE_MATTERS } from "../../../shared/dictionary/codes/caseMatters.ts";
import { CASE_SOURCES } from "../../../shared/dictionary/codes/caseSources.ts";
import { CLOSING_MODES } from "../../../shared/dictionary/codes/closingModes.ts";
import { DENIAL_REASONS } from "../../../shared/dictionary/codes/denialReasons.ts";
import { DUTY_HELP_KINDS } from "../../../shared/dictionary/codes/dutyHelpKinds.ts";
import { LEDGER_SUBJECTS } from "../../../shared/dictionary/codes/ledgerSubjects.ts";
import { ORGAN_TYPES } from "../../../shared/dictionary/codes/organTypes.ts";
import { CHANNELS, PROVIDER_KINDS } from "../../../shared/dictionary/codes/ours.ts";
import { PERSONNEL_TYPES } from "../../../shared/dictionary/codes/personnelTypes.ts";
import { PROCEDURAL_STAGES } from "../../../shared/dictionary/codes/proceduralStages.ts";
import { QUALITY_GRADES } from "../../../shared/dictionary/codes/qualityGrades.ts";
import { QUALITY_METHODS } from "../../../shared/dictionary/codes/qualityMethods.ts";
import {
  ADOPTIONS,
  DISPOSITIONS,
  FUNDS,
  OBJECTION_RESULTS,
  TRANSFER_VIAS,
} from "../../../shared/dictionary/codes/yearCodes.ts";
import { day, plusDays } from "../../../shared/kernel/day.ts";
import type { StatRecord } from "../../../shared/statistics/statRecord.ts";

const START = day("2024-12-20");
/** Two years and a little: the period, the year so far and the same period last year all have some. */
const DAYS = 780;

const pick = <T extends object>(list: T) => fc.constantFrom(...Object.keys(list));
const some = <T extends object>(list: T) => fc.subarray(Object.keys(list), { maxLength: 3 });
const aDay = fc.nat(DAYS).map((count) => plusDays(START, count) as string);
const aMinute = fc.tuple(aDay, fc.constantFrom("08:30", "12:00", "17:45")).map(([on, at]) => `${on}T${at}`);
const maybe = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined, freq: 3 });
const fen = fc.nat(50_000_000);

const AID_FILE = {
  origin: maybe(fc.constantFrom("APPLICATION", "NOTIFICATION")),
  aidForm: maybe(pick(AID_FORMS)),
  matter: maybe(pick(CASE_MATTERS)),
  source: maybe(pick(CASE_SOURCES)),
  proceduralStage: maybe(pick(PROCEDURAL_STAGES)),
  categories: maybe(some(APPLICANT_CATEGORIES)),
  coApplicants: maybe(fc.array(fc.constant({ name: "某" }), { maxLength: 4 })),
  receivedAt: maybe(aMinute),
  decidedAt: maybe(aMinute),
  redecidedAt: fc.option(aMinute, { nil: undefined, freq: 1 }),
  decision: maybe(fc.constantFrom("GRANT", "DENY")),
  denialReasons: maybe(some(DENIAL_REASONS)),
  withdrawnAt: fc.option(aMinute, { nil: undefined, freq: 1 }),
  emergencyAt: fc.option(aMinute, { nil: undefined, freq: 1 }),
  noticeReceivedAt: fc.option(aMinute, { nil: undefined, freq: 1 }),
  organDiscoveredOn: maybe(aDay),
  noticeOrganType: maybe(pick(ORGAN_TYPES)),
  noticeKind: maybe(fc.constantFrom("DEFENCE", "REPRESENTATION")),
  noticeGround: maybe(fc.constantFrom("N25_1", "N25_4", "N25_7", "N25P2", "N48_1")),
  supplementServedOn: fc.option(aDay, { nil: undefined, freq: 1 }),
  supplementInOn: maybe(aDay),
  assignedAt: maybe(aMinute),
  agreementSignedOn: maybe(aDay),
  resultReceivedOn: maybe(aDay),
  closingFiledOn: maybe(aDay),
  closingReviewedAt: maybe(aMinute),
  terminationEffectiveOn: fc.option(aDay, { nil: undefined, freq: 1 }),
  closingMode: maybe(pick(CLOSING_MODES)),
  claimedFen: maybe(fen),
  awardedFen: maybe(fc.oneof(fen, fc.constant(0))),
  recoveredFen: maybe(fen),
  opinionAdoption: maybe(pick(ADOPTIONS)),
  isProbation: maybe(fc.boolean()),
};
const AID_STAGES = {
  application: maybe(
    fc.constantFrom("received", "granted", "denied", "withdrawn", "withdrawnDeemed", "referred"),
  ),
  notice: maybe(
    fc.constantFrom(
      "noticeReceived",
      "noticeChecked",
      "replied",
      "closed",
      "withdrawnByOrgan",
      "returnedIncomplete",
    ),
  ),
  closing: maybe(fc.constantFrom("submitted", "passed", "failed", "archived")),
  termination: fc.option(fc.constantFrom("decided", "effective"), { nil: undefined, freq: 1 }),
};

type Drawn = Readonly<Record<string, unknown>>;
const known = (drawn: Drawn) => Object.fromEntries(Object.entries(drawn).filter(([, v]) => v !== undefined));

const kind = (
  t: string,
  facts: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  stages: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
) =>
  fc.tuple(fc.record(facts), fc.record(stages)).map(([f, s]) => ({ t, facts: known(f), stages: known(s) }));

// biome-ignore format: a table is read by columns
const RECORD = fc.oneof(
  { weight: 6, arbitrary: kind("aidFile", AID_FILE, AID_STAGES) },
  { weight: 4, arbitrary: kind("consultation", { askedAt: maybe(aMinute), channel: maybe(pick(CHANNELS)), matter: maybe(pick(CASE_MATTERS)), categories: maybe(some(APPLICANT_CATEGORIES)) }) },
  { weight: 1, arbitrary: kind("transfer", { appliedAt: maybe(aMinute), receivedAt: maybe(aMinute), via: maybe(pick(TRANSFER_VIAS)), organType: maybe(pick(ORGAN_TYPES)) }, { transfer: maybe(fc.constantFrom("received", "opened", "passedOn", "sent")) }) },
  { weight: 1, arbitrary: kind("dutyService", { servedAt: maybe(aMinute), proceduralStage: maybe(pick(PROCEDURAL_STAGES)), kinds: maybe(some(DUTY_HELP_KINDS)), pleaSignedAt: fc.option(aMinute, { nil: undefined, freq: 1 }) }) },
  { weight: 1, arbitrary: kind("objection", { receivedAt: maybe(aMinute), decidedAt: maybe(aMinute), servedOn: maybe(aDay), result: maybe(pick(OBJECTION_RESULTS)) }) },
  { weight: 1, arbitrary: kind("complaint", { receivedAt: maybe(aMinute), acceptDecidedAt: maybe(aMinute), decidedAt: maybe(aMinute), disposition: maybe(pick(DISPOSITIONS)), mergedInto: fc.option(fc.constant("complaint-0"), { nil: undefined, freq: 1 }) }) },
  { weight: 1, arbitrary: kind("provider", { kind: maybe(pick(PROVIDER_KINDS)), status: maybe(fc.constantFrom("ACTIVE", "LEFT")) }) },
  { weight: 1, arbitrary: kind("lawyer", { type: maybe(pick(PERSONNEL_TYPES)), status: maybe(fc.constantFrom("ACTIVE", "LEFT")) }) },
  { weight: 1, arbitrary: kind("staff", { isActive: maybe(fc.boolean()) }) },
  { weight: 1, arbitrary: kind("fundEntry", { enteredOn: maybe(aDay), subject: maybe(pick(LEDGER_SUBJECTS)), fund: maybe(pick(FUNDS)), flow: maybe(fc.constantFrom("IN", "OUT")), amountFen: maybe(fen) }, { ledger: maybe(fc.constantFrom("entered", "posted", "void")) }) },
  { weight: 1, arbitrary: kind("subsidyClaim", { submittedAt: maybe(aMinute), paidOn: maybe(aDay), totalFen: maybe(fen) }, { subsidy: maybe(fc.constantFrom("approved", "paid", "reversed")) }) },
  { weight: 1, arbitrary: kind("quality", { openedAt: maybe(aMinute), gradedAt: maybe(aMinute), method: maybe(pick(QUALITY_METHODS)), grade: maybe(pick(QUALITY_GRADES)) }) },
);

/** A county's records of two years, of every kind that is counted, complete or not. */
export const RECORDS: fc.Arbitrary<readonly StatRecord[]> = fc
  .array(RECORD, { maxLength: 60 })
  .map((drawn) => drawn.map((each, at) => ({ ...each, id: `r-${at}` }) as StatRecord));
