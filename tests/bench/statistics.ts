import { APPLICANT_CATEGORIES } from "../../shared/dictionary/codes/applicantCategories.ts";
import { CASE_MATTERS } from "../../shared/dictionary/codes/caseMatters.ts";
import { CHANNELS } from "../../shared/dictionary/codes/ours.ts";
import { day, plusDays } from "../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS } from "../../shared/law/parameters.ts";
import { INDICATORS } from "../../shared/statistics/indicators.ts";
import { daysOf } from "../../shared/statistics/period.ts";
import type { StatRecord } from "../../shared/statistics/statRecord.ts";
import { tabulate } from "../../shared/statistics/tabulate.ts";
import { median } from "./median.ts";

const CASES = 5000;
const CONSULTATIONS = 30_000;
const ROUNDS = 7;
const FIRST = day("2026-01-01");
const YEAR_DAYS = 365;
const PERIOD = { kind: "year", year: 2026, no: 1 } as const;

const nth = (list: object, at: number): string => Object.keys(list)[at % Object.keys(list).length] ?? "";
const on = (at: number, after = 0): string => plusDays(FIRST, (at % YEAR_DAYS) + after);

const aCase = (at: number): StatRecord => ({
  t: "aidFile",
  id: `case-${at}`,
  stages: {
    application: "granted",
    assignment: "retained",
    closing: at % 3 === 0 ? "archived" : "submitted",
  },
  facts: {
    origin: "APPLICATION",
    source: "SRC_WINDOW",
    aidForm: at % 4 === 0 ? "CIVIL_LIT" : "LABOUR_MED_ARB",
    matter: nth(CASE_MATTERS, at),
    proceduralStage: "ST_ARB",
    categories: [nth(APPLICANT_CATEGORIES, at)],
    receivedAt: `${on(at)}T09:00`,
    decidedAt: `${on(at, 3)}T10:00`,
    decision: at % 9 === 0 ? "DENY" : "GRANT",
    denialReasons: at % 9 === 0 ? ["DN_SCOPE"] : [],
    assignedAt: `${on(at, 5)}T10:00`,
    agreementSignedOn: on(at, 8),
    resultReceivedOn: on(at, 60),
    closingFiledOn: on(at, 70),
    closingReviewedAt: `${on(at, 80)}T10:00`,
    closingMode: "CL_ARBMED",
    recoveredFen: at * 1000,
    claimedFen: at * 1500,
    awardedFen: at * 1000,
  },
});
const aConsultation = (at: number): StatRecord => ({
  t: "consultation",
  id: `asked-${at}`,
  stages: { consultation: "answered" },
  facts: {
    askedAt: `${on(at)}T09:00`,
    channel: nth(CHANNELS, at),
    matter: nth(CASE_MATTERS, at),
    categories: [nth(APPLICANT_CATEGORIES, at)],
  },
});

const timed = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** A plain pass: what any program must do that looks at every fact of every record once. */
const plainPass = (records: readonly StatRecord[]): number => {
  let sum = 0;
  for (const { facts, stages } of records) {
    for (const key of Object.keys(facts)) sum += String(facts[key]).length;
    for (const key of Object.keys(stages)) sum += (stages[key] ?? "").length;
  }
  return sum;
};

/** The annual tables of a busy county over records that are read already, with the twelve months for the curves. */
export const benchStatistics = async (): Promise<Readonly<Record<string, number>>> => {
  const records = [
    ...Array.from({ length: CASES }, (_, at) => aCase(at)),
    ...Array.from({ length: CONSULTATIONS }, (_, at) => aConsultation(at)),
  ];
  const counted = {
    indicators: INDICATORS,
    law: { calendar: SHIPPED_CALENDAR, parameters: DEFAULT_PARAMETERS, today: day("2026-12-31") },
    more: Array.from({ length: 12 }, (_, month) => daysOf({ kind: "month", year: 2026, no: month + 1 })),
  };
  const rounds = Array.from({ length: ROUNDS }, () => [
    timed(() => tabulate(records, PERIOD, counted)),
    timed(() => plainPass(records)),
  ]);
  const [table, plain] = [0, 1].map((at) => median(rounds.map((round) => round[at] ?? 0)));
  return {
    records: records.length,
    first_s: (rounds[0]?.[0] ?? 0) / 1000,
    annual_s: (table ?? 0) / 1000,
    plain_pass_s: (plain ?? 0) / 1000,
    ratio: (table ?? 0) / (plain ?? 1),
  };
};
