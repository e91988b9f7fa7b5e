import type { AidFacts } from "../../shared/dictionary/aidFile.ts";
import { COERCIVE_MEASURES } from "../../shared/dictionary/codes/ours.ts";
import { isEntityType } from "../../shared/dictionary/entities.ts";
import { ageOn } from "../../shared/kernel/citizenId.ts";
import type { Day } from "../../shared/kernel/day.ts";
import { clocksOf, nearestDueOn } from "../../shared/law/clocksOf.ts";
import { ownClocks } from "../../shared/law/recordClocks.ts";
import { silentOn } from "../../shared/law/silence.ts";
import type { RecordView } from "../../shared/ops/view.ts";
import type { RecordRow } from "./deskDb.ts";
import type { DeskLaw } from "./deskLaw.ts";

/** What stands beside a sealed record in clear: only ids, codes and days of open fields, and two flags. */
export type ClearFields = Omit<RecordRow, "sealed" | "sheet" | "edition">;

/** Which open fact says when a record began, and which says what sort it is. */
// biome-ignore format: a table is read by columns
const SORTED_BY: Readonly<Record<string, { readonly on: readonly string[]; readonly kind: string }>> = {
  aidFile:      { on: ["receivedAt", "noticeReceivedAt", "noticeLetterOn"], kind: "origin" },
  consultation: { on: ["askedAt"], kind: "followUp" },
  objection:    { on: ["receivedAt"], kind: "fileId" },
  transfer:     { on: ["receivedAt", "sentAt", "appliedAt"], kind: "via" },
  cooperation:  { on: ["receivedAt", "sentAt"], kind: "fileId" },
  verification: { on: ["sentAt"], kind: "fileId" },
  penaltyLead:  { on: ["openedAt"], kind: "fileId" },
  dutyShift:    { on: ["startsAt"], kind: "stationId" },
  dutyRequest:  { on: ["requestedAt"], kind: "stationId" },
  dutyService:  { on: ["servedAt"], kind: "shiftId" },
  complaint:    { on: ["receivedAt"], kind: "fileId" },
  quality:      { on: ["openedAt"], kind: "fileId" },
  subsidyStandard: { on: ["effectiveFromOn"], kind: "type" },
  subsidyClaim: { on: ["submittedAt"], kind: "lawyerId" },
  fundEntry:    { on: ["enteredOn"], kind: "fund" },
  donation:     { on: ["receivedOn"], kind: "" },
  commendation: { on: ["awardedOn"], kind: "" },
  archiveFile:  { on: ["filedAt"], kind: "fileId" },
  look:         { on: ["lookedAt"], kind: "recordId" },
  exportApproval: { on: ["requestedAt"], kind: "granteeId" },
  samePerson:   { on: ["foundAt"], kind: "fileId" },
  statPeriod:   { on: ["preparedAt"], kind: "period" },
  template:     { on: ["fromOn"], kind: "form" },
};

/** The fact by which records of a kind are sorted apart, so that a question may ask for one value of it; "" for none. */
export const sortFactOf = (t: string): string => (isEntityType(t) ? (SORTED_BY[t]?.kind ?? "") : "");

/** Comes after every day in text order: a record without a due day stands at the end. */
const NO_DAY = "~";

const ADULT_YEARS = 18;
const CUSTODY: ReadonlySet<string> = new Set(
  Object.entries(COERCIVE_MEASURES).flatMap(([code, row]) => ("custody" in row ? [code] : [])),
);

/** Custody, or a recipient who was under age when the file began: the gravest come first (《未成年人保护法》第104条). */
const isGrave = ({ coerciveMeasure, categories, birthOn }: AidFacts, on: string): boolean =>
  (coerciveMeasure !== undefined && CUSTODY.has(coerciveMeasure)) ||
  (categories?.includes("MINOR") ?? false) ||
  (birthOn !== undefined && on !== "" && ageOn(birthOn, on.slice(0, 10) as Day) < ADULT_YEARS);

const firstText = (view: RecordView, names: readonly string[]): string => {
  const value = names.map((name) => view.facts[name]).find((each) => typeof each === "string");
  return typeof value === "string" ? value : "";
};

/** The day by which something is to be done on the record, or null. Computed from facts; never a fact itself. */
export const dueDayOf = (view: RecordView, { calendar, parameters }: DeskLaw): Day | null =>
  nearestDueOn(
    view.t === "aidFile"
      ? clocksOf(view.facts as AidFacts, calendar, parameters)
      : ownClocks(view.t, view.facts, { calendar, parameters }),
  );

/** The lane under which the index keeps the day on which a work log falls silent; no lane of any procedure. */
export const SILENCE = "silence";

const silenceOn = ({ t, facts }: RecordView, { parameters }: DeskLaw): readonly string[] => {
  const on = t === "aidFile" ? silentOn(facts as AidFacts, parameters) : null;
  return on === null ? [] : [`${t}/${SILENCE}/${on}`];
};

/**
 * The index of one record: what lists and counts find it by. The only place that says what may be stored in clear.
 */
export const indexOf = (view: RecordView, law: DeskLaw): ClearFields => {
  const { t, id } = view;
  const sorted = isEntityType(t) ? SORTED_BY[t] : undefined;
  const on = sorted === undefined ? "" : firstText(view, sorted.on);
  const dueOn = dueDayOf(view, law);
  const grave = t === "aidFile" && isGrave(view.facts as AidFacts, on);
  const due = dueOn === null ? undefined : `${dueOn}${grave ? "!" : NO_DAY}`;
  return {
    t,
    id,
    on,
    kind: sorted === undefined ? "" : firstText(view, [sorted.kind]),
    stages: [
      ...Object.entries(view.stages).map(([lane, stage]) => `${t}/${lane}/${stage}/${due ?? NO_DAY}`),
      ...silenceOn(view, law),
    ],
    ...(due !== undefined && { due }),
    ...(view.conflicts.length > 0 && { disputed: 1 as const }),
    ...(view.contested.length > 0 && { contested: 1 as const }),
  };
};
