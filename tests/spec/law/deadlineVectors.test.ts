import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import type { Json } from "../../../shared/kernel/canonicalJson.ts";
import { day } from "../../../shared/kernel/day.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf } from "../../../shared/law/clocksOf.ts";
import { DEADLINES, type DeadlineId, deadline, isInForce } from "../../../shared/law/deadlines.ts";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../shared/law/parameters.ts";
import { recordClocksOf } from "../../../shared/law/recordClocks.ts";
import { sourceText } from "../../../shared/law/sources.ts";
import { isSyncStale } from "../../../shared/law/syncStale.ts";

type Vector = {
  readonly t?: string;
  readonly facts: { readonly [f: string]: Json };
  readonly due: readonly [target: string | null, hard: string, legal: string];
  readonly parameters?: Partial<Parameters>;
};

/** A period that ends on Saturday 7 March 2026: internal target Friday, hard the Saturday, latest in law the Monday. */
const SAT = ["2026-03-06", "2026-03-07", "2026-03-09"] as const;
/** Counted backwards onto that Saturday: the working day before it, and the exact latest day (T11). */
const BACK = ["2026-03-06", "2026-03-06", "2026-03-07"] as const;
const DAY1 = [null, "2026-05-02T10:20", "2026-05-02T11:00"] as const;
const DAY2 = [null, "2026-05-03T10:20", "2026-05-03T11:00"] as const;
const MAY1 = "2026-05-01T10:20";
const ON3 = "2026-03-04T09:00";
const local = (locality: string) => ({ parameters: { locality } });

const APPLIED = { origin: "APPLICATION" };
const POLICE = {
  origin: "NOTIFICATION",
  noticeKind: "DEFENCE",
  noticeOrganType: "POLICE",
  noticeReceivedAt: "2026-03-20T09:00",
};
const COURT = {
  origin: "NOTIFICATION",
  noticeKind: "DEFENCE",
  noticeOrganType: "COURT",
  procedure: "ORDINARY",
  proceduralStage: "ST_TRIAL1",
  noticeReceivedAt: "2026-02-02T09:00",
};
const GRANTED = { ...APPLIED, decision: "GRANT" };
const result = (resultKind: string, resultReceivedOn: string) => ({
  ...APPLIED,
  proceduralStage: "ST_TRIAL1",
  resultKind,
  resultReceivedOn,
});

