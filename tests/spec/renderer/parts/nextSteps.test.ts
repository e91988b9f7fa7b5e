import { describe, expect, it } from "vitest";
import { askedFacts, missingNeeds, nextSteps, startFacts } from "../../../../renderer/parts/nextSteps.ts";
import { instant } from "../../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../../shared/law/calendar.ts";
import { DEFAULT_PARAMETERS } from "../../../../shared/law/parameters.ts";
import type { RecordView } from "../../../../shared/ops/view.ts";
import { AID_STEPS } from "../../../../shared/workflow/aidSteps.ts";
import { CLOSING_STEPS } from "../../../../shared/workflow/closingSteps.ts";
import { OBJECTION_STEPS } from "../../../../shared/workflow/objectionSteps.ts";

const view = (facts: RecordView["facts"], stages: RecordView["stages"] = {}): RecordView => ({
  t: "aidFile",
  id: "file-0001",
  facts,
  stages,
  conflicts: [],
  contested: [],
});
const examiner = { id: "staff-0001", roles: ["EXAMINER"] as const };
const head = { id: "staff-0002", roles: ["HEAD"] as const };

const find = (steps: ReturnType<typeof nextSteps>, name: string) => steps.find((step) => step.name === name);

describe("what may be done next, and why the rest may not", () => {
  it("offers the open steps first and gives every closed one a reason and an article", () => {
    const steps = nextSteps(view({ origin: "APPLICATION" }, { application: "received" }), examiner);
    const firstClosed = steps.findIndex(({ closed }) => closed !== null);
    expect(steps.slice(0, firstClosed).map(({ name }) => name)).toContain("propose");
    expect(steps.slice(firstClosed).every(({ closed }) => closed !== null)).toBe(true);
    for (const { closed } of steps.slice(firstClosed)) {
      expect(closed?.why.zh).not.toBe("");
      expect(closed?.source).not.toBe("");
    }
  });

  it("V05（§1.3）: shows the examiner who is also head that another person decides", () => {
    const both = { id: "staff-0001", roles: ["EXAMINER", "HEAD"] as const };
    const proposed = view({ origin: "APPLICATION", examinerId: "staff-0001" }, { application: "proposed" });
    expect(find(nextSteps(proposed, both), "grant")?.closed?.why.zh).toContain("岗位分离");
    expect(find(nextSteps(proposed, head), "grant")?.closed).toBeNull();
  });

  it("V09（第四十三条第二款）: a second supplement notice is closed with the one-time rule", () => {
    const again = view(
      { origin: "APPLICATION", supplementServedOn: "2026-04-02" },
      { application: "received" },
    );
    expect(find(nextSteps(again, examiner), "askForMaterials")?.closed?.why.zh).toContain("一次性告知");
  });

  it("names the role a step needs", () => {
    const proposed = view({ origin: "APPLICATION" }, { application: "proposed" });
    expect(find(nextSteps(proposed, examiner), "grant")?.closed?.why.zh).toContain("负责人");
  });

  it("第三十六条: a notified file shows no decision on an application, and the other way round", () => {
    const notified = nextSteps(view({ origin: "NOTIFICATION" }, { notice: "noticeReceived" }), head).map(
      ({ name }) => name,
    );
    expect(notified).not.toContain("grant");
    expect(notified).toContain("checkNotice");
    expect(nextSteps(view({ origin: "APPLICATION" }), head).map(({ name }) => name)).not.toContain(
      "checkNotice",
    );
  });

  it("says at which stage assignment becomes possible", () => {
    const closed = find(
      nextSteps(view({ origin: "APPLICATION" }, { application: "received" }), head),
      "assign",
    )?.closed;
    expect(closed?.why.zh).toContain("已给予");
  });
});

