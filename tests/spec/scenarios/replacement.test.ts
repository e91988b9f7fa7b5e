import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { silenceOf } from "../../../shared/law/silence.ts";
import { ASSIGN, FILE, granted, no, notified, ok } from "./course.ts";
import { COUNTY, person, triple } from "./desk.ts";
import { chosen } from "./people.ts";

describe("S19 怠于办理，更换承办人员（法律援助法第五十五条）", () => {
  const desk = granted("2026-08-18T10:00");
  const asked = {
    replacementInitiator: "RECIPIENT",
    replacementReasons: ["RP_RECIPIENT"],
    replacementStatement: "指派后从未约见",
    replacedLawyerId: "lawyer-01",
  };
  it("日志四十日没有记录：提醒；RPL-DECIDE 五个工作日 10-12", () => {
    desk.step(FILE, "assign", ASSIGN)("HEAD", "2026-08-19T09:00", chosen("lawyer-01", FILE[1], "2026-08-19"));
    desk.row(FILE, "activities", { at: "2026-08-20T09:00", type: "AC_DRAFT", summary: "起草诉状" })(
      "CLERK",
      "2026-08-20T10:00",
    );
    expect(silenceOf(desk.facts(FILE[1]), day("2026-09-29"), COUNTY)).toMatchObject({
      kind: "remind",
      days: 40,
    });
    expect(silenceOf(desk.facts(FILE[1]), day("2026-10-19"), COUNTY)?.kind).toBe("quality");
    expect(
      desk.step(FILE, "requestReplacement", { ...asked, replacedLawyerId: "lawyer-02" })(
        "CLERK",
        "2026-09-29T09:00",
      ),
    ).toMatchObject(no("value-invalid", "replacedLawyerId"));
    expect(desk.step(FILE, "requestReplacement", asked)("CLERK", "2026-09-29T09:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "RPL-DECIDE")).toEqual(["2026-10-12", "2026-10-12", "2026-10-12"]);
  });
  it("FZ-016 由两人审核、审批；三日内更换 09-30/10-03/10-08", () => {
    desk.step(FILE, "reviewReplacement", {
      replacementVerified: "日志无约见记录",
      replacementOpinion: "CHANGE_PERSON",
    })("EXAMINER", "2026-09-30T09:00");
    const decision = {
      replacementResult: "CHANGE_PERSON",
      replacementReasonText: "未依法履行职责",
      changeDays: 3,
      informDays: 3,
    };
    expect(
      desk.step(FILE, "approveReplacement", decision)(person("HEAD", "staff-examiner"), "2026-09-30T10:00"),
    ).toMatchObject(no("same-person", "replacementReviewerId"));
    expect(desk.step(FILE, "approveReplacement", decision)("HEAD", "2026-09-30T10:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "RPL-HANDOVER")).toEqual(["2026-09-30", "2026-10-03", "2026-10-08"]);
  });
  it("L7 于 10-08 指定、10-09 安排 → AGR 10-14；原指派期限不受影响", () => {
    const successor = { ...ASSIGN, lawyerId: "lawyer-07", assignReason: "同所更换" };
    expect(
      desk.step(FILE, "reassign", ASSIGN)(
        "HEAD",
        "2026-10-08T09:00",
        chosen("lawyer-01", FILE[1], "2026-10-08"),
      ),
    ).toMatchObject(no("value-invalid", "lawyerId"));
    expect(
      desk.step(FILE, "reassign", successor)(
        "HEAD",
        "2026-10-08T09:00",
        chosen("lawyer-07", FILE[1], "2026-10-08"),
      ),
    ).toMatchObject(ok);
    expect(desk.clocks(...FILE).find(({ id }) => id === "RPL-HANDOVER")).toMatchObject({
      metAt: "2026-10-08T09:00",
      breach: "late_after_hard",
    });
    desk.step(FILE, "arrangePerson")("CLERK", "2026-10-09T09:00");
    expect(triple(desk.clocks(...FILE), "AGR-SIGN-5D")[1]).toBe("2026-10-14");
    expect(desk.clocks(...FILE).find(({ id }) => id === "ASG-GRANTED-3D")?.breach).toBe("none");
    expect(
      desk.step(FILE, "handOver", { handedOverOn: "2026-10-09", handoverNote: "案卷一册" })(
        "CLERK",
        "2026-10-09T10:00",
      ),
    ).toMatchObject(ok);
    expect(desk.step(FILE, "finishReplacement")("HEAD", "2026-10-09T11:00")).toMatchObject(ok);
  });
});

describe("拒绝辩护（最高法刑诉解释第五十条、第三百一十一条）：提示须书面答复", () => {
  it("应当通知辩护的案件，第三次更换须说明", () => {
    const desk = notified("2026-07-20T09:00");
    desk.step(FILE, "assign", ASSIGN)("HEAD", "2026-07-21T10:00", chosen("lawyer-01", FILE[1], "2026-07-21"));
    desk.put(FILE, { changeCount: 2 })("CLERK", "2026-07-22T09:00");
    desk.step(FILE, "requestReplacement", {
      replacementInitiator: "ORGAN",
      replacementReasons: ["RP_REFUSED"],
      replacementStatement: "拒绝辩护",
      replacedLawyerId: "lawyer-01",
    })("CLERK", "2026-07-22T09:00");
    desk.step(FILE, "reviewReplacement", {
      replacementVerified: "办案机关已准许",
      replacementOpinion: "CHANGE_PERSON",
    })("EXAMINER", "2026-07-22T10:00");
    const decision = {
      replacementResult: "CHANGE_PERSON",
      replacementReasonText: "准许",
      changeDays: 3,
      informDays: 3,
    };
    expect(desk.step(FILE, "approveReplacement", decision)("HEAD", "2026-07-22T11:00")).toMatchObject(
      no("reason-required", "replacementWarnings"),
    );
    expect(
      desk.step(FILE, "approveReplacement", { ...decision, replacementWarnings: "办案机关审查认为理由正当" })(
        "HEAD",
        "2026-07-22T11:00",
      ),
    ).toMatchObject(ok);
  });
});
