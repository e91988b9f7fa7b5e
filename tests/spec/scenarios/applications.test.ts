import { describe, expect, it } from "vitest";
import { aDesk, person, triple } from "./desk.ts";
import { APPLICATION, chosen, proposal } from "./people.ts";

const FILE = ["aidFile", "file-0001"] as const;
const OBJECTION = ["objection", "objection-0001"] as const;
const MATERIAL = { kind: "FORM", title: "申请表", copies: 1 };
const REMEDY = { remedyText: "可向甲县司法局提出异议" };
const ok = { ok: true };
const no = (code: string, detail?: string) => ({ ok: false, refusal: { code, ...(detail && { detail }) } });

const received = (at: string, facts = {}) => {
  const desk = aDesk();
  desk.put(FILE, { ...APPLICATION, ...facts })("CLERK", at);
  desk.row(FILE, "materials", MATERIAL)("CLERK", at);
  expect(desk.step(FILE, "receive")("CLERK", at)).toMatchObject(ok);
  return desk;
};

describe("S04 视为撤回（法律援助法第四十三条第二款）", () => {
  const desk = received("2026-04-14T09:00", { matter: "M31_5A", aidForm: "LABOUR_MED_ARB" });
  it("FZ-006 于 04-15 送达，补充期限 04-24/04-25/04-27", () => {
    const asked = {
      supplementItems: "身份证复印件、案件材料",
      supplementServedOn: "2026-04-15",
      supplementDueOn: "2026-04-25",
    };
    expect(desk.step(FILE, "askForMaterials", asked)("EXAMINER", "2026-04-15T10:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "EXM-SUPPLEMENT-RETURN")).toEqual([
      "2026-04-24",
      "2026-04-25",
      "2026-04-27",
    ]);
  });
  it("04-27 尚不能视为撤回，04-28 由负责人记录；不是不予援助，可以重新申请", () => {
    const reason = { withdrawalReason: "逾期未补充" };
    expect(desk.step(FILE, "deemWithdrawn", reason)("HEAD", "2026-04-27T16:00")).toMatchObject(
      no("stage-forbids"),
    );
    expect(desk.step(FILE, "deemWithdrawn", reason)("HEAD", "2026-04-28T09:00")).toMatchObject(ok);
    expect(desk.view(...FILE).stages.application).toBe("withdrawnDeemed");
    expect(desk.facts(FILE[1]).decision).toBeUndefined();
    expect(received("2026-05-06T09:00").view(...FILE).stages.application).toBe("received");
  });
});

describe("S14 范围外不予援助、异议、复议（法律援助法第四十九条）", () => {
  const desk = received("2026-05-06T09:00", { matter: "M31_6", amountFen: 6_000_000 });
  const reviewer = person("BUREAU", "staff-law", "法治科");
  const related = () => ({ related: { fileId: desk.view(...FILE) } });

  it("EXM 05-13；05-12 决定不予，05-13 送达", () => {
    expect(triple(desk.clocks(...FILE), "EXM-7D")[1]).toBe("2026-05-13");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    const denial = { denialReasons: ["DN_SCOPE"], reasonText: "民间借贷不属于援助范围", ...REMEDY };
    expect(desk.step(FILE, "deny", denial)("HEAD", "2026-05-12T15:00")).toMatchObject(ok);
    expect(
      desk.step(FILE, "serveDecision", { decisionServedOn: "2026-05-13" })("CLERK", "2026-05-13T10:00"),
    ).toMatchObject(ok);
  });
  it("05-15 收到异议，OBJ-REVIEW-5D 05-20", () => {
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    })("CLERK", "2026-05-15T10:00");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00")).toMatchObject(
      no("not-found", "fileId"),
    );
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related())).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-REVIEW-5D")).toEqual([
      "2026-05-20",
      "2026-05-20",
      "2026-05-20",
    ]);
  });
  it.each([
    ["审查人", person("BUREAU", "staff-examiner", "法治科"), "same-person"],
    ["决定人", person("BUREAU", "staff-head", "法治科"), "same-person"],
    ["同一科室的人", person("BUREAU", "staff-other", "法律援助科"), "same-section"],
  ] as const)("§1.3：%s不得审查异议", (_, actor, code) => {
    expect(desk.step(OBJECTION, "beginReview")(actor, "2026-05-18T09:00", related())).toMatchObject(no(code));
  });
  it("其他科室的人审查，05-20 维持并送达", () => {
    expect(desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related())).toMatchObject(ok);
    expect(
      desk.step(OBJECTION, "maintain", { reasonText: "属实" })(reviewer, "2026-05-20T09:00", related()),
    ).toMatchObject(no("facts-missing", "remedyText"));
    const ending = { reasonText: "不属于援助范围", remedyText: "县人民政府、市司法局；人民法院" };
    expect(desk.step(OBJECTION, "maintain", ending)(reviewer, "2026-05-20T09:00", related())).toMatchObject(
      ok,
    );
    expect(
      desk.step(OBJECTION, "serveObjection", { servedOn: "2026-05-20" })(reviewer, "2026-05-20T15:00"),
    ).toMatchObject(ok);
    expect(desk.clocks(...OBJECTION).find(({ id }) => id === "OBJ-REVIEW-5D")).toMatchObject({
      metAt: "2026-05-20T09:00",
      breach: "none",
    });
  });
  it("复议期限 07-17/07-19/07-20；07-16 提出，07-23 前审查受理", () => {
    expect(triple(desk.clocks(...OBJECTION), "OBJ-AR-60D")).toEqual([
      "2026-07-17",
      "2026-07-19",
      "2026-07-20",
    ]);
    const asked = { arOrgan: "甲县人民政府", arFiledOn: "2026-07-16" };
    expect(desk.step(OBJECTION, "askReconsideration", asked)(reviewer, "2026-07-16T10:00")).toMatchObject(ok);
    expect(triple(desk.clocks(...OBJECTION), "OBJ-AR-ADMIT-5WD")[1]).toBe("2026-07-23");
  });
  it("维持以后不能按改正重新决定", () => {
    const again = { objectionId: OBJECTION[1], redecisionReason: "改正" };
    expect(
      desk.step(FILE, "redecide", again)("HEAD", "2026-05-21T09:00", {
        related: { objectionId: desk.view(...OBJECTION) },
      }),
    ).toMatchObject(no("stage-forbids", "objectionId"));
  });
});