describe("what would be refused whatever is stated is closed beforehand", () => {
  const on = (now: string) => ({
    now: instant(now),
    law: {
      calendar: SHIPPED_CALENDAR,
      parameters: { ...DEFAULT_PARAMETERS, periods: { "EXM-SUPPLEMENT-RETURN": 10 } },
    },
  });
  const waiting = view(
    {
      origin: "APPLICATION",
      receivedAt: "2026-04-14T09:00",
      supplementServedOn: "2026-04-15",
      supplementDueOn: "2026-04-25",
    },
    { application: "supplementing" },
  );

  it("第四十三条第二款: the day from which the application counts as withdrawn (S04: 04-27 no, 04-28 yes)", () => {
    const early = find(nextSteps(waiting, { ...head, at: on("2026-04-27T16:00") }), "deemWithdrawn")?.closed;
    expect(early?.why.zh).toBe("期限尚未届满，自 2026-04-28 起可以办理");
    expect(early?.source).toContain("第43条第2款");
    expect(
      find(nextSteps(waiting, { ...head, at: on("2026-04-28T09:00") }), "deemWithdrawn")?.closed,
    ).toBeNull();
  });

  it("第四十四条第二款: the day from which emergency aid may lapse", () => {
    const emergency = view(
      { origin: "APPLICATION", receivedAt: "2026-06-03T09:00", emergencyAt: "2026-06-03T10:00" },
      { application: "received", emergency: "emergency" },
    );
    const closed = find(
      nextSteps(emergency, { ...head, at: on("2026-06-15T09:00") }),
      "lapseEmergencyAid",
    )?.closed;
    expect(closed?.why.zh).toBe("期限尚未届满，自 2026-06-16 起可以办理");
    expect(
      find(nextSteps(emergency, { ...head, at: on("2026-06-16T09:00") }), "lapseEmergencyAid")?.closed,
    ).toBeNull();
  });

  it("V21（第五十条）: the paper that the closing file lacks, by its name", () => {
    const submitted = view(
      { origin: "APPLICATION", aidForm: "CIVIL_LIT", track: "T2_PLEDGE" },
      { application: "granted", assignment: "retained", handling: "resultReceived", closing: "submitted" },
    );
    const closed = find(
      nextSteps(submitted, { ...examiner, at: on("2026-06-16T09:00") }),
      "passClosing",
    )?.closed;
    expect(closed?.why.zh).toContain("申请表或者办案机关通知");
    expect(closed?.why.en).toContain("Application or organ's notice");
    expect(closed?.source).toContain("第50条");
  });
});

describe("steps of later work and of other records", () => {
  const granted = view({ origin: "APPLICATION" }, { application: "granted" });
  const clerk = { id: "staff-0003", roles: ["CLERK"] as const };

  it("第四十九条第二款: a new decision is not served before there is one", () => {
    expect(find(nextSteps(granted, clerk), "serveRedecision")?.closed?.why.zh).toContain("重新决定时间");
  });

  it("§1.3: whoever verified the ground of a termination is told beforehand that somebody else decides", () => {
    const verified = view(
      { origin: "APPLICATION", terminationVerifierId: "staff-0001" },
      { application: "granted", termination: "verifying" },
    );
    const both = { id: "staff-0001", roles: ["EXAMINER", "HEAD"] as const };
    expect(find(nextSteps(verified, both), "terminate")?.closed?.why.zh).toContain("岗位分离");
    expect(find(nextSteps(verified, head), "terminate")?.closed).toBeNull();
  });

  it("an objection's own form asks neither for what another step records nor for what it fixes itself", () => {
    expect(askedFacts(OBJECTION_STEPS.maintain, "objection")).toEqual(["reasonText", "remedyText"]);
    expect(askedFacts(OBJECTION_STEPS.correct, "objection")).toEqual(["reasonText", "orderText"]);
    expect(askedFacts(CLOSING_STEPS.passClosing)).toEqual([]);
  });

  it("what is known already stands in the form", () => {
    const known = view({ closingReport: "已调解结案", closingResult: "FIX" }, { closing: "fixing" });
    expect(startFacts(CLOSING_STEPS.submitClosing, known)).toEqual({ closingReport: "已调解结案" });
  });
});

describe("the form of a step", () => {
  it("asks for what the step owns and does not stamp itself", () => {
    expect(askedFacts(AID_STEPS.receiveSupplement)).toEqual(["supplementInOn"]);
    expect(askedFacts(AID_STEPS.accept)).toEqual([]);
    expect(askedFacts(AID_STEPS.askForMaterials).slice(0, 3)).toEqual([
      "supplementItems",
      "supplementServedOn",
      "supplementDueOn",
    ]);
  });

  it("names facts of the file that are missing beforehand", () => {
    expect(missingNeeds(AID_STEPS.propose, view({ track: "T2_PLEDGE" })).map(({ name }) => name)).toEqual([
      "competence",
    ]);
  });
});
