import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { day } from "../../../shared/kernel/day.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { clocksOf, dueOf, nearestDueOn } from "../../../shared/law/clocksOf.ts";
import { DEFAULT_PARAMETERS } from "../../../shared/law/parameters.ts";

const at = (text: string) => instant(`2026-${text}`);
const on = (text: string) => day(`2026-${text}`);
const clocks = (facts: AidFacts) => clocksOf(facts, SHIPPED_CALENDAR, DEFAULT_PARAMETERS);
const names = (facts: AidFacts) => clocks(facts).map(({ id }) => id);
const hardOf = (facts: AidFacts, id: string) => clocks(facts).find((each) => each.id === id)?.hard;

const APPLIED: AidFacts = { origin: "APPLICATION", receivedAt: at("03-02T09:30") };
const GRANTED: AidFacts = { ...APPLIED, decision: "GRANT", decidedAt: at("03-04T11:00") };
const NOTIFIED: AidFacts = {
  origin: "NOTIFICATION",
  noticeKind: "DEFENCE",
  noticeOrganType: "POLICE",
  proceduralStage: "ST_INVEST",
  organDiscoveredOn: on("06-16"),
  noticeReceivedAt: at("06-18T15:00"),
};

describe("an application's clocks follow its facts (法律援助法第四十三条)", () => {
  it("S01: received starts the seven days, and nothing else", () => {
    expect(names(APPLIED)).toEqual(["EXM-7D"]);
    expect(nearestDueOn(clocks(APPLIED))).toBe("2026-03-09");
  });

  it("S01: the grant stops the examination and starts the assignment from the decision, not its service", () => {
    const found = clocks({ ...GRANTED, decisionServedOn: on("03-05") });
    expect(found.map(({ id, metAt }) => [id, metAt])).toEqual([
      ["ASG-GRANTED-3D", undefined],
      ["EXM-7D", "2026-03-04T11:00"],
    ]);
    expect(nearestDueOn(found)).toBe("2026-03-06");
  });

  it("S01: assignment starts the five days for the agreement (程序规定第二十七条) and the first contact", () => {
    const assigned = { ...GRANTED, assignedAt: at("03-06T10:00") };
    expect(hardOf(assigned, "AGR-SIGN-5D")).toBe("2026-03-11");
    const contact = { ...assigned, activities: [{ at: at("03-07T09:00"), type: "AC_CONTACT" as const }] };
    expect(clocks(contact).find(({ id }) => id === "HND-FIRST-CONTACT")?.metAt).toBe("2026-03-07T09:00");
  });

  it("a refusal starts no assignment", () =>
    expect(names({ ...GRANTED, decision: "DENY" })).toEqual(["EXM-7D"]));

  it("S03: supplementing pauses the examination, and the return period is what is due", () => {
    const out: AidFacts = {
      origin: "APPLICATION",
      receivedAt: at("04-01T09:00"),
      supplementServedOn: on("04-02"),
      supplementDueOn: on("04-12"),
    };
    const found = clocks(out);
    expect(found.map(({ id, isPaused }) => [id, isPaused])).toEqual([
      ["EXM-SUPPLEMENT-RETURN", false],
      ["EXM-7D", true],
    ]);
    expect(nearestDueOn(found)).toBe("2026-04-10");
    const back = { ...out, supplementInOn: on("04-09") };
    expect([hardOf(back, "EXM-7D"), nearestDueOn(clocks(back))]).toEqual(["2026-04-15", "2026-04-15"]);
  });

  it("S04: the notice's own day replaces the default of ten", () => {
    const facts = { ...APPLIED, supplementServedOn: on("04-15"), supplementDueOn: on("04-20") };
    expect(hardOf(facts, "EXM-SUPPLEMENT-RETURN")).toBe("2026-04-20");
    expect(hardOf({ ...APPLIED, supplementServedOn: on("04-15") }, "EXM-SUPPLEMENT-RETURN")).toBe(
      "2026-04-25",
    );
  });

  it("第四十三条第二款: a second notice on new facts runs again, the first answer does not stop it", () => {
    const again = { ...APPLIED, supplementServedOn: on("03-09"), supplementInOn: on("03-05") };
    expect(clocks(again).map(({ id, metAt, isPaused }) => [id, metAt, isPaused])).toEqual([
      ["EXM-SUPPLEMENT-RETURN", undefined, false],
      ["EXM-7D", undefined, true],
    ]);
  });

  it("S04: a withdrawn application has no clock left to run", () =>
    expect(nearestDueOn(clocks({ ...APPLIED, withdrawnAt: at("04-28T10:00") }))).toBeNull());

  it("S12: emergency aid starts the assignment at once, and the examination runs on (第四十四条)", () => {
    const facts: AidFacts = {
      origin: "APPLICATION",
      receivedAt: at("06-03T10:00"),
      emergencyAt: at("06-03T16:00"),
    };
    expect([hardOf(facts, "ASG-GRANTED-3D"), hardOf(facts, "EXM-7D"), hardOf(facts, "EMG-MAKEUP")]).toEqual([
      "2026-06-06",
      "2026-06-10",
      "2026-06-13",
    ]);
  });
});

