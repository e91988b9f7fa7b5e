import { describe, expect, it } from "vitest";
import { isAssigned } from "../../../shared/documents/letter.ts";
import { assigns, FILE, granted, notified, ok, received } from "./course.ts";
import { aDesk, triple } from "./desk.ts";

type Desk = ReturnType<typeof aDesk>;
const clockOf = (desk: Desk, id: string) => desk.clocks(...FILE).find((each) => each.id === id);
const running = (desk: Desk): readonly string[] =>
  desk
    .clocks(...FILE)
    .filter(({ metAt }) => metAt === undefined)
    .map(({ id }) => id);
const contact = (desk: Desk, at: string) =>
  desk.row(FILE, "activities", { at, type: "AC_CONTACT", summary: "约见受援人" })("CLERK", at);
const replaced = (desk: Desk, at: string): void => {
  desk.step(FILE, "requestReplacement", {
    replacementInitiator: "HANDLER",
    replacementReasons: ["RP_HANDLER"],
    replacementStatement: "患病",
    replacedLawyerId: "lawyer-01",
  })("CLERK", at);
  desk.step(FILE, "reviewReplacement", { replacementVerified: "属实", replacementOpinion: "CHANGE_PERSON" })(
    "EXAMINER",
    at,
  );
  const decided = {
    replacementResult: "CHANGE_PERSON",
    replacementReasonText: "客观原因",
    changeDays: 3,
    informDays: 3,
  };
  expect(desk.step(FILE, "approveReplacement", decided)("HEAD", at)).toMatchObject(ok);
};

describe("案件有人承办以后，来函办结、撤回申请都不使承办和结案的期限消失（法律援助法第五十条）", () => {
  it("复函以后来函办结并写明说明：首次约见和结案期限照常", () => {
    const desk = notified("2026-07-20T09:00");
    assigns(desk, "assign", "lawyer-01", "2026-07-20T10:00");
    desk.step(FILE, "replyToOrgan")("HEAD", "2026-07-20T11:00");
    expect(
      desk.step(FILE, "closeNotice", { noticeEndReason: "已函复" })("CLERK", "2026-07-20T12:00"),
    ).toMatchObject(ok);
    expect(running(desk)).toContain("HND-FIRST-CONTACT");
    desk.step(FILE, "beginHandling")("CLERK", "2026-07-21T09:00");
    desk.put(FILE, { resultReceivedOn: "2026-08-31" })("CLERK", "2026-08-31T09:00");
    desk.step(FILE, "receiveResult", { resultDocument: "起诉意见书" })("CLERK", "2026-08-31T10:00");
    expect(triple(desk.clocks(...FILE), "CLS-SUBMIT-30D")).toEqual([
      "2026-09-30",
      "2026-09-30",
      "2026-09-30",
    ]);
  });
  it("没有指派的，办案机关撤回来函后不再有期限", () => {
    const desk = notified("2026-07-20T09:00");
    desk.step(FILE, "withdrawNotice", { noticeEndReason: "已自行委托" })("CLERK", "2026-07-20T10:00");
    expect(running(desk)).toEqual([]);
  });
  it("先行提供后撤回申请：依第四十八条第一款第七项终止，三十日内结案", () => {
    const desk = received("2026-06-03T09:00");
    desk.step(FILE, "giveEmergencyAid", { emergencyGround: "EM44_2", emergencyReason: "转移财产" })(
      "HEAD",
      "2026-06-03T10:00",
    );
    assigns(desk, "assign", "lawyer-01", "2026-06-03T11:00");
    desk.step(FILE, "withdraw", { withdrawalReason: "已和解" })("CLERK", "2026-06-08T09:00");
    expect(
      desk.step(FILE, "endEmergencyAid", { withdrawalReason: "已和解" })("HEAD", "2026-06-08T10:00"),
    ).toMatchObject(ok);
    expect(running(desk)).not.toContain("EXM-7D");
    // the assignment was made in time and stays counted
    expect(clockOf(desk, "ASG-GRANTED-3D")).toMatchObject({ metAt: "2026-06-03T11:00", breach: "none" });
    desk.step(FILE, "reportTermination", { terminationReason: "TM48_7", terminationReport: "本人申请" })(
      "CLERK",
      "2026-06-08T11:00",
    );
    desk.step(FILE, "verifyTermination", { terminationEvidence: "笔录", terminationDocument: "书面申请" })(
      "EXAMINER",
      "2026-06-09T09:00",
    );
    const decided = { terminationText: "本人有正当理由要求终止", terminationRemedy: "可以提出异议" };
    desk.step(FILE, "terminate", decided)("HEAD", "2026-06-09T10:00");
    desk.step(FILE, "serveTermination", { terminationServedOn: "2026-06-10" })("CLERK", "2026-06-10T09:00");
    // thirty days in this county (a parameter), for terminations as for refusals: 第四十九条第一款
    expect(triple(desk.clocks(...FILE), "OBJ-FILE-NATIONAL")[1]).toBe("2026-07-10");
    desk.step(FILE, "makeTerminationEffective", { terminationEffectiveOn: "2026-06-11" })(
      "HEAD",
      "2026-06-11T09:00",
      { peers: [] },
    );
    expect(triple(desk.clocks(...FILE), "CLS-SUBMIT-30D")).toEqual([
      "2026-07-10",
      "2026-07-11",
      "2026-07-13",
    ]);
  });
  it("先行提供无人承办即审查不合格的，不再要求指派", () => {
    const desk = received("2026-06-03T09:00");
    desk.step(FILE, "giveEmergencyAid", { emergencyGround: "EM44_2", emergencyReason: "转移财产" })(
      "HEAD",
      "2026-06-03T10:00",
    );
    expect(running(desk)).toContain("ASG-GRANTED-3D");
    desk.step(FILE, "withdraw", { withdrawalReason: "已和解" })("CLERK", "2026-06-04T09:00");
    desk.step(FILE, "endEmergencyAid", { withdrawalReason: "已和解" })("HEAD", "2026-06-04T10:00");
    expect(running(desk)).toEqual([]);
  });
});