/** One vector for each period in force: the facts that start it and its three dates. Our own list of the rows. */
// biome-ignore format: a table is read by columns
const VECTORS: Partial<Readonly<Record<DeadlineId, Vector>>> = {
  "TRF-DETAINEE-24H":      { t: "transfer", facts: { via: "CUSTODY", appliedAt: MAY1 }, due: DAY1 },
  "TRF-DUTYLAWYER-24H":    { t: "transfer", facts: { via: "DUTYLAWYER", appliedAt: MAY1 }, due: DAY1 },
  "TRF-MPS-24H":           { t: "transfer", facts: { via: "ORGAN", organType: "POLICE", appliedAt: MAY1 }, due: DAY1 },
  "TRF-MPS-FAMILY-3D":     { t: "transfer", facts: { via: "ORGAN", organType: "POLICE", appliedAt: ON3 }, due: SAT },
  "TRF-SPP-24H":           { t: "transfer", facts: { via: "ORGAN", organType: "PROC", appliedAt: MAY1 }, due: DAY1 },
  "TRF-DETENTION-DUTY-24H": { t: "dutyRequest", facts: { requestedAt: MAY1 }, due: DAY1 },
  "TEL-SPP-3D":            { facts: { ...APPLIED, legalStatus: "CR_SUSPECT", prosecutionReceivedOn: "2026-03-04" }, due: SAT },
  "TEL-SPP-VICTIM-3D":     { facts: { ...APPLIED, legalStatus: "CR_VICTIM", prosecutionReceivedOn: "2026-03-04" }, due: SAT },
  "TEL-COURT-3D":          { facts: { ...APPLIED, legalStatus: "CR_DEFENDANT", courtAcceptedOn: "2026-03-04" }, due: SAT },
  "TEL-COURT-PRIVATE-3D":  { facts: { ...APPLIED, legalStatus: "CR_PRIVATE", courtAcceptedOn: "2026-03-04" }, due: SAT },
  "EXM-7D":                { facts: { ...APPLIED, receivedAt: "2026-02-10T09:00" }, due: ["2026-02-14", "2026-02-17", "2026-02-24"] },
  "EXM-SUPPLEMENT-RETURN": { facts: { ...APPLIED, supplementServedOn: "2026-02-25" }, due: SAT },
  "EXM-ABSENT-COOP":       { t: "cooperation", facts: { receivedAt: "2026-02-28T09:00" }, due: SAT },
  "ASG-GRANTED-3D":        { facts: { ...GRANTED, decidedAt: ON3 }, due: SAT },
  "ASG-NOTIFIED-3D":       { facts: { ...POLICE, noticeReceivedAt: "2026-09-16T09:00" }, due: ["2026-09-18", "2026-09-19", "2026-09-20"] },
  "AGR-SIGN-5D":           { facts: { ...GRANTED, assignedAt: "2026-03-02T09:00" }, due: SAT },
  "EMG-MAKEUP":            { facts: { ...APPLIED, emergencyAt: "2026-02-25T09:00" }, due: SAT },
  "OBJ-REVIEW-5D":         { t: "objection", facts: { receivedAt: "2026-03-02T09:00" }, due: SAT },
  "OBJ-FILE-NATIONAL":     { facts: { ...APPLIED, decision: "DENY", decisionServedOn: "2026-02-20" }, due: SAT, parameters: { periods: { "OBJ-FILE-NATIONAL": 15 } } },
  "OBJ-FILE-BJ-15D":       { facts: { ...APPLIED, decision: "DENY", decisionServedOn: "2026-02-20" }, due: SAT, ...local("北京") },
  "OBJ-FILE-HZ-15D":       { facts: { ...APPLIED, decision: "DENY", decisionServedOn: "2026-02-20" }, due: SAT, ...local("杭州") },
  "OBJ-FILE-SD-30D":       { facts: { ...APPLIED, decision: "DENY", decisionServedOn: "2026-02-05" }, due: SAT, ...local("山东") },
  "OBJ-AR-60D":            { t: "objection", facts: { result: "MAINTAINED", servedOn: "2026-05-20" }, due: ["2026-07-17", "2026-07-19", "2026-07-20"] },
  "OBJ-AR-ADMIT-5WD":      { t: "objection", facts: { arFiledOn: "2026-09-29" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"] },
  "OBJ-LIT-15D":           { t: "objection", facts: { arReceivedOn: "2026-02-20" }, due: SAT },
  "NTF-ORGAN-3D":          { facts: { ...POLICE, organDiscoveredOn: "2026-03-04" }, due: SAT },
  "NTF-MPS-3D":            { facts: { ...POLICE, organDiscoveredOn: "2026-03-04" }, due: SAT },
  "NTF-SPP-3D":            { facts: { ...POLICE, noticeOrganType: "PROC", organDiscoveredOn: "2026-03-04" }, due: SAT },
  "NTF-COURT-15DB":        { facts: { ...COURT, hearingAt: "2026-08-28T09:00" }, due: ["2026-08-13", "2026-08-13", "2026-08-13"] },
  "NTF-COMPMED-3D":        { facts: { ...COURT, noticeKind: "REPRESENTATION", organDiscoveredOn: "2026-03-04" }, due: SAT },
  "NTF-COURT-RENOTIFY-3D": { facts: { ...COURT, noOwnCounselOn: "2026-03-04" }, due: SAT },
  "REF-OWN-5D":            { facts: { ...COURT, refusalPermittedOn: "2026-03-02" }, due: SAT },
  "REF-MPS-3D":            { facts: { ...POLICE, refusedOn: "2026-03-04" }, due: SAT },
  "REF-PREP-15D":          { facts: { ...COURT, adjournedOn: "2026-02-20" }, due: SAT },
  "HND-COURT-PAPERS-3D":   { facts: { ...COURT, acceptedAt: ON3 }, due: SAT },
  "HND-AGENT-PAPERS-3D":   { facts: { ...APPLIED, aidForm: "CRIM_AGENCY", proceduralStage: "ST_TRIAL1", acceptedAt: ON3 }, due: SAT },
  "HND-MEET-48H":          { facts: { ...POLICE, meetingAskedAt: MAY1 }, due: DAY2 },
  "HND-INDICT-10DB":       { facts: { ...COURT, hearingAt: "2026-03-17T09:00" }, due: BACK },
  "HND-HEARING-3DB":       { facts: { ...COURT, hearingAt: "2026-03-10T09:00" }, due: BACK },
  "HND-APPEAL-JUDG-10D":   { facts: result("CRIM_JUDGMENT", "2026-02-25"), due: SAT },
  "HND-APPEAL-RUL-5D":     { facts: result("CRIM_RULING", "2026-03-02"), due: SAT },
  "HND-CIV-APPEAL-15D":    { facts: result("CIVIL_JUDGMENT", "2026-02-20"), due: SAT },
  "HND-CIV-APPEAL-10D":    { facts: result("CIVIL_RULING", "2026-02-25"), due: SAT },
  "HND-ADM-APPEAL-15D":    { facts: result("ADMIN_JUDGMENT", "2026-02-20"), due: SAT },
  "HND-ADM-APPEAL-10D":    { facts: result("ADMIN_RULING", "2026-02-25"), due: SAT },
  "HND-LAB-SUE-15D":       { facts: result("LABOUR_AWARD", "2026-02-20"), due: SAT },
  "HND-LAB-AWARD-45D":     { facts: { ...APPLIED, arbitrationAcceptedOn: "2026-01-21" }, due: SAT },
  "HND-PRES-SUE-30D":      { facts: { ...APPLIED, preservationOn: "2026-02-05" }, due: SAT },
  "HND-PRES-RULE-48H":     { facts: { ...APPLIED, preservationAskedAt: MAY1 }, due: DAY2 },
  "HND-FIRST-CONTACT":     { facts: { ...GRANTED, acceptedAt: "2026-03-02T09:00" }, due: SAT },
  "RPL-DECIDE":            { facts: { ...GRANTED, replacementRequestedAt: "2026-09-29T09:00" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"] },
  "RPL-DECIDE-HZ-5WD":     { facts: { ...GRANTED, replacementRequestedAt: "2026-09-29T09:00" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"], ...local("杭州") },
  "RPL-HANDOVER":          { facts: { ...GRANTED, replacementResult: "CHANGE_PERSON", replacementDecidedAt: ON3 }, due: SAT },
  "REC-DECIDE-HZ-3WD":     { facts: { ...APPLIED, recusalAskedOn: "2026-09-29" }, due: ["2026-10-09", "2026-10-09", "2026-10-09"], ...local("杭州") },
  "CLS-SUBMIT-30D":        { facts: result("OTHER", "2026-02-05"), due: SAT },
  "CLS-REVIEW-30D":        { facts: { ...APPLIED, closingFiledOn: "2026-02-05" }, due: SAT },
  "CLS-FIX-30D":           { facts: { ...APPLIED, closingResult: "FIX", closingFiledOn: "2026-01-05", closingReviewedAt: "2026-02-05T09:00" }, due: SAT },
  "CLS-SUBMIT-HZ-15D":     { facts: result("OTHER", "2026-02-20"), due: SAT, ...local("杭州") },
  "CLS-REPORT-ZJ-15D":     { facts: result("OTHER", "2026-02-20"), due: SAT, ...local("浙江") },
  "FND-PAY":               { t: "subsidyClaim", facts: { submittedAt: "2026-02-05T09:00" }, due: SAT },
  "FND-PAY-HN-90WD":       { t: "subsidyClaim", facts: { submittedAt: "2026-03-02T09:00" }, due: ["2026-07-10", "2026-07-10", "2026-07-10"], ...local("湖南") },
  "CON-LETTER-7WD":        { t: "consultation", facts: { channel: "LETTER", askedAt: "2026-09-29T09:00" }, due: ["2026-10-14", "2026-10-14", "2026-10-14"], ...local("云南保山") },
  "CMP-ACCEPT":            { t: "complaint", facts: { receivedAt: "2026-02-28T09:00" }, due: SAT },
  "CMP-DECIDE":            { t: "complaint", facts: { acceptDecidedAt: "2026-01-06T09:00" }, due: SAT },
  "EXM-BJ-5WD":            { facts: { ...APPLIED, receivedAt: "2026-09-29T09:00" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"], ...local("北京") },
  "EXM-SD-5WD":            { facts: { ...APPLIED, receivedAt: "2026-09-29T09:00" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"], ...local("山东") },
  "EXM-HZ-5WD":            { facts: { ...APPLIED, receivedAt: "2026-09-29T09:00" }, due: ["2026-10-12", "2026-10-12", "2026-10-12"], ...local("杭州") },
  "DSN-EMG-END":           { facts: { ...APPLIED, emergencyAt: "2026-03-02T09:00", decision: "DENY", decidedAt: "2026-03-06T09:00" }, due: SAT },
  "DSN-VERIFY-REPLY":      { t: "verification", facts: { sentAt: "2026-09-29T09:00" }, due: ["2026-10-09", "2026-10-09", "2026-10-09"] },
};

/** Periods in force that never run as a clock on a record, each with the reason and the rule that keeps it instead. */
// biome-ignore format: a table is read by columns
const NO_CLOCK: Partial<Readonly<Record<DeadlineId, string>>> = {
  "EXM-SUPPLEMENT-ONCE": "第四十三条第二款 names no days: one complete notice, kept by V09 inside EXM-7D",
  "EMG-WINDOW-7D":       "第四十四条第一款第一项 is a threshold, not a duty: kept by V24 and ground EM44_1",
  "CLS-REPORT":          "第五十条 says 及时 without a number: CLS-SUBMIT-30D is the parameter that runs",
  "CON-IMMEDIATE":       "条例第二十五条 says 即时: a consultation is answered or appointed at once",
  "PII-BREACH":          "个人信息保护法第五十七条 says 立即: no period to wait for",
  "DSN-SYNC-STALE":      "a reminder of the desk, not of a record: the dashboard shows it over unsent entries",
};

const clocksFor = ({ t, facts, parameters = {} }: Vector) => {
  const law = { calendar: SHIPPED_CALENDAR, parameters: { ...DEFAULT_PARAMETERS, ...parameters } };
  return t === undefined
    ? clocksOf(facts as AidFacts, law.calendar, law.parameters)
    : recordClocksOf(t, facts, law);
};

const entries = Object.entries(VECTORS) as [DeadlineId, Vector][];

describe("each period in force runs from the facts that the law names (§2, §8)", () => {
  it.each(entries.map(([id, vector]) => [id, sourceText(deadline(id).sources), vector] as const))(
    "%s, %s",
    (...[id, , vector]) => {
      const found = clocksFor(vector).find((each) => each.id === id);
      expect([found?.target, found?.hard, found?.legal]).toEqual(vector.due);
    },
  );

  it("every one of the 75 rows in force has a vector or a named reason; 84 rows in all", () => {
    const inForce = DEADLINES.filter(isInForce).map(({ id }) => id);
    expect([DEADLINES.length, inForce.length]).toEqual([84, 75]);
    expect(inForce.filter((id) => VECTORS[id] === undefined && NO_CLOCK[id] === undefined)).toEqual([]);
    expect(inForce.filter((id) => VECTORS[id] !== undefined && NO_CLOCK[id] !== undefined)).toEqual([]);
    expect([entries.length, Object.keys(NO_CLOCK).length]).toEqual([69, 6]);
  });

  it("C1: a local row runs only where the bureau says it applies", () => {
    const places = entries.filter(([id]) => deadline(id).scope !== undefined);
    expect(places).toHaveLength(12);
    for (const [id, { parameters: _, ...elsewhere }] of places)
      expect(
        clocksFor(elsewhere).map((each) => each.id),
        id,
      ).not.toContain(id);
  });

  it("a superseded row, or one longer than the law, never runs anywhere", () => {
    const facts = { ...APPLIED, receivedAt: "2026-03-02T09:00" };
    expect(clocksFor({ facts, due: SAT, ...local("浙江") }).map(({ id }) => id)).toEqual(["EXM-7D"]);
  });
});

describe("DSN-SYNC-STALE: entries that only this computer holds", () => {
  it.each([
    ["2026-03-02", "2026-03-05", {}, false],
    ["2026-03-02", "2026-03-06", {}, true],
    ["2026-03-02", "2026-03-06", { "DSN-SYNC-STALE": 7 }, false],
  ] as const)("written %s, today %s, %j: %s", (since, today, periods, stale) =>
    expect(isSyncStale(day(since), day(today), { ...DEFAULT_PARAMETERS, periods })).toBe(stale),
  );
});

describe("拒绝辩护：最高法刑诉解释第五十条第二款、法律援助法第三十六条 (§8 row 22)", () => {
  const refused = {
    ...COURT,
    assignedAt: "2026-02-03T09:00",
    organNotifiedAt: "2026-02-03T10:00",
    refusedOn: "2026-03-01",
    refusalPermittedOn: "2026-03-02",
  };
  const idsOf = (facts: Vector["facts"]) =>
    clocksFor({ facts, due: SAT })
      .filter(({ metAt }) => metAt === undefined)
      .map(({ id }) => id);
  it("five days for own counsel, three for the organ's new notice, then our own three days again", () => {
    expect(idsOf(refused)).toContain("REF-OWN-5D");
    const none = { ...refused, noOwnCounselOn: "2026-03-08" };
    expect(idsOf(none)).toContain("NTF-COURT-RENOTIFY-3D");
    expect(idsOf(none)).not.toContain("REF-OWN-5D");
    const again = { ...none, renotifiedAt: "2026-03-10T09:00" };
    expect(idsOf(again)).toContain("ASG-NOTIFIED-3D");
    const done = { ...again, reassignedAt: "2026-03-11T09:00", renoticeRepliedAt: "2026-03-11T10:00" };
    expect(idsOf(done)).not.toContain("ASG-NOTIFIED-3D");
  });
  it("a replacement before the new notice does not answer it", () =>
    expect(
      idsOf({
        ...refused,
        renotifiedAt: "2026-03-10T09:00",
        reassignedAt: "2026-02-11T09:00",
        renoticeRepliedAt: "2026-02-11T10:00",
      }),
    ).toContain("ASG-NOTIFIED-3D"));
});

describe("收到结案文书后的上诉、起诉期限 (§8 row 26)", () => {
  const idsOf = (facts: Vector["facts"]) => clocksFor({ facts, due: SAT }).map(({ id }) => id);
  it("刑事诉讼法第二百三十条: a judgment of second instance is final", () =>
    expect(idsOf({ ...result("CRIM_JUDGMENT", "2026-02-25"), proceduralStage: "ST_TRIAL2" })).not.toContain(
      "HND-APPEAL-JUDG-10D",
    ));
  it.each([
    ["CIVIL_JUDGMENT", "HND-CIV-APPEAL-15D"],
    ["CIVIL_RULING", "HND-CIV-APPEAL-10D"],
  ] as const)("民事诉讼法第一百八十五条: capacity is declared in one instance, no appeal (%s)", (kind, id) =>
    expect(
      ["M31_4", "M31_6"].map((matter) => idsOf({ ...result(kind, "2026-02-20"), matter }).includes(id)),
    ).toEqual([true, false]),
  );
  it("ends when the recipient says there will be none", () =>
    expect(idsOf({ ...result("CIVIL_JUDGMENT", "2026-02-25"), noAppealOn: "2026-02-27" })).not.toContain(
      "HND-CIV-APPEAL-15D",
    ));
  it("劳动争议调解仲裁法第四十三条: a complex case has fifteen days more", () =>
    expect(
      clocksFor({
        facts: { ...APPLIED, arbitrationAcceptedOn: "2026-01-06", arbitrationExtended: true },
        due: SAT,
      })[0]?.hard,
    ).toBe("2026-03-07"));
});
