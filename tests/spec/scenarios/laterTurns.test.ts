import { describe, expect, it } from "vitest";
import { missingFromClosing } from "../../../shared/law/closingChecklist.ts";
import { ASSIGN, assigns, FILE, granted, no, notified, ok, received } from "./course.ts";
import { aDesk, person } from "./desk.ts";
import { chosen, proposal } from "./people.ts";

const reviewer = person("BUREAU", "staff-law", "法治科");

describe("C11 二审、死刑复核来函：转送有管辖权的机构（法律援助法第三十八条）", () => {
  const letter = {
    noticeOrgan: "某省高级人民法院",
    noticeOrganType: "COURT",
    noticeGround: "N25_5",
    proceduralStage: "ST_DEATHREV",
  };
  it("转送须写明机构；转送后三日期限消失，不能再指派，不计为本机构案件", () => {
    const desk = notified("2026-07-20T09:00", letter);
    expect(desk.step(FILE, "forwardNotice")("CLERK", "2026-07-20T10:00")).toMatchObject(
      no("facts-missing", "referredTo"),
    );
    const to = { referredTo: "某市法律援助中心", noticeEndReason: "死刑复核案件" };
    expect(desk.step(FILE, "forwardNotice", to)("CLERK", "2026-07-20T10:00")).toMatchObject(ok);
    expect(desk.clocks(...FILE).filter(({ metAt }) => metAt === undefined)).toEqual([]);
    expect(assigns(desk, "assign", "lawyer-01", "2026-07-20T11:00")).toMatchObject(no("stage-forbids"));
  });
  it("已经指派的不能转送", () => {
    const desk = notified("2026-07-20T09:00", letter);
    assigns(desk, "assign", "lawyer-01", "2026-07-20T10:00");
    const to = { referredTo: "某市法律援助中心", noticeEndReason: "二审案件" };
    expect(desk.step(FILE, "forwardNotice", to)("CLERK", "2026-07-20T11:00")).toMatchObject(
      no("stage-forbids", "assignedAt"),
    );
  });
});

describe("拒绝辩护，两次（最高法刑诉解释第五十条第二款、第五十一条）", () => {
  const desk = notified("2026-07-06T09:00", { noticeOrganType: "COURT", proceduralStage: "ST_TRIAL1" });
  const refuses = (on: string) => {
    desk.step(FILE, "noteRefusal", { refusedOn: on, refusalGround: "不信任" })("CLERK", `${on}T09:00`);
    desk.step(FILE, "permitRefusal", { refusalPermittedOn: on })("CLERK", `${on}T10:00`);
  };
  it("另行通知后不能再指派被拒绝的律师，只能另派他人", () => {
    assigns(desk, "assign", "lawyer-01", "2026-07-06T10:00");
    refuses("2026-07-13");
    desk.step(FILE, "noOwnCounsel", { noOwnCounselOn: "2026-07-19" })("CLERK", "2026-07-19T09:00");
    desk.step(FILE, "receiveRenotice", { renotifiedAt: "2026-07-21T09:00" })("CLERK", "2026-07-21T09:00");
    expect(assigns(desk, "reassign", "lawyer-01", "2026-07-22T09:00")).toMatchObject(
      no("value-invalid", "lawyerId"),
    );
    expect(assigns(desk, "reassign", "lawyer-02", "2026-07-22T09:00")).toMatchObject(ok);
    expect(desk.step(FILE, "replyRenotice")("CLERK", "2026-07-22T10:00")).toMatchObject(ok);
  });
  it("第二次拒绝，五日后才另行委托的，以及换人以后家属另行委托的，都可以登记", () => {
    refuses("2026-08-03");
    desk.step(FILE, "noOwnCounsel", { noOwnCounselOn: "2026-08-09" })("CLERK", "2026-08-09T09:00");
    expect(
      desk.step(FILE, "retainOwnCounsel", { ownCounselOn: "2026-08-10" })("CLERK", "2026-08-10T09:00"),
    ).toMatchObject(ok);
    const other = notified("2026-07-06T09:00");
    assigns(other, "assign", "lawyer-01", "2026-07-06T10:00");
    other.step(FILE, "noteRefusal", { refusedOn: "2026-07-13", refusalGround: "不信任" })(
      "CLERK",
      "2026-07-13T09:00",
    );
    other.step(FILE, "permitRefusal", { refusalPermittedOn: "2026-07-13" })("CLERK", "2026-07-13T10:00");
    other.step(FILE, "receiveRenotice", { renotifiedAt: "2026-07-21T09:00" })("CLERK", "2026-07-21T09:00");
    assigns(other, "reassign", "lawyer-02", "2026-07-22T09:00");
    other.step(FILE, "replyRenotice")("CLERK", "2026-07-22T10:00");
    expect(
      other.step(FILE, "retainOwnCounsel", { ownCounselOn: "2026-07-28" })("CLERK", "2026-07-28T09:00"),
    ).toMatchObject(ok);
  });
});

