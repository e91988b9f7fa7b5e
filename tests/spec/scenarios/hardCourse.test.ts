import { describe, expect, it } from "vitest";
import { lateRemarks } from "../../../shared/law/lateRemarks.ts";
import { assigns, FILE, granted, no, ok, received } from "./course.ts";
import { triple } from "./desk.ts";
import { proposal } from "./people.ts";

describe("两次补充材料（第四十三条第二款，T12）：第二次须有新情况，两段补充期间都不计入", () => {
  const asked = (on: string, due: string, more = {}) => ({
    supplementItems: "事故认定书",
    supplementServedOn: on,
    supplementDueOn: due,
    ...more,
  });
  const desk = received("2026-04-01T09:00");
  const exam = () => desk.clocks(...FILE).find(({ id }) => id === "EXM-7D");

  it("04-02 至 04-09 补充：04-15；如不中止 04-08", () => {
    expect(
      desk.step(FILE, "askForMaterials", asked("2026-04-02", "2026-04-12"))("EXAMINER", "2026-04-02T10:00"),
    ).toMatchObject(ok);
    desk.step(FILE, "receiveSupplement", { supplementInOn: "2026-04-09" })("CLERK", "2026-04-09T10:00");
    expect([exam()?.hard, exam()?.unsuspendedHard]).toEqual(["2026-04-15", "2026-04-08"]);
  });
  it("没有新情况的第二次通知被拒绝；有新情况的，04-13 至 04-16 再扣三日：04-18（周六），法定 04-20", () => {
    const again = asked("2026-04-13", "2026-04-23");
    expect(desk.step(FILE, "askForMaterials", again)("EXAMINER", "2026-04-13T10:00")).toMatchObject({
      ok: false,
    });
    const fresh = { ...again, supplementNewFacts: "对方当事人提出新的保险单" };
    expect(desk.step(FILE, "askForMaterials", fresh)("EXAMINER", "2026-04-13T10:00")).toMatchObject(ok);
    expect(exam()?.isPaused).toBe(true);
    expect(desk.facts(FILE[1]).supplementInOn).toBeUndefined();
    desk.step(FILE, "receiveSupplement", { supplementInOn: "2026-04-16" })("CLERK", "2026-04-16T10:00");
    expect([exam()?.target, exam()?.hard, exam()?.legal]).toEqual(["2026-04-17", "2026-04-18", "2026-04-20"]);
    expect(exam()?.suspended).toMatchObject([
      { from: "2026-04-02", to: "2026-04-09" },
      { from: "2026-04-13", to: "2026-04-16" },
    ]);
    expect(exam()?.unsuspendedHard).toBe("2026-04-08");
  });
  it("同一日收到又再次通知的，第二次不算已经补充", () => {
    const same = received("2026-04-01T09:00");
    same.step(FILE, "askForMaterials", asked("2026-04-02", "2026-04-12"))("EXAMINER", "2026-04-02T10:00");
    same.step(FILE, "receiveSupplement", { supplementInOn: "2026-04-09" })("CLERK", "2026-04-09T10:00");
    const fresh = asked("2026-04-09", "2026-04-19", { supplementNewFacts: "新情况" });
    expect(same.step(FILE, "askForMaterials", fresh)("EXAMINER", "2026-04-09T11:00")).toMatchObject(ok);
    const own = same.clocks(...FILE).find(({ id }) => id === "EXM-SUPPLEMENT-RETURN");
    expect([own?.metAt, own?.hard]).toEqual([undefined, "2026-04-19"]);
  });
  it("补充期间不由人填写", () => {
    const other = received("2026-04-01T09:00");
    const forged = asked("2026-04-02", "2026-04-12", { supplementEarlier: "2026-03-01/2026-03-31" });
    expect(other.step(FILE, "askForMaterials", forged)("EXAMINER", "2026-04-02T10:00")).toMatchObject(
      no("fact-owned", "supplementEarlier"),
    );
  });
});

