import { describe, expect, it } from "vitest";
import { ASSIGN, FILE, no, notified, ok } from "./course.ts";
import { aDesk, person, triple } from "./desk.ts";
import { APPLICATION, chosen } from "./people.ts";

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
    desk.step(FILE, "retainOwnCounsel", { ownCounselOn: "2026-07-29" })("CLERK", "2026-07-30T09:00");
    expect(triple(desk.clocks(...FILE), "REF-MPS-3D")).toEqual(["2026-07-31", "2026-08-01", "2026-08-03"]);
    expect(
      desk.step(FILE, "retainOwnCounsel", { ownCounselOn: "2026-07-29" })("HANDLER", "2026-07-30T10:00"),
    ).toMatchObject({ ok: false });
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