describe("第四十九条第二款：责令改正后重新决定，期限从重新决定起算", () => {
  it("原审查期限的履行时间不变，新的指派期限三日", () => {
    const desk = received("2026-05-06T09:00");
    const reviewer = person("BUREAU", "staff-law", "法治科");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    desk.step(FILE, "deny", { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", ...REMEDY })(
      "HEAD",
      "2026-05-12T15:00",
    );
    desk.put(OBJECTION, {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    })("CLERK", "2026-05-15T10:00");
    const related = { related: { fileId: desk.view(...FILE) } };
    desk.step(OBJECTION, "fileObjection")("CLERK", "2026-05-15T10:00", related);
    desk.step(OBJECTION, "beginReview")(reviewer, "2026-05-18T09:00", related);
    expect(
      desk.step(OBJECTION, "correct", { reasonText: "属于赡养", orderText: "重新决定" })(
        reviewer,
        "2026-05-20T09:00",
        related,
      ),
    ).toMatchObject(ok);
    const again = { objectionId: OBJECTION[1], redecisionReason: "依异议审查意见改正" };
    expect(
      desk.step(FILE, "redecide", again)("HEAD", "2026-05-21T09:00", {
        related: { objectionId: desk.view(...OBJECTION) },
      }),
    ).toMatchObject(ok);
    expect(desk.facts(FILE[1])).toMatchObject({ decision: "GRANT", objectionId: OBJECTION[1] });
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")[1]).toBe("2026-05-24");
    expect(desk.clocks(...FILE).find(({ id }) => id === "EXM-7D")?.metAt).toBe("2026-05-12T15:00");
  });
  it("较晚提出的异议须说明（本地三十日为参数）", () => {
    const desk = received("2026-05-06T09:00");
    desk.step(FILE, "propose", proposal("DENY"))("EXAMINER", "2026-05-12T09:00");
    desk.step(FILE, "deny", { denialReasons: ["DN_SCOPE"], reasonText: "不属于援助范围", ...REMEDY })(
      "HEAD",
      "2026-05-12T15:00",
    );
    const late = {
      fileId: FILE[1],
      against: "DENIAL",
      objectorName: "某N",
      grounds: "请求复核",
      decisionServedOn: "2026-05-13",
    };
    desk.put(OBJECTION, late)("CLERK", "2026-06-15T10:00");
    const related = { related: { fileId: desk.view(...FILE) } };
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-06-15T10:00", related)).toMatchObject(
      no("reason-required", "lateNote"),
    );
    desk.put(OBJECTION, { lateNote: "住院" })("CLERK", "2026-06-15T10:05");
    expect(desk.step(OBJECTION, "fileObjection")("CLERK", "2026-06-15T10:10", related)).toMatchObject(ok);
  });
});

