import { describe, expect, it } from "vitest";
import { day } from "../../../shared/kernel/day.ts";
import { silenceOf } from "../../../shared/law/silence.ts";
import { mayRead } from "../../../shared/workflow/writers.ts";
import { aDesk, COUNTY, person, triple } from "./desk.ts";
import { APPLICATION, chosen, LETTER, proposal } from "./people.ts";

const FILE = ["aidFile", "file-0001"] as const;
const OBJECTION = ["objection", "objection-0001"] as const;
const LEAD = ["penaltyLead", "lead-0001"] as const;
const ok = { ok: true };
const no = (code: string, detail?: string) => ({ ok: false, refusal: { code, ...(detail && { detail }) } });
const ASSIGN = { lawyerId: "lawyer-01", providerId: "provider-1", assignReason: "经验" };

const granted = (on: string) => {
  const desk = aDesk();
  desk.put(FILE, APPLICATION)("CLERK", `${on}T08:00`);
  desk.row(FILE, "materials", { kind: "FORM", title: "申请表", copies: 1 })("CLERK", `${on}T08:00`);
  desk.step(FILE, "receive")("CLERK", `${on}T08:30`);
  desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", `${on}T09:00`);
  expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", `${on}T10:00`)).toMatchObject(ok);
  return desk;
};
const notified = (at: string, facts = {}) => {
  const desk = aDesk();
  desk.put(FILE, { ...LETTER, noticeLetterOn: at.slice(0, 10), ...facts })("CLERK", at);
  expect(desk.step(FILE, "receiveNotice")("CLERK", at)).toMatchObject(ok);
  desk.step(FILE, "checkNotice")("CLERK", at);
  return desk;
};

describe("S10 家属自行委托（法律援助法第四十八条第一款第六项）", () => {
  const desk = notified("2026-07-20T09:00");
  it("ASG 07-23，07-21 指派；07-29 本人确认，公安 07-31/08-01/08-03 前告知", () => {
    expect(triple(desk.clocks(...FILE), "ASG-NOTIFIED-3D")[1]).toBe("2026-07-23");
    expect(
      desk.step(FILE, "assign", ASSIGN)(
        "HEAD",
        "2026-07-21T10:00",
        chosen("lawyer-01", FILE[1], "2026-07-21"),
      ),
    ).toMatchObject(ok);
    desk.step(FILE, "replyToOrgan")("HEAD", "2026-07-21T11:00");
    desk.put(FILE, { ownCounselOn: "2026-07-29" })("CLERK", "2026-07-30T09:00");
    expect(triple(desk.clocks(...FILE), "REF-MPS-3D")).toEqual(["2026-07-31", "2026-08-01", "2026-08-03"]);
    desk.put(FILE, { organInformedOn: "2026-07-30" })("CLERK", "2026-07-30T10:00");
  });
  it("V17：没有委托手续或者声明，不得终止；07-31 终止，核查与决定由两人", () => {
    expect(
      desk.step(FILE, "reportTermination", { terminationReason: "TM48_4", terminationReport: "经济好转" })(
        "CLERK",
        "2026-07-30T11:00",
      ),
    ).toMatchObject(no("means-test-forbidden"));
    desk.step(FILE, "reportTermination", {
      terminationReason: "TM48_6",
      terminationReport: "家属已委托律师",
    })("CLERK", "2026-07-30T11:00");
    desk.step(FILE, "verifyTermination", { terminationEvidence: "公安机关告知" })(
      "EXAMINER",
      "2026-07-31T09:00",
    );
    const decision = {
      terminationText: "已自行委托，以本人选择为准",
      terminationRemedy: "可向甲县司法局提出异议",
    };
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-07-31T10:00")).toMatchObject(
      no("ground-document", "terminationDocument"),
    );
    desk.step(FILE, "verifyTermination", {
      terminationEvidence: "公安机关告知",
      terminationDocument: "委托书复印件、本人确认笔录",
    })("EXAMINER", "2026-07-31T10:30");
    const same = person("HEAD", "staff-examiner");
    expect(desk.step(FILE, "terminate", decision)(same, "2026-07-31T11:00")).toMatchObject(
      no("same-person", "terminationVerifierId"),
    );
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-07-31T11:00")).toMatchObject(ok);
  });
  it("送达后没有异议才生效；生效后只剩结案期限", () => {
    desk.step(FILE, "serveTermination", { terminationServedOn: "2026-07-31" })("CLERK", "2026-07-31T15:00");
    const effect = { terminationEffectiveOn: "2026-08-31" };
    expect(desk.step(FILE, "makeTerminationEffective", effect)("HEAD", "2026-08-31T09:00")).toMatchObject(
      no("not-found"),
    );
    expect(
      desk.step(FILE, "makeTerminationEffective", effect)("HEAD", "2026-08-31T09:00", {
        peers: desk.all("objection"),
      }),
    ).toMatchObject(ok);
    expect(
      desk
        .clocks(...FILE)
        .filter(({ metAt }) => metAt === undefined)
        .map(({ id }) => id),
    ).toEqual(["CLS-SUBMIT-30D"]);
  });
});

