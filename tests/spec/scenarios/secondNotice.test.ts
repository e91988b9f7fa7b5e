import { describe, expect, it } from "vitest";
import type { AidFacts } from "../../../shared/dictionary/aidFile.ts";
import { instant } from "../../../shared/kernel/instant.ts";
import { SHIPPED_CALENDAR } from "../../../shared/law/calendar.ts";
import { refusalRemarks } from "../../../shared/law/replacementWarnings.ts";
import { remarksOn } from "../../../shared/law/validations.ts";
import { assigns, FILE, granted, notified, ok } from "./course.ts";
import { type aDesk, COUNTY } from "./desk.ts";

type Desk = ReturnType<typeof aDesk>;
const isAlarmed = (desk: Desk, now: string): boolean =>
  remarksOn(
    {
      facts: desk.facts(FILE[1]),
      now: instant(now),
      calendar: SHIPPED_CALENDAR,
      parameters: COUNTY,
    },
    ["V13"],
  ).length > 0;
const clockOf = (desk: Desk, id: string) => desk.clocks(...FILE).find((each) => each.id === id);

describe("V13：另行通知满三日未复函，同样报警（法律援助法第三十六条、最高法刑诉解释第五十条）", () => {
  it("第一次已经函复；另行通知收到三日后报警，重新指派并复函后消失", () => {
    const desk = notified("2026-07-06T09:00", { noticeOrganType: "COURT", proceduralStage: "ST_TRIAL1" });
    assigns(desk, "assign", "lawyer-01", "2026-07-06T10:00");
    desk.step(FILE, "replyToOrgan")("HEAD", "2026-07-06T11:00");
    expect(isAlarmed(desk, "2026-07-20T09:00")).toBe(false);
    desk.step(FILE, "noteRefusal", { refusedOn: "2026-07-13", refusalGround: "不信任" })(
      "CLERK",
      "2026-07-13T09:00",
    );
    desk.step(FILE, "permitRefusal", { refusalPermittedOn: "2026-07-13" })("CLERK", "2026-07-13T10:00");
    desk.step(FILE, "receiveRenotice", { renotifiedAt: "2026-07-20T09:00" })("CLERK", "2026-07-20T09:00");
    expect([isAlarmed(desk, "2026-07-22T09:00"), isAlarmed(desk, "2026-07-23T09:00")]).toEqual([false, true]);
    expect(assigns(desk, "reassign", "lawyer-02", "2026-07-23T10:00")).toMatchObject(ok);
    expect(isAlarmed(desk, "2026-07-23T11:00")).toBe(true);
    expect(desk.step(FILE, "replyRenotice")("CLERK", "2026-07-23T11:00")).toMatchObject(ok);
    expect(isAlarmed(desk, "2026-07-24T09:00")).toBe(false);
  });
  it("第二位律师又不接受的，三日期限仍从另行通知起算", () => {
    const desk = notified("2026-07-06T09:00");
    assigns(desk, "assign", "lawyer-01", "2026-07-06T10:00");
    desk.step(FILE, "replyToOrgan")("HEAD", "2026-07-06T11:00");
    desk.step(FILE, "noteRefusal", { refusedOn: "2026-07-13", refusalGround: "不信任" })(
      "CLERK",
      "2026-07-13T09:00",
    );
    desk.step(FILE, "permitRefusal", { refusalPermittedOn: "2026-07-13" })("CLERK", "2026-07-13T10:00");
    desk.step(FILE, "receiveRenotice", { renotifiedAt: "2026-07-20T09:00" })("CLERK", "2026-07-20T09:00");
    assigns(desk, "reassign", "lawyer-02", "2026-07-21T09:00");
    desk.step(FILE, "refuseAssignment", { refusalReason: "住院" })("CLERK", "2026-07-21T10:00");
    const open = desk
      .clocks(...FILE)
      .filter(({ id, metAt }) => id === "ASG-NOTIFIED-3D" && metAt === undefined);
    expect(open).toMatchObject([{ triggerAt: "2026-07-20T09:00", hard: "2026-07-23" }]);
  });
});

describe("再次拒绝辩护（最高法刑诉解释第三百一十一条）", () => {
  it("第二次拒绝时，不经更换程序也提示第三百一十一条；第一次只提示理由由办案机关审查", () => {
    const said = (each: ReturnType<typeof notified>) => {
      const { facts, stages } = each.view(...FILE);
      return refusalRemarks(facts as AidFacts, stages).map(({ id }) => id);
    };
    const first = notified("2026-07-06T09:00", { noticeOrganType: "COURT", proceduralStage: "ST_TRIAL1" });
    assigns(first, "assign", "lawyer-01", "2026-07-06T10:00");
    expect(said(first)).toEqual([]);
    const refused = (on: string) =>
      first.step(FILE, "noteRefusal", { refusedOn: on, refusalGround: "不信任" })("CLERK", `${on}T09:00`);
    refused("2026-07-13");
    expect(said(first)).toEqual(["RPW-REASON"]);
    first.step(FILE, "denyRefusal", { refusalEndText: "理由不成立" })("CLERK", "2026-07-14T09:00");
    expect(said(first)).toEqual([]);
    first.put(FILE, { refusedInCourt: true })("CLERK", "2026-07-20T09:00");
    refused("2026-07-20");
    expect(said(first)).toEqual(["RPW-REASON", "RPW-COURT", "RPW-PREPARE"]);
    first.step(FILE, "denyRefusal", { refusalEndText: "不予准许" })("CLERK", "2026-07-20T10:00");
    refused("2026-07-27");
    expect(said(first)).toEqual(["RPW-REASON", "RPW-TWICE", "RPW-COURT", "RPW-PREPARE"]);
    expect(first.facts(FILE[1]).refusedEarlier).toBe("2026-07-13;2026-07-20");
  });
});

describe("AGR-SIGN-5D：已写明未签订原因的，不算逾期（程序规定第二十七条但书）", () => {
  it("写明原因后期限消失；更换以后，继任者的五日重新起算", () => {
    const desk = granted("2026-08-18T10:00");
    assigns(desk, "assign", "lawyer-01", "2026-08-19T09:00");
    expect(clockOf(desk, "AGR-SIGN-5D")?.hard).toBe("2026-08-24");
    desk.put(FILE, { notSignedReason: "受援人住院" })("CLERK", "2026-08-24T09:00");
    expect(clockOf(desk, "AGR-SIGN-5D")).toBeUndefined();
    desk.step(FILE, "requestReplacement", {
      replacementInitiator: "HANDLER",
      replacementReasons: ["RP_HANDLER"],
      replacementStatement: "患病",
      replacedLawyerId: "lawyer-01",
    })("CLERK", "2026-09-01T09:00");
    desk.step(FILE, "reviewReplacement", {
      replacementVerified: "属实",
      replacementOpinion: "CHANGE_PERSON",
    })("EXAMINER", "2026-09-01T10:00");
    const decided = {
      replacementResult: "CHANGE_PERSON",
      replacementReasonText: "客观原因",
      changeDays: 3,
      informDays: 3,
    };
    desk.step(FILE, "approveReplacement", decided)("HEAD", "2026-09-01T11:00");
    expect(assigns(desk, "reassign", "lawyer-02", "2026-09-02T09:00")).toMatchObject(ok);
    expect(clockOf(desk, "AGR-SIGN-5D")?.hard).toBe("2026-09-07");
    desk.put(FILE, { notSignedReason: "受援人再次住院" })("CLERK", "2026-09-07T09:00");
    expect(clockOf(desk, "AGR-SIGN-5D")).toBeUndefined();
  });
});
