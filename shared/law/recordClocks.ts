import type { EntityType } from "../dictionary/entities.ts";
import type { Json } from "../kernel/canonicalJson.ts";
import { daysBetween, isDay } from "../kernel/day.ts";
import { dayOf, isInstant, type Moment } from "../kernel/instant.ts";
import type { Calendar } from "./calendar.ts";
import { type Clock, clock, runsHere } from "./clock.ts";
import { dueOf, isRunning } from "./clocksOf.ts";
import { type DeadlineId, deadline } from "./deadlines.ts";
import type { Parameters } from "./parameters.ts";

/** Which period runs on another kind of record than an aid file: the facts that start and stop it, and when it applies. */
export type RecordClockRow = {
  readonly t: EntityType;
  readonly rule: DeadlineId;
  /** The clock starts at the first of these that is known. */
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  /** The first of `stops` is enough: what was sent in time is in time, however late its receipt is confirmed. */
  readonly anyStops?: true;
  /** Facts that must have this value. */
  readonly when?: Readonly<Record<string, string>>;
  /** Any of these facts says that the act is no longer owed. */
  readonly lapses?: readonly string[];
  /** A day that a decision set instead of the row's own length. */
  readonly until?: string;
};

/** The clocks of objections, transfers, duty help, complaints and claims. Periods and articles stand in `DEADLINES`. */
// biome-ignore format: a table is read by columns
export const RECORD_CLOCKS: readonly RecordClockRow[] = [
  { t: "objection", rule: "OBJ-REVIEW-5D", starts: ["receivedAt"], stops: ["decidedAt"], lapses: ["withdrawnAt"] },
  { t: "objection", rule: "OBJ-AR-60D", starts: ["servedOn"], stops: ["arFiledOn"], when: { result: "MAINTAINED" }, lapses: ["suedOn"] },
  { t: "objection", rule: "OBJ-AR-ADMIT-5WD", starts: ["arFiledOn"], stops: ["arAdmittedOn"], lapses: ["arReceivedOn"] },
  { t: "objection", rule: "OBJ-LIT-15D", starts: ["arReceivedOn"], stops: ["suedOn"] },
  { t: "transfer", rule: "TRF-DETAINEE-24H", starts: ["appliedAt"], stops: ["sentAt", "receivedAt"], anyStops: true, when: { via: "ORGAN" } },
  { t: "transfer", rule: "TRF-DETAINEE-24H", starts: ["appliedAt"], stops: ["sentAt", "receivedAt"], anyStops: true, when: { via: "CUSTODY" } },
  { t: "transfer", rule: "TRF-DUTYLAWYER-24H", starts: ["appliedAt"], stops: ["sentAt", "receivedAt"], anyStops: true, when: { via: "DUTYLAWYER" } },
  { t: "transfer", rule: "TRF-MPS-24H", starts: ["appliedAt"], stops: ["sentAt", "receivedAt"], anyStops: true, when: { via: "ORGAN", organType: "POLICE" } },
  { t: "transfer", rule: "TRF-MPS-FAMILY-3D", starts: ["appliedAt"], stops: ["familyNotifiedOn"], when: { via: "ORGAN", organType: "POLICE" }, lapses: ["addressUnknown"] },
  { t: "transfer", rule: "TRF-SPP-24H", starts: ["appliedAt"], stops: ["sentAt", "receivedAt"], anyStops: true, when: { via: "ORGAN", organType: "PROC" } },
  { t: "cooperation", rule: "EXM-ABSENT-COOP", starts: ["receivedAt", "sentAt"], stops: ["repliedAt"], lapses: ["endReason"] },
  { t: "verification", rule: "DSN-VERIFY-REPLY", starts: ["sentAt"], stops: ["answeredAt"], lapses: ["endReason"] },
  { t: "dutyRequest", rule: "TRF-DETENTION-DUTY-24H", starts: ["requestedAt"], stops: ["notifiedAt"], lapses: ["endReason"] },
  { t: "complaint", rule: "CMP-ACCEPT", starts: ["receivedAt"], stops: ["acceptDecidedAt"], lapses: ["mergedInto"] },
  { t: "complaint", rule: "CMP-DECIDE", starts: ["acceptDecidedAt"], stops: ["decidedAt"], lapses: ["notAcceptedReason"], until: "extendedToOn" },
  { t: "subsidyClaim", rule: "FND-PAY", starts: ["fileReviewedAt", "submittedAt"], stops: ["paidOn"], lapses: ["reverseReason"] },
  { t: "subsidyClaim", rule: "FND-PAY-HN-90WD", starts: ["submittedAt"], stops: ["paidOn"], lapses: ["reverseReason"] },
  { t: "consultation", rule: "CON-LETTER-7WD", starts: ["askedAt"], stops: ["answeredAt"], when: { channel: "LETTER" } },
];

