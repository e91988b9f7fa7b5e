import { describe, expect, it } from "vitest";
import type { Day } from "../../../shared/kernel/day.ts";
import { day } from "../../../shared/kernel/day.ts";
import type { Moment } from "../../../shared/kernel/instant.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import type { Clock } from "../../../shared/law/clock.ts";
import { clock } from "../../../shared/law/clock.ts";
import type { DeadlineId } from "../../../shared/law/deadlines.ts";
import { deadline } from "../../../shared/law/deadlines.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { sourceText } from "../../../shared/law/sources.ts";

const YEAR = "2026-";
const moment = (text: string): Moment => {
  const full = /^\d{4}/.test(text) ? text : `${YEAR}${text}`;
  return full.length === 10 ? day(full) : instant(full);
};
const run = (rule: DeadlineId, trigger: string): Clock =>
  clock({ rule, triggerAt: moment(trigger), calendar: SHIPPED_CALENDAR });
const shown = (at: Moment | null): string | null => at?.replace(YEAR, "") ?? null;

type Row = readonly [
  where: string,
  rule: DeadlineId,
  trigger: string,
  target: string | null,
  hard: string,
  legal: string,
];
const titled = (rows: readonly Row[]) =>
  rows.map((row) => [...row, sourceText(deadline(row[1]).sources)] as const);

/** Domain specification §2.4. Where it prints a dash, the one meaningful date stands in every column. */
// biome-ignore format: a table is read by columns
const VECTORS: readonly Row[] = [
  ["§2.4", "EXM-7D", "02-10", "02-14", "02-17", "02-24"],
  ["§2.4", "ASG-GRANTED-3D", "03-04", "03-06", "03-07", "03-09"],
  ["§2.4", "EXM-7D", "05-02", "05-09", "05-09", "05-09"],
  ["§2.4", "ASG-NOTIFIED-3D", "09-16", "09-18", "09-19", "09-20"],
  ["§2.4", "TRF-DETAINEE-24H", "05-01T10:20", null, "05-02T10:20", "05-02T11:00"],
  ["§2.4", "RPL-DECIDE", "09-29", "10-12", "10-12", "10-12"],
  ["§2.4", "NTF-COURT-15DB", "08-28", "08-13", "08-13", "08-13"],
  ["§2.4", "OBJ-AR-60D", "05-20", "07-17", "07-19", "07-20"],
];