describe("指派以后的变化", () => {
  it("不接受指派：同一个三日期限继续（不重新起算）；周一另行指派，记为超过期限、未超过法定", () => {
    const desk = granted("2026-03-04T10:00");
    expect(assigns(desk, "assign", "lawyer-01", "2026-03-05T10:00")).toMatchObject(ok);
    desk.step(FILE, "refuseAssignment", { refusalReason: "出差" })("CLERK", "2026-03-06T10:00");
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")).toEqual([
      "2026-03-06",
      "2026-03-07",
      "2026-03-09",
    ]);
    expect(assigns(desk, "assign", "lawyer-02", "2026-03-09T10:00")).toMatchObject(ok);
    expect(desk.clocks(...FILE).find(({ id }) => id === "ASG-GRANTED-3D")?.breach).toBe("late_after_hard");
    const owed = () => lateRemarks(desk.clocks(...FILE), desk.facts(FILE[1])).map(({ say }) => say.zh);
    expect(owed()).toEqual(["决定给予后指派：期限 2026-03-07，2026-03-09 办理，逾期，请写明原因"]);
    desk.put(FILE, { lateReason: "原承办人不接受指派" })("CLERK", "2026-03-09T11:00");
    expect(owed()).toEqual([]);
  });

  it("指派后发现利益冲突（律师法第三十九条）：五个工作日内决定更换，原承办人不能再指派，协议期限重新起算", () => {
    const desk = granted("2026-04-27T10:00");
    assigns(desk, "assign", "lawyer-01", "2026-04-28T10:00");
    desk.step(FILE, "signAgreement", { agreementSignedOn: "2026-04-29" })("CLERK", "2026-04-29T10:00");
    const asked = {
      replacementInitiator: "AGENCY",
      replacementReasons: ["RP_CONFLICT"],
      replacementStatement: "承办人近亲属为对方当事人股东",
      replacedLawyerId: "lawyer-01",
    };
    expect(desk.step(FILE, "requestReplacement", asked)("EXAMINER", "2026-04-30T10:00")).toMatchObject(ok);
    // 05-06, 05-07, 05-08, the adjusted Saturday 05-09, 05-11
    expect(triple(desk.clocks(...FILE), "RPL-DECIDE")[1]).toBe("2026-05-11");
    desk.step(FILE, "reviewReplacement", {
      replacementVerified: "工商登记核实",
      replacementOpinion: "CHANGE_PROVIDER",
    })("EXAMINER", "2026-05-06T10:00");
    const decided = {
      replacementResult: "CHANGE_PROVIDER",
      replacementReasonText: "利益冲突",
      changeDays: 3,
      informDays: 3,
    };
    expect(desk.step(FILE, "approveReplacement", decided)("HEAD", "2026-05-07T10:00")).toMatchObject(ok);
    expect(assigns(desk, "reassign", "lawyer-01", "2026-05-08T10:00")).toMatchObject(
      no("value-invalid", "lawyerId"),
    );
    expect(assigns(desk, "reassign", "lawyer-02", "2026-05-08T10:00")).toMatchObject(ok);
    expect(desk.facts(FILE[1]).agreementSignedOn).toBeUndefined();
    expect(triple(desk.clocks(...FILE), "AGR-SIGN-5D")).toEqual(["2026-05-13", "2026-05-13", "2026-05-13"]);
    expect(desk.clocks(...FILE).find(({ id }) => id === "ASG-GRANTED-3D")?.metAt).toBe("2026-04-28T10:00");
  });

  it("群体案件：给予以后增加受援人，仍是一案；人数随之增加", () => {
    const desk = granted("2026-01-08T09:00");
    for (const n of [1, 2, 3])
      expect(desk.row(FILE, "coApplicants", { name: `工友${n}` })("CLERK", "2026-01-09T09:00")).toMatchObject(
        ok,
      );
    expect([desk.all("aidFile").length, desk.facts(FILE[1]).coApplicants?.length]).toEqual([1, 3]);
  });
});

describe("先行提供之后（第四十四条第二款）", () => {
  const given = () => {
    const desk = received("2026-09-28T09:00");
    desk.step(FILE, "giveEmergencyAid", { emergencyGround: "EM44_1", emergencyReason: "时效将满" })(
      "HEAD",
      "2026-09-28T10:00",
    );
    assigns(desk, "assign", "lawyer-01", "2026-09-28T11:00");
    return desk;
  };
  it("补办期限十日落在国庆假期后：10-08 尚不得作失效处理，10-09 可以；失效后仍须按终止结束承办", () => {
    const desk = given();
    expect(triple(desk.clocks(...FILE), "EMG-MAKEUP")).toEqual(["2026-10-08", "2026-10-08", "2026-10-08"]);
    const lapse = { emergencyLapseReason: "未补办手续" };
    expect(desk.step(FILE, "lapseEmergencyAid", lapse)("HEAD", "2026-10-08T17:00")).toMatchObject(
      no("stage-forbids", "emergencyAt"),
    );
    expect(desk.step(FILE, "lapseEmergencyAid", lapse)("HEAD", "2026-10-09T09:00")).toMatchObject(ok);
    const report = { terminationReason: "TM48_8", terminationReport: "先行提供失效" };
    expect(desk.step(FILE, "reportTermination", report)("CLERK", "2026-10-09T10:00")).toMatchObject(ok);
  });
  it("审查期限照常进行；给予的，补办手续随决定完成，先前的指派继续有效", () => {
    const desk = given();
    expect(triple(desk.clocks(...FILE), "EXM-7D")).toEqual(["2026-09-30", "2026-10-05", "2026-10-08"]);
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-09-30T09:00");
    expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-09-30T10:00")).toMatchObject(
      ok,
    );
    expect(desk.view(...FILE).stages).toMatchObject({ emergency: "regularised", assignment: "assigned" });
    expect(desk.clocks(...FILE).find(({ id }) => id === "ASG-GRANTED-3D")?.breach).toBe("none");
  });
});