describe("S16 强制医疗通知代理（法律援助法第二十八条、第三十六条）", () => {
  it("通知 09-03 前；ASG 09-04/09-05/09-07；手续 09-07 前；不审查经济状况", () => {
    const desk = notified("2026-09-02T09:00", {
      noticeOrgan: "甲县人民法院",
      noticeOrganType: "COURT",
      noticeKind: "REPRESENTATION",
      noticeGround: "N28",
      matter: "M28",
      aidForm: "CRIM_AGENCY",
      proceduralStage: "ST_COMPMED",
      organDiscoveredOn: "2026-08-31",
      suspectedCharge: "强制医疗",
    });
    expect(triple(desk.clocks(...FILE), "NTF-COMPMED-3D")[1]).toBe("2026-09-03");
    expect(triple(desk.clocks(...FILE), "ASG-NOTIFIED-3D")).toEqual([
      "2026-09-04",
      "2026-09-05",
      "2026-09-07",
    ]);
    expect(
      desk.step(FILE, "assign", ASSIGN)(
        "HEAD",
        "2026-09-04T09:00",
        chosen("lawyer-01", FILE[1], "2026-09-04"),
      ),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "HND-AGENT-PAPERS-3D")[1]).toBe("2026-09-07");
    desk.put(FILE, { papersFiledOn: "2026-09-08" })("CLERK", "2026-09-07T09:00");
    expect(desk.step(FILE, "filePapers")("CLERK", "2026-09-07T10:00")).toMatchObject(
      no("in-future", "papersFiledOn"),
    );
    desk.put(FILE, { papersFiledOn: "2026-09-07" })("CLERK", "2026-09-07T10:01");
    expect(desk.step(FILE, "filePapers")("CLERK", "2026-09-07T10:02")).toMatchObject(ok);
    expect(desk.step(FILE, "verify")("EXAMINER", "2026-09-04T09:00")).toMatchObject(no("stage-forbids"));
  });
});