/** Every date of the acceptance scenarios S01–S24 that a clock gives. */
// biome-ignore format: a table is read by columns
const SCENARIOS: readonly Row[] = [
  ["S01", "EXM-7D", "03-02", "03-09", "03-09", "03-09"],
  ["S01", "ASG-GRANTED-3D", "03-04", "03-06", "03-07", "03-09"],
  ["S01", "AGR-SIGN-5D", "03-06", "03-11", "03-11", "03-11"],
  ["S01", "HND-LAB-SUE-15D", "04-28", "05-13", "05-13", "05-13"],
  ["S01", "CLS-SUBMIT-30D", "04-28", "05-28", "05-28", "05-28"],
  ["S02", "ASG-GRANTED-3D", "02-12", "02-14", "02-15", "02-24"],
  ["S02", "AGR-SIGN-5D", "02-14", "02-14", "02-19", "02-24"],
  ["S03", "ASG-GRANTED-3D", "04-10", "04-13", "04-13", "04-13"],
  ["S04", "EXM-SUPPLEMENT-RETURN", "04-15", "04-24", "04-25", "04-27"],
  ["S06", "NTF-ORGAN-3D", "06-16", "06-18", "06-19", "06-22"],
  ["S06", "ASG-NOTIFIED-3D", "06-18T15:00", "06-18", "06-21", "06-22"],
  ["S06", "HND-MEET-48H", "06-22T09:15", null, "06-24T09:15", "06-24T10:00"],
  ["S07", "ASG-NOTIFIED-3D", "07-08", "07-10", "07-11", "07-13"],
  ["S10", "ASG-NOTIFIED-3D", "07-20", "07-23", "07-23", "07-23"],
  ["S10", "REF-MPS-3D", "07-29", "07-31", "08-01", "08-03"],
  ["S11", "TRF-DETENTION-DUTY-24H", "03-19T17:10", null, "03-20T17:10", "03-20T18:00"],
  ["S11", "TRF-DUTYLAWYER-24H", "03-20T16:45", null, "03-21T16:45", "03-21T17:00"],
  ["S11", "EXM-7D", "03-21T10:00", "03-27", "03-28", "03-30"],
  ["S11", "ASG-GRANTED-3D", "03-24", "03-27", "03-27", "03-27"],
  ["S12", "ASG-GRANTED-3D", "06-03", "06-05", "06-06", "06-08"],
  ["S12", "EXM-7D", "06-03", "06-10", "06-10", "06-10"],
  ["S12", "HND-PRES-SUE-30D", "06-08", "07-08", "07-08", "07-08"],
  ["S14", "EXM-7D", "05-06", "05-13", "05-13", "05-13"],
  ["S14", "OBJ-REVIEW-5D", "05-15", "05-20", "05-20", "05-20"],
  ["S14", "OBJ-AR-60D", "05-20", "07-17", "07-19", "07-20"],
  ["S14", "OBJ-AR-ADMIT-5WD", "07-16", "07-23", "07-23", "07-23"],
  ["S16", "NTF-COMPMED-3D", "08-31", "09-03", "09-03", "09-03"],
  ["S16", "ASG-NOTIFIED-3D", "09-02", "09-04", "09-05", "09-07"],
  ["S16", "HND-AGENT-PAPERS-3D", "09-04", "09-07", "09-07", "09-07"],
  ["S17", "EXM-7D", "01-05", "01-12", "01-12", "01-12"],
  ["S17", "ASG-GRANTED-3D", "01-08", "01-09", "01-11", "01-12"],
  ["S17", "AGR-SIGN-5D", "01-09", "01-14", "01-14", "01-14"],
  ["S19", "RPL-DECIDE", "09-29", "10-12", "10-12", "10-12"],
  ["S19", "RPL-HANDOVER", "09-30", "09-30", "10-03", "10-08"],
  ["S19", "AGR-SIGN-5D", "10-09", "10-14", "10-14", "10-14"],
  ["S21", "OBJ-REVIEW-5D", "09-22", "09-24", "09-27", "09-28"],
  ["S24", "CMP-ACCEPT", "11-10", "11-17", "11-17", "11-17"],
];

/** One more row for each period in force that the first slice runs and the tables above do not contain. */
// biome-ignore format: a table is read by columns
const OTHERS: readonly Row[] = [
  ["slice", "EMG-MAKEUP", "06-03", "06-12", "06-13", "06-15"],
  ["slice", "HND-FIRST-CONTACT", "03-09", "03-13", "03-14", "03-16"],
  ["slice", "HND-COURT-PAPERS-3D", "07-09", "07-10", "07-12", "07-13"],
  ["slice", "OBJ-FILE-NATIONAL", "05-13", "05-13", "05-13", "05-13"],
  ["slice", "TRF-MPS-24H", "03-20T09:00", null, "03-21T09:00", "03-21T10:00"],
  ["slice", "TRF-SPP-24H", "03-20T09:30", null, "03-21T09:30", "03-21T10:00"],
  ["slice", "TRF-MPS-FAMILY-3D", "03-19", "03-20", "03-22", "03-23"],
  ["slice", "NTF-MPS-3D", "06-16", "06-18", "06-19", "06-22"],
  ["slice", "NTF-SPP-3D", "07-08", "07-10", "07-11", "07-13"],
  ["slice", "EXM-ABSENT-COOP", "03-02", "03-09", "03-09", "03-09"],
  ["slice", "DSN-VERIFY-REPLY", "02-12", "02-24", "02-24", "02-24"],
];

describe.each([
  ["test vectors of the specification", VECTORS],
  ["acceptance scenarios", SCENARIOS],
  ["other periods of the slice", OTHERS],
] as const)("%s", (_title, rows) => {
  it.each(titled(rows))(
    "%s %s from %s: %s / %s / %s, %s",
    (...[, rule, trigger, target, hard, legal, article]) => {
      expect(article).not.toBe("");
      const found = run(rule, trigger);
      expect([shown(found.target), shown(found.hard), shown(found.legal)]).toEqual([target, hard, legal]);
    },
  );
});

