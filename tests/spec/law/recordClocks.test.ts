import { describe, expect, it } from "vitest";
import { lookUpsOf } from "../../../shared/commands/lookUps.ts";
import { fieldOf } from "../../../shared/dictionary/entities.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import {
  CLOSING_CHECKLIST,
  closingRowsFor,
  missingFromClosing,
} from "../../../shared/law/closingChecklist.ts";
import { deadline, isInForce } from "../../../shared/law/deadlines.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";
import { RECORD_CLOCKS, recordClocksOf } from "../../../shared/law/recordClocks.ts";
import { TERMINATION_GUARDS } from "../../../shared/law/terminationGuards.ts";
import { stepOf } from "../../../shared/workflow/steps.ts";

const LAW = { calendar: SHIPPED_CALENDAR, parameters: DEFAULT_PARAMETERS };

describe("clocks of records other than aid files", () => {
  it("start, stop and depend on facts of their own kind only, by periods in force", () => {
    expect(RECORD_CLOCKS.length).toBeGreaterThan(10);
    for (const { t, rule, starts, stops, lapses = [], when = {}, until } of RECORD_CLOCKS) {
      expect(isInForce(deadline(rule)), rule).toBe(true);
      for (const f of [...starts, ...stops, ...lapses, ...Object.keys(when), ...(until ? [until] : [])])
        expect(fieldOf(t, f), `${t}.${f}`).toBeDefined();
    }
  });
  it("法律援助法第三十九条: an organ's transfer runs to the hour, the police also owe the relatives three days", () => {
    const facts = { via: "ORGAN", organType: "POLICE", appliedAt: "2026-05-01T10:20" };
    expect(recordClocksOf("transfer", facts, LAW).map(({ id, hard }) => [id, hard])).toEqual([
      ["TRF-DETAINEE-24H", "2026-05-02T10:20"],
      ["TRF-MPS-24H", "2026-05-02T10:20"],
      ["TRF-MPS-FAMILY-3D", "2026-05-04"],
    ]);
  });
  it("§6.21: an extended complaint is due on the day the extension names", () => {
    const facts = { acceptDecidedAt: "2026-03-02T09:00", extendedToOn: "2026-06-30" };
    expect(recordClocksOf("complaint", facts, LAW).map(({ hard }) => hard)).toEqual(["2026-06-30"]);
  });
  it("a withdrawn objection owes no review", () =>
    expect(
      recordClocksOf("objection", { receivedAt: "2026-05-15T10:00", withdrawnAt: "2026-05-16T10:00" }, LAW),
    ).toEqual([]));
});

describe("V21 法律援助法第五十条: the closing file by kind of aid", () => {
  it("a tested civil case needs hardship papers and an opinion, no file-reading notes", () => {
    const missing = missingFromClosing({
      aidForm: "CIVIL_LIT",
      track: "T2_PLEDGE",
      proceduralStage: "ST_TRIAL1",
    });
    expect(missing).toEqual(expect.arrayContaining(["CI_MEANS", "CI_OPINION"]));
    expect(missing).not.toContain("CI_READING");
  });
  it("notified defence needs the letter to the organ and no decision; reading notes from prosecution review on", () => {
    const facts = {
      origin: "NOTIFICATION",
      noticeKind: "DEFENCE",
      aidForm: "CRIM_DEFENCE",
      track: "T5_NOTIFIED",
    } as const;
    const items = (stage: "ST_INVEST" | "ST_PROSEC") =>
      closingRowsFor({ ...facts, proceduralStage: stage }).map(({ item }) => item);
    expect(items("ST_INVEST")).toContain("CI_ORGAN");
    expect(items("ST_INVEST")).not.toContain("CI_DECISION");
    expect([items("ST_INVEST").includes("CI_READING"), items("ST_PROSEC").includes("CI_READING")]).toEqual([
      false,
      true,
    ]);
  });
  it("a letter the desk issued need not be ticked, and an optional paper is never missing", () => {
    const missing = missingFromClosing({ letters: [{ form: "FZ-011" }] });
    expect(missing).not.toContain("CI_ASSIGN");
    expect(missing).not.toContain("CI_VISIT");
  });
  it("no row claims to be verified law", () =>
    expect(CLOSING_CHECKLIST.filter(({ mark }) => mark === "V1")).toEqual([]));
});

describe("法律援助法第四十八条: each ground has its papers", () => {
  it("eight grounds, fraud with a hearing", () => {
    expect(Object.keys(TERMINATION_GUARDS)).toHaveLength(8);
    for (const ground of ["TM48_1", "TM48_2", "TM48_3"] as const)
      expect(TERMINATION_GUARDS[ground].needs).toContain("recipientHeardOn");
  });
});

it("every step says which other records its checks look at", () => {
  const of = (t: string, step: string) =>
    lookUpsOf(stepOf(t, step) ?? ({ checks: [] } as never)).map((each) => each.kind);
  expect(of("objection", "maintain")).toEqual(["related", "staff"]);
  // the claim, and everything whose dispute holds its payment up
  expect(of("fundEntry", "postEntry")).toEqual([
    ...["related", "peers", "related", "related", "related", "numbers"],
    ...["related", "peers"],
  ]);
  expect(of("aidFile", "grant")).toEqual([]);
});