describe("S19 怠于办理，更换承办人员（法律援助法第五十五条）", () => {
  const desk = granted("2026-08-18");
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

describe("S21 骗取法律援助（法律援助法第四十八条第一款第一项、第六十四条）", () => {
  const desk = granted("2026-06-11");
  const reviewer = person("BUREAU", "staff-law", "法治科");
  it("09-14 听取意见前不得终止；09-16 决定，09-17 送达", () => {
    desk.step(FILE, "reportTermination", { terminationReason: "TM48_1", terminationReport: "有两套房产" })(
      "CLERK",
      "2026-09-10T09:00",
    );
    desk.step(FILE, "verifyTermination", { terminationEvidence: "不动产登记查询" })(
      "EXAMINER",
      "2026-09-11T09:00",
    );
    const decision = {
      terminationText: "以欺骗手段获得法律援助",
      terminationRemedy: "可向甲县司法局提出异议",
    };
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-09-14T09:00")).toMatchObject(
      no("ground-document", "recipientHeardOn"),
    );
    desk.step(FILE, "verifyTermination", {
      terminationEvidence: "不动产登记查询",
      recipientHeardOn: "2026-09-14",
      recipientStatement: "承认",
    })("EXAMINER", "2026-09-14T10:00");
    expect(desk.step(FILE, "terminate", decision)("HEAD", "2026-09-16T09:00")).toMatchObject(ok);
    expect(
      desk.step(FILE, "serveTermination", { terminationServedOn: "2026-09-17" })("CLERK", "2026-09-17T09:00"),
    ).toMatchObject(ok);
  });
  it("异议 09-22 → 09-24/09-27/09-28；审查期间终止不生效；09-24 维持", () => {
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "TERMINATION",
      objectorName: "某T",
      grounds: "不服",
      decisionServedOn: "2026-09-17",
    })("CLERK", "2026-09-22T09:00");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-09-22T09:00", related)).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-REVIEW-5D")).toEqual([
      "2026-09-24",
      "2026-09-27",
      "2026-09-28",
    ]);
    const effect = { terminationEffectiveOn: "2026-09-23" };
    expect(
      desk.step(FILE, "makeTerminationEffective", effect)("HEAD", "2026-09-23T09:00", {
        peers: desk.all("objection"),
      }),
    ).toMatchObject(no("stage-forbids", "objectionId"));
    desk.step(OBJECTION, "beginReview")(reviewer, "2026-09-22T10:00", related);
    expect(
      desk.step(OBJECTION, "maintain", { reasonText: "事实清楚", remedyText: "复议或者诉讼" })(
        reviewer,
        "2026-09-24T09:00",
        related,
      ),
    ).toMatchObject(ok);
    expect(
      desk.step(FILE, "makeTerminationEffective", { terminationEffectiveOn: "2026-09-24" })(
        "HEAD",
        "2026-09-24T10:00",
        { peers: desk.all("objection") },
      ),
    ).toMatchObject(ok);
  });
  it("处罚线索在卷宗之外，只有司法局可见；罚款不超过三千元", () => {
    const lead = { fileId: FILE[1], ground: "TM48_1", summary: "隐瞒房产" };
    expect(desk.put(LEAD, lead)("HEAD", "2026-09-24T11:00")).toMatchObject(no("role-forbids"));
    expect([
      mayRead("penaltyLead", ["HEAD"]),
      mayRead("penaltyLead", ["BUREAU"]),
      mayRead("aidFile", ["CLERK"]),
    ]).toEqual([false, true, true]);
    desk.put(LEAD, lead)(reviewer, "2026-09-24T11:00");
    expect(desk.step(LEAD, "openLead")(reviewer, "2026-09-24T11:00")).toMatchObject(ok);
    const penalty = {
      decisionNo: "甲司罚〔2026〕1号",
      decidedOn: "2026-10-12",
      costFen: 150_000,
      fineFen: 300_001,
    };
    expect(desk.step(LEAD, "imposePenalty", penalty)(reviewer, "2026-10-12T09:00")).toMatchObject(
      no("value-invalid", "fineFen"),
    );
    expect(
      desk.step(LEAD, "imposePenalty", { ...penalty, fineFen: 300_000 })(reviewer, "2026-10-12T09:00"),
    ).toMatchObject(ok);
    expect(desk.facts(FILE[1])).not.toHaveProperty("fineFen");
  });
});

describe("法律援助法第四十四条第二款：先行提供后未补办手续", () => {
  it("补办期限未满不得作失效处理，期满后由负责人记录", () => {
    const desk = aDesk();
    desk.put(FILE, APPLICATION)("CLERK", "2026-06-03T08:00");
    desk.row(FILE, "materials", { kind: "FORM", title: "申请表", copies: 1 })("CLERK", "2026-06-03T08:00");
    desk.step(FILE, "receive")("CLERK", "2026-06-03T09:00");
    desk.step(FILE, "giveEmergencyAid", { emergencyGround: "EM44_2", emergencyReason: "正在转移财产" })(
      "HEAD",
      "2026-06-03T10:00",
    );
    const lapse = { emergencyLapseReason: "未补办手续" };
    expect(desk.step(FILE, "lapseEmergencyAid", lapse)("HEAD", "2026-06-15T17:00")).toMatchObject(
      no("stage-forbids", "emergencyAt"),
    );
    expect(desk.step(FILE, "lapseEmergencyAid", lapse)("HEAD", "2026-06-16T09:00")).toMatchObject(ok);
    expect(desk.view(...FILE).stages.emergency).toBe("lapsed");
  });
});