describe("法律援助法第四十三条第二款: supplementing suspends the examination (T12, S03)", () => {
  const suspended = [{ from: day("2026-04-02"), to: day("2026-04-09") }];
  const input = {
    rule: "EXM-7D",
    triggerAt: day("2026-04-01"),
    calendar: SHIPPED_CALENDAR,
    suspended,
  } as const;

  it("shows both the suspended and the unsuspended day", () => {
    const found = clock(input);
    expect([found.hard, found.unsuspendedHard, found.isPaused]).toEqual(["2026-04-15", "2026-04-08", false]);
  });

  it("does not suspend where the parameter says no", () => {
    const found = clock({
      ...input,
      parameters: { ...DEFAULT_PARAMETERS, examSuspendDuringSupplement: false },
    });
    expect([found.hard, found.unsuspendedHard]).toEqual(["2026-04-08", undefined]);
  });

  it("is paused while the papers are out, and then assumes the last day of the notice", () => {
    const open = [{ from: day("2026-04-02"), expectedTo: day("2026-04-12") }];
    const found = clock({ ...input, suspended: open });
    expect([found.isPaused, found.hard]).toEqual([true, "2026-04-18"]);
  });
});

describe("V27: a year without its official table", () => {
  it("S24: the 60 days of CMP-DECIDE end in 2027 and are provisional", () => {
    const found = run("CMP-DECIDE", "11-12");
    expect([found.hard, found.provisional]).toEqual(["2027-01-11", true]);
  });

  it("falls back to weekends and fixed dates: 1 January 2027 is skipped", () => {
    const found = run("EXM-7D", "12-25");
    expect([found.target, found.hard, found.legal, found.provisional]).toEqual([
      "2026-12-31",
      "2027-01-01",
      "2027-01-04",
      true,
    ]);
  });

  it("is silent inside the covered year", () => expect(run("EXM-7D", "12-20").provisional).toBe(false));
});

describe("breach: lateness is measured, it never blocks", () => {
  const met = (metAt: Day) =>
    clock({ rule: "EXM-7D", triggerAt: day("2026-02-10"), calendar: SHIPPED_CALENDAR, metAt }).breach;

  it.each([
    ["2026-02-14", "none"],
    ["2026-02-17", "none"],
    ["2026-02-18", "late_after_hard"],
    ["2026-02-24", "late_after_hard"],
    ["2026-02-25", "late_after_legal"],
  ] as const)("法律援助法第四十三条第一款: decided on %s is %s", (on, breach) =>
    expect(met(day(on))).toBe(breach),
  );

  it.each([
    ["2026-05-02T10:20", "none"],
    ["2026-05-02T10:59", "late_after_hard"],
    ["2026-05-02T11:01", "late_after_legal"],
  ] as const)("法律援助法第三十九条第一款: forwarded at %s is %s", (at, breach) => {
    const triggerAt = instant("2026-05-01T10:20");
    const found = clock({
      rule: "TRF-DETAINEE-24H",
      triggerAt,
      calendar: SHIPPED_CALENDAR,
      metAt: instant(at),
    });
    expect(found.breach).toBe(breach);
  });
});

describe("what a clock tells about itself", () => {
  it("S02: names every rest day between target and legal date, the Spring Festival whole", () => {
    const { skipped } = run("EXM-7D", "02-10");
    expect(skipped.map(({ on }) => on.slice(5))).toEqual([
      "02-15",
      "02-16",
      "02-17",
      "02-18",
      "02-19",
      "02-20",
      "02-21",
      "02-22",
      "02-23",
    ]);
    expect(skipped.every(({ why }) => why === "holiday")).toBe(true);
  });

  it("marks periods whose number was not read in a text in force", () => {
    expect([run("EXM-7D", "03-02").unverified, run("CLS-SUBMIT-30D", "03-02").unverified]).toEqual([
      false,
      true,
    ]);
  });

  it("lets the bureau set a marked period, and only a marked one", () => {
    const parameters = { ...DEFAULT_PARAMETERS, periods: { "CLS-SUBMIT-30D": 15, "EXM-7D": 99 } as const };
    const at = { triggerAt: day("2026-03-02"), calendar: SHIPPED_CALENDAR, parameters };
    expect(clock({ ...at, rule: "CLS-SUBMIT-30D" }).hard).toBe("2026-03-17");
    expect(clock({ ...at, rule: "EXM-7D" }).hard).toBe("2026-03-09");
  });
});