describe("异议办结以后的救济（法律援助法第四十九条第三款）", () => {
  const OBJECTION = ["objection", "objection-0001"] as const;
  it("维持送达、办结后申请复议；复议撤销的，机构据此重新决定给予，三日内指派", () => {
    const desk = received("2026-05-06T09:00");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-11T09:00");
    const denial = { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", remedyText: "可以提出异议" };
    desk.step(FILE, "deny", denial)("HEAD", "2026-05-12T09:00");
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "属于赡养",
      decisionServedOn: "2026-05-13",
    })("CLERK", "2026-05-15T10:00");
    desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related);
    desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related);
    const ending = { reasonText: "不属于援助范围", remedyText: "复议或者诉讼" };
    desk.step(OBJECTION, "maintain", ending)(reviewer, "2026-05-20T09:00", related);
    desk.step(OBJECTION, "serveObjection", { servedOn: "2026-05-20" })(reviewer, "2026-05-20T15:00");
    expect(desk.step(OBJECTION, "closeObjection")(reviewer, "2026-05-21T09:00")).toMatchObject(ok);
    const asked = { arOrgan: "甲县人民政府", arFiledOn: "2026-07-16" };
    expect(desk.step(OBJECTION, "askReconsideration", asked)(reviewer, "2026-07-16T10:00")).toMatchObject(ok);
    const again = { objectionId: OBJECTION[1], redecisionReason: "复议机关撤销" };
    const overturned = () => ({ related: { objectionId: desk.view(...OBJECTION) } });
    const received2 = { arReceivedOn: "2026-09-14", arOutcome: "撤销维持决定" };
    desk.step(OBJECTION, "receiveReconsideration", received2)(reviewer, "2026-09-14T10:00");
    expect(desk.step(FILE, "redecide", again)("HEAD", "2026-09-15T09:00", overturned())).toMatchObject(
      no("stage-forbids", "objectionId"),
    );
    const order = { overturnedOn: "2026-09-14", orderText: "重新作出决定" };
    expect(desk.step(OBJECTION, "overturn", order)(reviewer, "2026-09-14T11:00")).toMatchObject(ok);
    expect(desk.step(FILE, "redecide", again)("HEAD", "2026-09-15T09:00", overturned())).toMatchObject(ok);
    expect(desk.clocks(...FILE).find(({ id }) => id === "ASG-GRANTED-3D")?.hard).toBe("2026-09-18");
    expect(desk.view(...OBJECTION).facts.result).toBe("MAINTAINED");
  });
  it("责令改正的，办结以后也不再有复议、诉讼；同样经过而维持的，可以起诉", () => {
    const sued = (step: string, ending: { readonly [f: string]: string }) => {
      const desk = received("2026-05-06T09:00");
      desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-11T09:00");
      const denial = {
        denialReasons: ["DN_SCOPE"],
        reasonText: "不属于援助范围",
        remedyText: "可以提出异议",
      };
      desk.step(FILE, "deny", denial)("HEAD", "2026-05-12T09:00");
      const related = { related: { fileId: desk.view(...FILE) } };
      const objection = { fileId: FILE[1], against: "DENIAL", objectorName: "某N", grounds: "属于赡养" };
      desk.put(OBJECTION, { ...objection, decisionServedOn: "2026-05-13" })("CLERK", "2026-05-15T10:00");
      desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related);
      desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related);
      desk.step(OBJECTION, step, { reasonText: "见审查", ...ending })(reviewer, "2026-05-20T09:00", related);
      desk.step(OBJECTION, "serveObjection", { servedOn: "2026-05-20" })(reviewer, "2026-05-20T15:00");
      expect(desk.step(OBJECTION, "closeObjection")(reviewer, "2026-05-21T09:00")).toMatchObject(ok);
      return ["sue", "askReconsideration"].map((next) =>
        desk.step(
          OBJECTION,
          next,
          next === "sue" ? { suedOn: "2026-07-16" } : { arOrgan: "甲县人民政府", arFiledOn: "2026-07-16" },
        )(reviewer, "2026-07-16T10:00"),
      );
    };
    const refused = no("stage-forbids", "result");
    expect(sued("correct", { orderText: "重新作出决定" })).toMatchObject([refused, refused]);
    // one remedy is begun, so the other is no longer open
    expect(sued("maintain", { remedyText: "复议或者诉讼" })).toMatchObject([ok, no("stage-forbids")]);
  });
});