describe("同一事项再来一次，期限重新起算", () => {
  const court = {
    noticeOrgan: "甲县人民法院",
    noticeOrganType: "COURT",
    proceduralStage: "ST_TRIAL1",
    suspectedCharge: "盗窃",
  };
  it("再次申请会见，四十八小时重新起算（刑事诉讼法第三十九条第二款）", () => {
    const desk = notified("2026-07-20T09:00");
    assigns(desk, "assign", "lawyer-01", "2026-07-20T10:00");
    desk.put(FILE, { meetingAskedAt: "2026-07-21T09:15", meetingHeldAt: "2026-07-22T09:00" })(
      "CLERK",
      "2026-07-22T10:00",
    );
    expect(clockOf(desk, "HND-MEET-48H")).toMatchObject({ metAt: "2026-07-22T09:00", breach: "none" });
    desk.put(FILE, { meetingAskedAt: "2026-08-07T15:40" })("CLERK", "2026-08-07T16:00");
    expect(clockOf(desk, "HND-MEET-48H")).toMatchObject({
      hard: "2026-08-09T15:40",
      legal: "2026-08-09T16:00",
    });
    expect(clockOf(desk, "HND-MEET-48H")?.metAt).toBeUndefined();
  });
  it("更换辩护人：前一辩护人已交手续、已约见的，继任者各自重新三日、五日（最高法刑诉解释第五十二条）", () => {
    const desk = notified("2026-07-06T09:00", court);
    assigns(desk, "assign", "lawyer-01", "2026-07-06T10:00");
    desk.put(FILE, { papersFiledOn: "2026-07-07" })("CLERK", "2026-07-07T09:00");
    contact(desk, "2026-07-07T10:00");
    expect(clockOf(desk, "HND-COURT-PAPERS-3D")?.metAt).toBe("2026-07-07");
    replaced(desk, "2026-07-13T09:00");
    expect(assigns(desk, "reassign", "lawyer-02", "2026-07-15T09:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "HND-COURT-PAPERS-3D")).toEqual([
      "2026-07-17",
      "2026-07-18",
      "2026-07-20",
    ]);
    expect(clockOf(desk, "HND-COURT-PAPERS-3D")?.metAt).toBeUndefined();
    expect(triple(desk.clocks(...FILE), "HND-FIRST-CONTACT")).toEqual([
      "2026-07-20",
      "2026-07-20",
      "2026-07-20",
    ]);
    desk.put(FILE, { papersFiledOn: "2026-07-15" })("CLERK", "2026-07-15T15:00");
    contact(desk, "2026-07-16T10:00");
    expect([clockOf(desk, "HND-COURT-PAPERS-3D")?.metAt, clockOf(desk, "HND-FIRST-CONTACT")?.metAt]).toEqual([
      "2026-07-15",
      "2026-07-16T10:00",
    ]);
  });
  it("不接受指派后另行指派：文书照常出具，签协议期限从新的指派起算（程序规定第二十七条）", () => {
    const desk = granted("2026-03-04T10:00");
    assigns(desk, "assign", "lawyer-01", "2026-03-05T10:00");
    desk.step(FILE, "arrangePerson")("CLERK", "2026-03-05T15:00");
    desk.step(FILE, "refuseAssignment", { refusalReason: "出差" })("CLERK", "2026-03-06T10:00");
    expect([isAssigned(desk.facts(FILE[1])), running(desk).includes("AGR-SIGN-5D")]).toEqual([false, false]);
    assigns(desk, "assign", "lawyer-02", "2026-03-09T10:00");
    expect(isAssigned(desk.facts(FILE[1]))).toBe(true);
    expect(triple(desk.clocks(...FILE), "AGR-SIGN-5D")[1]).toBe("2026-03-14");
  });
  it("结案材料在期限内提交、退回补正：补正另有三十日，首次提交不因此变为逾期", () => {
    const desk = granted("2026-03-04T10:00");
    assigns(desk, "assign", "lawyer-01", "2026-03-05T10:00");
    desk.step(FILE, "beginHandling")("CLERK", "2026-03-06T09:00");
    desk.put(FILE, { resultReceivedOn: "2026-04-28", closingItems: ["CI_LOG"] })("CLERK", "2026-04-28T09:00");
    desk.step(FILE, "receiveResult", { resultDocument: "调解书" })("CLERK", "2026-04-28T10:00");
    const filed = (on: string) => ({ closingFiledOn: on, closingMode: "CL_SETTLE", closingReport: "已履行" });
    desk.step(FILE, "submitClosing", filed("2026-05-20"))("CLERK", "2026-05-20T09:00");
    desk.step(FILE, "returnClosing", { closingRemarks: "缺约见笔录" })("EXAMINER", "2026-06-10T09:00");
    expect(triple(desk.clocks(...FILE), "CLS-FIX-30D")).toEqual(["2026-07-10", "2026-07-10", "2026-07-10"]);
    expect(clockOf(desk, "CLS-FIX-30D")?.metAt).toBeUndefined();
    expect(desk.step(FILE, "submitClosing", filed("2026-06-25"))("CLERK", "2026-06-25T09:00")).toMatchObject(
      ok,
    );
    expect(clockOf(desk, "CLS-SUBMIT-30D")).toMatchObject({ metAt: "2026-05-20", breach: "none" });
    expect(clockOf(desk, "CLS-FIX-30D")).toMatchObject({ metAt: "2026-06-25", breach: "none" });
    expect(triple(desk.clocks(...FILE), "CLS-REVIEW-30D")[1]).toBe("2026-07-25");
  });
});