describe("S17 群体欠薪：一案十二人", () => {
  const desk = aDesk();
  it("EXM 01-12；01-08 给予 → ASG 01-09/01-11/01-12；01-09 指派 → AGR 01-14", () => {
    const at = "2026-01-05T09:00";
    desk.put(FILE, {
      ...APPLICATION,
      aidForm: "LABOUR_MED_ARB",
      matter: "M31_5B",
      track: "T3_EXEMPT42",
      exemptCode: "X42_3A",
      exemptEvidence: "工地出入证",
      amountFen: 31_200_000,
    })("CLERK", at);
    desk.row(FILE, "materials", MATERIAL)("CLERK", at);
    for (let n = 1; n <= 11; n += 1)
      expect(desk.row(FILE, "coApplicants", { name: `工友${n}` })("CLERK", at)).toMatchObject(ok);
    desk.step(FILE, "receive")("CLERK", at);
    expect(triple(desk.clocks(...FILE), "EXM-7D")[1]).toBe("2026-01-12");
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-01-07T09:00");
    expect(desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-01-08T09:00")).toMatchObject(
      ok,
    );
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")).toEqual([
      "2026-01-09",
      "2026-01-11",
      "2026-01-12",
    ]);
    const wish = { lawyerId: "lawyer-01", providerId: "provider-1", assignReason: "熟悉劳动争议" };
    expect(
      desk.step(FILE, "assign", wish)("HEAD", "2026-01-09T10:00", chosen("lawyer-01", FILE[1], "2026-01-09")),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "AGR-SIGN-5D")[1]).toBe("2026-01-14");
  });
  it("重大事项报告入办案日志；01-20 调解，全额支付 312,000 元；一案十二人", () => {
    desk.row(FILE, "activities", { at: "2026-01-12T09:00", type: "AC_MAJOR", summary: "十二人集体欠薪" })(
      "CLERK",
      "2026-01-12T09:10",
    );
    desk.step(FILE, "signAgreement", { agreementSignedOn: "2026-01-13" })("CLERK", "2026-01-13T10:00");
    desk.step(FILE, "beginHandling")("CLERK", "2026-01-13T10:05");
    desk.put(FILE, { resultReceivedOn: "2026-01-20" })("CLERK", "2026-01-20T15:00");
    expect(
      desk.step(FILE, "receiveResult", { resultDocument: "调解书" })("CLERK", "2026-01-20T15:01"),
    ).toMatchObject(ok);
    desk.put(FILE, {
      isGroupEvent: true,
      closingItems: [
        "CI_ENTRY",
        "CI_IDENTITY",
        "CI_MEANS",
        "CI_EXAM",
        "CI_DECISION",
        "CI_ASSIGN",
        "CI_AGREEMENT",
        "CI_MEETING",
        "CI_OPINION",
        "CI_RESULT",
        "CI_LOG",
      ],
    })("CLERK", "2026-01-22T09:00");
    const closing = {
      closingFiledOn: "2026-01-22",
      closingMode: "CL_ARBMED",
      closingReport: "已全额支付",
      recoveredFen: 31_200_000,
    };
    expect(desk.step(FILE, "submitClosing", closing)("CLERK", "2026-01-22T10:00")).toMatchObject(ok);
    expect(desk.step(FILE, "passClosing")("EXAMINER", "2026-01-23T09:00")).toMatchObject(
      no("closing-incomplete", "CI_REPORT"),
    );
    expect(
      desk.step(FILE, "returnClosing", { closingRemarks: "缺结案报告" })("EXAMINER", "2026-01-23T09:05"),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "CLS-FIX-30D")[1]).toBe("2026-02-22");
    const { closingItems = [] } = desk.facts(FILE[1]);
    desk.put(FILE, { closingItems: [...closingItems, "CI_REPORT"] })("CLERK", "2026-01-23T10:00");
    desk.step(FILE, "submitClosing", { ...closing, closingFiledOn: "2026-01-23" })(
      "CLERK",
      "2026-01-23T10:05",
    );
    expect(desk.step(FILE, "passClosing")("EXAMINER", "2026-01-23T11:00")).toMatchObject(ok);
    expect(desk.step(FILE, "archive", { archiveNo: "2026-1" })("ARCHIVE", "2026-01-26T09:00")).toMatchObject(
      ok,
    );
    const facts = desk.facts(FILE[1]);
    expect([1 + (facts.coApplicants?.length ?? 0), facts.recoveredFen, desk.all("aidFile").length]).toEqual([
      12, 31_200_000, 1,
    ]);
    expect(desk.put(FILE, { phone: "13900000001" })("CLERK", "2026-01-27T09:00")).toMatchObject(no("filed"));
  });
});