describe("an organ's letter (法律援助法第三十六条)", () => {
  it("S06: runs the three days, and not the examination", () => {
    expect(names(NOTIFIED)).toEqual(["ASG-NOTIFIED-3D", "NTF-ORGAN-3D", "NTF-MPS-3D"]);
    expect(nearestDueOn(clocks(NOTIFIED))).toBe("2026-06-18");
  });

  it("S06: is met only when the lawyer is assigned AND the organ told", () => {
    const assigned = { ...NOTIFIED, assignedAt: at("06-18T16:00") };
    expect(clocks(assigned).find(({ id }) => id === "ASG-NOTIFIED-3D")?.metAt).toBeUndefined();
    const told = { ...assigned, organNotifiedAt: at("06-18T17:00") };
    expect(clocks(told).find(({ id }) => id === "ASG-NOTIFIED-3D")?.metAt).toBe("2026-06-18T17:00");
  });

  it("C8: a notified case needs no agreement unless the bureau says so", () => {
    const assigned = { ...NOTIFIED, assignedAt: at("06-18T16:00") };
    expect(names(assigned)).not.toContain("AGR-SIGN-5D");
    const strict = { ...DEFAULT_PARAMETERS, agreementForNotified: true };
    expect(clocksOf(assigned, SHIPPED_CALENDAR, strict).map(({ id }) => id)).toContain("AGR-SIGN-5D");
  });

  it("S06: the organ's own lateness is measured on its clock, not on ours", () => {
    const late = clocks({ ...NOTIFIED, noticeReceivedAt: at("06-23T09:00") });
    expect(late.map(({ id, breach }) => [id, breach])).toEqual([
      ["ASG-NOTIFIED-3D", "none"],
      ["NTF-ORGAN-3D", "late_after_legal"],
      ["NTF-MPS-3D", "late_after_legal"],
    ]);
  });

  it("第二十五条第二款: where the organ only may notify, no organ's clock runs", () =>
    expect(names({ ...NOTIFIED, noticeGround: "N25P2" })).toEqual(["ASG-NOTIFIED-3D"]));

  it("最高法刑诉解释第四十九条: fifteen days before an ordinary hearing, not a summary one", () => {
    const court: AidFacts = {
      ...NOTIFIED,
      noticeOrganType: "COURT",
      proceduralStage: "ST_TRIAL1",
      hearingAt: at("08-28T09:00"),
      procedure: "ORDINARY",
    };
    expect(hardOf(court, "NTF-COURT-15DB")).toBe("2026-08-13");
    expect(names({ ...court, procedure: "SUMMARY" })).not.toContain("NTF-COURT-15DB");
  });

  it("S16: compulsory treatment runs NTF-COMPMED-3D and the agent's papers (最高法刑诉解释第六十六条)", () => {
    const facts: AidFacts = {
      origin: "NOTIFICATION",
      noticeKind: "REPRESENTATION",
      noticeOrganType: "COURT",
      organDiscoveredOn: on("08-31"),
      noticeReceivedAt: at("09-02T09:00"),
      assignedAt: at("09-04T09:00"),
    };
    expect([
      hardOf(facts, "NTF-COMPMED-3D"),
      hardOf(facts, "ASG-NOTIFIED-3D"),
      hardOf(facts, "HND-AGENT-PAPERS-3D"),
    ]).toEqual(["2026-09-03", "2026-09-05", "2026-09-07"]);
    expect(names(facts)).not.toContain("NTF-ORGAN-3D");
  });

  it("刑事诉讼法第三十九条第二款: the meeting is a matter of hours", () => {
    const facts = { ...NOTIFIED, meetingAskedAt: at("06-22T09:15") };
    expect(hardOf(facts, "HND-MEET-48H")).toBe("2026-06-24T09:15");
  });
});

it("worst first: what is due soonest leads, what is met comes last", () => {
  const found = clocks({ ...GRANTED, assignedAt: at("03-06T10:00"), agreementSignedOn: on("03-09") });
  const running = found.filter(({ metAt }) => metAt === undefined);
  expect(found.slice(0, running.length)).toEqual(running);
  expect(running.map(dueOf)).toEqual(running.map(dueOf).toSorted());
});