describe("拒绝辩护后的五日、三日只属于应当通知辩护的案件（最高法刑诉解释第五十条第二款）", () => {
  it.each([
    ["N25_3", true],
    ["N48_4", false],
  ])("通知情形 %s：%s", (noticeGround, runs) => {
    const desk = notified("2026-07-06T09:00", {
      noticeGround,
      noticeOrganType: "COURT",
      proceduralStage: "ST_TRIAL1",
    });
    assigns(desk, "assign", "lawyer-01", "2026-07-06T10:00");
    desk.step(FILE, "noteRefusal", { refusedOn: "2026-07-13", refusalGround: "自行辩护" })(
      "CLERK",
      "2026-07-13T09:00",
    );
    desk.step(FILE, "permitRefusal", { refusalPermittedOn: "2026-07-14" })("CLERK", "2026-07-14T09:00");
    expect(running(desk).includes("REF-OWN-5D")).toBe(runs);
  });
});

describe("转交的二十四小时（法律援助法第三十九条第二款）：以转交为准，对方何时确认不影响", () => {
  const AT = ["transfer", "transfer-9"] as const;
  it("值班律师 20:00 转交，次日 18:00 才确认：不逾期", () => {
    const desk = aDesk();
    desk.put(AT, {
      via: "DUTYLAWYER",
      fromOrgan: "甲县看守所工作站",
      personName: "某K",
      appliedAt: "2026-03-20T16:45",
    })("DUTYLAWYER", "2026-03-20T17:00");
    expect(desk.step(AT, "sendTransfer")("DUTYLAWYER", "2026-03-20T20:00")).toMatchObject(ok);
    desk.step(AT, "confirmTransfer", { receivedAt: "2026-03-21T18:00" })("CLERK", "2026-03-21T18:10");
    expect(desk.clocks(...AT)[0]).toMatchObject({ metAt: "2026-03-20T20:00", breach: "none" });
  });
  it("公安机关注明近亲属地址不详的，不再记通知近亲属的三日（程序规定第四十七条第一款）", () => {
    const desk = aDesk();
    const police = {
      via: "ORGAN",
      organType: "POLICE",
      fromOrgan: "甲县公安局",
      personName: "某K",
      appliedAt: "2026-03-20T16:45",
    };
    desk.put(AT, { ...police, addressUnknown: false })("CLERK", "2026-03-21T09:00");
    expect(desk.clocks(...AT).map(({ id }) => id)).toContain("TRF-MPS-FAMILY-3D");
    desk.put(AT, { addressUnknown: true })("CLERK", "2026-03-21T09:05");
    expect(desk.clocks(...AT).map(({ id }) => id)).not.toContain("TRF-MPS-FAMILY-3D");
  });
});