describe("其他不应有的拒绝和准许", () => {
  it("办结的咨询可以转为申请（§6.1）", () => {
    const desk = aDesk();
    const AT = ["consultation", "consult-0001"] as const;
    const asked = { askedAt: "2026-03-02T09:00", channel: "WINDOW", gist: "工资", toldRightToApply: true };
    desk.put(AT, { ...asked, answer: "可以申请", followUp: "NONE" })("CLERK", "2026-03-02T09:00");
    desk.step(AT, "answer")("CLERK", "2026-03-02T09:10");
    desk.step(AT, "close")("CLERK", "2026-03-02T09:20");
    expect(desk.step(AT, "convert", { fileId: FILE[1] })("CLERK", "2026-03-05T09:00")).toMatchObject(ok);
  });
  it("值班律师转交后，机构收到的仍是同一份申请（第三十九条第二款）", () => {
    const desk = aDesk();
    const AT = ["transfer", "transfer-1"] as const;
    desk.put(AT, {
      via: "DUTYLAWYER",
      fromOrgan: "工作站",
      personName: "某K",
      appliedAt: "2026-03-20T16:45",
    })("DUTYLAWYER", "2026-03-20T17:00");
    desk.step(AT, "sendTransfer")("DUTYLAWYER", "2026-03-20T17:10");
    expect(desk.step(AT, "receiveTransfer")("CLERK", "2026-03-21T10:00")).toMatchObject(ok);
    expect(desk.step(AT, "openFromTransfer", { fileId: FILE[1] })("CLERK", "2026-03-21T10:05")).toMatchObject(
      ok,
    );
  });
  it("距时效届满尚有七日以上的，不属于第四十四条第一款第一项", () => {
    const desk = received("2026-06-03T09:00", { limitationOn: "2026-06-10" });
    const ground = { emergencyGround: "EM44_1", emergencyReason: "时效将满" };
    expect(desk.step(FILE, "giveEmergencyAid", ground)("HEAD", "2026-06-03T10:00")).toMatchObject(
      no("value-invalid", "limitationOn"),
    );
    expect(desk.step(FILE, "giveEmergencyAid", ground)("HEAD", "2026-06-04T10:00")).toMatchObject(ok);
  });
  it("终止生效的案件不能再指派；没有人承办过的，结案不要求承办材料（第四十八条、第五十条）", () => {
    const desk = granted("2026-06-11T10:00");
    desk.step(FILE, "reportTermination", { terminationReason: "TM48_7", terminationReport: "本人申请" })(
      "CLERK",
      "2026-06-12T09:00",
    );
    desk.step(FILE, "verifyTermination", { terminationEvidence: "笔录", terminationDocument: "书面申请" })(
      "EXAMINER",
      "2026-06-12T10:00",
    );
    desk.step(FILE, "terminate", { terminationText: "有正当理由", terminationRemedy: "可以提出异议" })(
      "HEAD",
      "2026-06-12T11:00",
    );
    desk.step(FILE, "serveTermination", { terminationServedOn: "2026-06-12" })("CLERK", "2026-06-12T15:00");
    const effect = { terminationEffectiveOn: "2026-06-15" };
    desk.step(FILE, "makeTerminationEffective", effect)("HEAD", "2026-06-15T09:00", { peers: [] });
    expect(assigns(desk, "assign", "lawyer-01", "2026-06-15T10:00")).toMatchObject(
      no("stage-forbids", "termination"),
    );
    const missing = missingFromClosing({ ...desk.facts(FILE[1]), closingItems: [], letters: [] });
    expect(missing).toEqual(["CI_ENTRY", "CI_IDENTITY", "CI_MEANS", "CI_EXAM", "CI_DECISION", "CI_REPORT"]);
  });
  it("更换后继任者不接受的，不能回头指派被更换的人（第五十五条）", () => {
    const desk = granted("2026-08-18T10:00");
    desk.step(FILE, "assign", ASSIGN)("HEAD", "2026-08-19T09:00", chosen("lawyer-01", FILE[1], "2026-08-19"));
    desk.step(FILE, "requestReplacement", {
      replacementInitiator: "RECIPIENT",
      replacementReasons: ["RP_RECIPIENT"],
      replacementStatement: "未约见",
      replacedLawyerId: "lawyer-01",
    })("CLERK", "2026-09-01T09:00");
    desk.step(FILE, "reviewReplacement", {
      replacementVerified: "属实",
      replacementOpinion: "CHANGE_PERSON",
    })("EXAMINER", "2026-09-02T09:00");
    const decided = {
      replacementResult: "CHANGE_PERSON",
      replacementReasonText: "未履行职责",
      changeDays: 3,
      informDays: 3,
    };
    desk.step(FILE, "approveReplacement", decided)("HEAD", "2026-09-02T10:00");
    assigns(desk, "reassign", "lawyer-02", "2026-09-03T09:00");
    desk.step(FILE, "refuseAssignment", { refusalReason: "住院" })("CLERK", "2026-09-04T09:00");
    const clock = (id: string) => desk.clocks(...FILE).find((each) => each.id === id);
    // what the grant asked for was done; what the replacement asked for is open again, from its own day
    expect(clock("ASG-GRANTED-3D")).toMatchObject({ metAt: "2026-08-19T09:00", breach: "none" });
    expect(clock("RPL-HANDOVER")).toMatchObject({ triggerAt: "2026-09-02T10:00", hard: "2026-09-05" });
    expect(clock("RPL-HANDOVER")?.metAt).toBeUndefined();
    expect(assigns(desk, "assign", "lawyer-01", "2026-09-04T10:00")).toMatchObject(
      no("value-invalid", "lawyerId"),
    );
    expect(assigns(desk, "assign", "lawyer-03", "2026-09-04T10:00")).toMatchObject(ok);
    expect(clock("RPL-HANDOVER")).toMatchObject({ metAt: "2026-09-04T10:00", breach: "none" });
    expect(clock("ASG-GRANTED-3D")?.metAt).toBe("2026-08-19T09:00");
    expect(clock("HND-FIRST-CONTACT")?.triggerAt).toBe("2026-09-04T10:00");
  });
  it("处罚线索只因骗取法律援助（第六十四条）", () => {
    const desk = aDesk();
    const LEAD = ["penaltyLead", "lead-0001"] as const;
    desk.put(LEAD, { fileId: FILE[1], ground: "TM48_4", summary: "经济好转" })(reviewer, "2026-09-24T11:00");
    expect(desk.step(LEAD, "openLead")(reviewer, "2026-09-24T11:00")).toMatchObject(
      no("value-invalid", "ground"),
    );
  });
});