const BY_KIND: ReadonlyMap<string, readonly RecordClockRow[]> = Map.groupBy(RECORD_CLOCKS, ({ t }) => t);
/** The facts of `when`, listed once: thirty thousand consultations are asked for theirs. */
const CONDITIONS = new Map(RECORD_CLOCKS.map((row) => [row, Object.entries(row.when ?? {})]));

type RecordFacts = { readonly [f: string]: Json | undefined };
type Surroundings = { readonly calendar: Calendar; readonly parameters: Parameters };

const momentOf = (value: Json | undefined): Moment | undefined =>
  isDay(value) || isInstant(value) ? value : undefined;

/** The length that a decision to extend put in place of the row's own. */
const extendedLength = ({ until }: RecordClockRow, facts: RecordFacts, start: Moment): number | undefined => {
  const end = until === undefined ? undefined : facts[until];
  return isDay(end) ? Math.max(0, daysBetween(dayOf(start), end)) : undefined;
};

/** A flag that was answered with no says nothing. */
const isStated = (value: Json | undefined): boolean => value !== undefined && value !== false;

const metAtOf = ({ stops, anyStops }: RecordClockRow, facts: RecordFacts): Moment | undefined => {
  const known = stops.flatMap((f) => momentOf(facts[f]) ?? []).toSorted();
  if (anyStops) return known[0];
  return known.length === stops.length ? known.at(-1) : undefined;
};

const clockOfRow = (row: RecordClockRow, facts: RecordFacts, law: Surroundings): readonly Clock[] => {
  if (CONDITIONS.get(row)?.every(([f, v]) => facts[f] === v) === false) return [];
  const start = row.starts.map((f) => momentOf(facts[f])).find((moment) => moment !== undefined);
  if (start === undefined || !runsHere(deadline(row.rule), law.parameters)) return [];
  const metAt = metAtOf(row, facts);
  if (metAt === undefined && row.lapses?.some((f) => isStated(facts[f])) === true) return [];
  const length = extendedLength(row, facts, start);
  return [
    clock({
      rule: row.rule,
      triggerAt: start,
      calendar: law.calendar,
      parameters: law.parameters,
      ...(length !== undefined && { length }),
      ...(metAt !== undefined && { metAt }),
    }),
  ];
};

/**
 * Every clock that the facts of a record other than an aid file have started, met ones included, in the order of the
 * table. Pure, like `clocksOf`: nothing of it is stored.
 */
export const recordClocksOf = (t: string, facts: RecordFacts, law: Surroundings): readonly Clock[] =>
  (BY_KIND.get(t) ?? []).flatMap((row) => clockOfRow(row, facts, law));

/** Periods that applicants, courts and other organs keep for themselves: shown, but nothing for this bureau to do. */
const OTHERS: ReadonlySet<string> = new Set(["applicant", "reconsideration_organ"]);

/** The running clocks on which somebody here, or whoever reports to here, must act; the nearest first. */
export const ownClocks = (t: string, facts: RecordFacts, law: Surroundings): readonly Clock[] =>
  recordClocksOf(t, facts, law)
    .filter((each) => isRunning(each) && !OTHERS.has(deadline(each.id).party))
    .toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
