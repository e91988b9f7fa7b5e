import { describe, expect, it } from "vitest";
import { clockCard } from "../../../shared/law/clockCard.ts";
import { FILE, no, ok } from "./course.ts";
import { aDesk, person, triple } from "./desk.ts";
import { APPLICATION, chosen, proposal } from "./people.ts";

describe("S11 值班律师 → 法律援助申请（法律援助法第三十九条）", () => {
  const desk = aDesk();
  const REQUEST = ["dutyRequest", "request-01"] as const;
  const SERVICE = ["dutyService", "service-01"] as const;
  const TRANSFER = ["transfer", "transfer-1"] as const;
  const K = { personName: "某K", organ: "甲县公安局", proceduralStage: "ST_INVEST", hasDefender: false };

  it("03-19 17:10 申请，看守所 03-20 17:10（法定 18:00）前通知", () => {
    desk.put(REQUEST, { ...K, reason: "REQUEST", requestedAt: "2026-03-19T17:10" })(
      "CLERK",
      "2026-03-19T17:20",
    );
    expect(desk.step(REQUEST, "requestHelp")("DUTYLAWYER", "2026-03-19T17:20")).toMatchObject(ok);
    expect(triple(desk.clocks(...REQUEST), "TRF-DETENTION-DUTY-24H")).toEqual([
      null,
      "2026-03-20T17:10",
      "2026-03-20T18:00",
    ]);
    expect(
      desk.step(REQUEST, "notifyDutyLawyer", { notifiedBy: "看守所" })("DUTYLAWYER", "2026-03-20T15:00"),
    ).toMatchObject(ok);
  });
  it("03-20 16:00 提供咨询、变更强制措施", () => {
    desk.put(SERVICE, {
      ...K,
      requestId: REQUEST[1],
      lawyerId: "lawyer-05",
      kinds: ["DH_CONSULT", "DH_MEASURE"],
    })("DUTYLAWYER", "2026-03-20T16:00");
    expect(desk.step(SERVICE, "recordService")("DUTYLAWYER", "2026-03-20T16:30")).toMatchObject(ok);
    expect(desk.step(REQUEST, "answerRequest")("DUTYLAWYER", "2026-03-20T16:31")).toMatchObject(ok);
  });
  it("16:45 申请辩护：03-21 16:45（法定 17:00）前转交；周六 10:00 收到", () => {
    desk.put(TRANSFER, {
      via: "DUTYLAWYER",
      fromOrgan: "甲县看守所工作站",
      personName: "某K",
      appliedAt: "2026-03-20T16:45",
      dutyServiceId: SERVICE[1],
    })("DUTYLAWYER", "2026-03-20T16:50");
    expect(triple(desk.clocks(...TRANSFER), "TRF-DUTYLAWYER-24H")).toEqual([
      null,
      "2026-03-21T16:45",
      "2026-03-21T17:00",
    ]);
    expect(
      desk.step(TRANSFER, "receiveTransfer", { receivedAt: "2026-03-20T16:00" })("CLERK", "2026-03-21T10:00"),
    ).toMatchObject(no("before-document"));
    expect(desk.step(TRANSFER, "receiveTransfer")("CLERK", "2026-03-21T10:00")).toMatchObject(ok);
    expect(desk.clocks(...TRANSFER)[0]).toMatchObject({ metAt: "2026-03-21T10:00", breach: "none" });
    expect(
      desk.step(SERVICE, "closeService", { conversion: "FORWARDED", closedOn: "2026-03-20" })(
        "DUTYLAWYER",
        "2026-03-20T17:00",
      ),
    ).toMatchObject(no("facts-missing", "transferId"));
    expect(
      desk.step(SERVICE, "closeService", {
        conversion: "FORWARDED",
        closedOn: "2026-03-20",
        transferId: TRANSFER[1],
      })("DUTYLAWYER", "2026-03-20T17:00"),
    ).toMatchObject(ok);
  });
  it("EXM 03-27/03-28/03-30；03-24 给予 → ASG 03-27；同一值班律师可以指派", () => {
    desk.put(FILE, {
      ...APPLICATION,
      source: "SRC_DUTY",
      aidForm: "CRIM_DEFENCE",
      matter: "M24",
      proceduralStage: "ST_INVEST",
    })("CLERK", "2026-03-21T10:00");
    desk.row(FILE, "materials", { kind: "FORM", title: "申请表", copies: 1 })("CLERK", "2026-03-21T10:00");
    expect(desk.step(FILE, "receive")("CLERK", "2026-03-21T10:00")).toMatchObject(ok);
    expect(
      desk.step(TRANSFER, "openFromTransfer", { fileId: FILE[1] })("CLERK", "2026-03-21T10:05"),
    ).toMatchObject(ok);
    expect(triple(desk.clocks(...FILE), "EXM-7D")).toEqual(["2026-03-27", "2026-03-28", "2026-03-30"]);
    desk.step(FILE, "propose", proposal("GRANT"))("EXAMINER", "2026-03-23T09:00");
    desk.step(FILE, "grant", { reasonText: "符合条件" })("HEAD", "2026-03-24T09:00");
    expect(triple(desk.clocks(...FILE), "ASG-GRANTED-3D")[1]).toBe("2026-03-27");
    const wish = { lawyerId: "lawyer-05", providerId: "provider-1", assignReason: "已提供法律帮助" };
    expect(
      desk.step(FILE, "assign", wish)("HEAD", "2026-03-25T09:00", chosen("lawyer-05", FILE[1], "2026-03-25")),
    ).toMatchObject(ok);
  });
});

describe("V15、V16：值班律师的提示须书面答复", () => {
  it.each([
    [
      "V15 刑事诉讼法第一百七十四条",
      { kinds: ["DH_PLEDGE"], protectedGrounds: ["N25_2"], hasDefender: false },
    ],
    [
      "V15 刑事诉讼法第一百七十四条第二款第二项：未成年人的法定代理人、辩护人有异议",
      {
        kinds: ["DH_PLEDGE"],
        protectedGrounds: ["N25_1"],
        pleaContested: true,
        hasDefender: false,
      },
    ],
    ["V16 法律援助法第三十条", { kinds: ["DH_CONSULT"], hasDefender: true }],
  ])("%s", (_, facts) => {
    const desk = aDesk();
    const at = ["dutyService", "service-02"] as const;
    desk.put(at, { personName: "某丙", lawyerId: "lawyer-05", ...facts })("DUTYLAWYER", "2026-03-20T16:00");
    expect(desk.step(at, "recordService")("DUTYLAWYER", "2026-03-20T16:30")).toMatchObject(
      no("reason-required", "warningsAnswer"),
    );
    desk.put(at, { warningsAnswer: "已建议办案机关通知辩护" })("DUTYLAWYER", "2026-03-20T16:40");
    expect(desk.step(at, "recordService")("DUTYLAWYER", "2026-03-20T16:41")).toMatchObject(ok);
  });
});

describe("意见未采纳的，办结时须载明检察院的说明（人民检察院刑事诉讼规则第二百六十九条）", () => {
  const closing = (facts: { readonly [f: string]: string }) => {
    const desk = aDesk();
    const at = ["dutyService", "service-03"] as const;
    const helped = { personName: "某丁", lawyerId: "lawyer-05", kinds: ["DH_CONSULT"], hasDefender: false };
    desk.put(at, { ...helped, ...facts })("DUTYLAWYER", "2026-03-20T16:00");
    expect(desk.step(at, "recordService")("DUTYLAWYER", "2026-03-20T16:30")).toMatchObject(ok);
    return desk.step(at, "closeService", { conversion: "NONE", closedOn: "2026-03-24" })(
      "DUTYLAWYER",
      "2026-03-24T09:00",
    );
  };
  it.each([
    [{ opinionAdopted: "NO" }, no("reason-required", "notAdoptedReason")],
    [{ opinionAdopted: "PARTLY" }, no("reason-required", "notAdoptedReason")],
    [{ opinionAdopted: "NO", notAdoptedReason: "检察院认为证据充分" }, ok],
    [{ opinionAdopted: "YES" }, ok],
    [{}, ok],
  ] as const)("%j", (facts, answer) => expect(closing(facts)).toMatchObject(answer));
});

describe("S24 投诉（司法部令第149号，期限为占位参数）", () => {
  const desk = aDesk();
  const FIRST = ["complaint", "complaint-1"] as const;
  const SECOND = ["complaint", "complaint-2"] as const;
  const bureau = person("BUREAU", "staff-law", "法治科");
  const statement = {
    complainantName: "某U",
    respondentKind: "HANDLER",
    respondentName: "律师某",
    respondentId: "lawyer-09",
    grounds: ["CG_MONEY"],
    statement: "收取二千元",
  };

  it("11-10 电话投诉：CMP-ACCEPT 11-17，带未核实标记", () => {
    desk.put(FIRST, { ...statement, channel: "PHONE", fileId: FILE[1] })(bureau, "2026-11-10T09:00");
    expect(desk.step(FIRST, "receiveComplaint")("CLERK", "2026-11-10T09:00")).toMatchObject(
      no("role-forbids"),
    );
    expect(desk.step(FIRST, "receiveComplaint")(bureau, "2026-11-10T09:00")).toMatchObject(ok);
    const accept = desk.clocks(...FIRST)[0];
    expect([accept?.id, accept?.hard, accept?.unverified]).toEqual(["CMP-ACCEPT", "2026-11-17", true]);
  });
  it("11-13 信函重复投诉，并案；并案的不能再被并入", () => {
    desk.step(FIRST, "acceptComplaint")(bureau, "2026-11-12T09:00");
    desk.put(SECOND, { ...statement, channel: "LETTER" })(bureau, "2026-11-13T09:00");
    desk.step(SECOND, "receiveComplaint")(bureau, "2026-11-13T09:00");
    const into = { mergedInto: FIRST[1] };
    expect(desk.step(SECOND, "mergeComplaint", into)(bureau, "2026-11-13T09:10")).toMatchObject(
      no("not-found"),
    );
    expect(
      desk.step(SECOND, "mergeComplaint", into)(bureau, "2026-11-13T09:10", {
        related: { mergedInto: desk.view(...FIRST) },
      }),
    ).toMatchObject(ok);
    expect(desk.clocks(...SECOND)).toEqual([]);
  });
  it("CMP-DECIDE 落入 2027 年：暂定（V27），期限未核实", () => {
    const decide = desk.clocks(...FIRST).find(({ id }) => id === "CMP-DECIDE");
    expect(decide).toMatchObject({ hard: "2027-01-11", provisional: true, unverified: true });
    if (decide === undefined) throw new Error("no clock");
    expect(clockCard(decide).lines.filter(({ kind }) => kind === "mark")).toHaveLength(2);
  });
  it("调查人不在本机构；移送处罚；答复", () => {
    expect(
      desk.step(FIRST, "investigateComplaint")(person("BUREAU", "staff-in"), "2026-11-16T09:00"),
    ).toMatchObject(no("same-section"));
    expect(desk.step(FIRST, "investigateComplaint")(bureau, "2026-11-16T09:00")).toMatchObject(ok);
    const ending = { findings: "属实", disposition: "PENALTY", dispositionText: "移送市司法局处罚" };
    expect(desk.step(FIRST, "decideComplaint", ending)(bureau, "2026-12-01T09:00")).toMatchObject(ok);
    expect(
      desk.step(FIRST, "replyComplaint", { repliedOn: "2026-12-02", replyText: "已移送处罚" })(
        bureau,
        "2026-12-02T09:00",
      ),
    ).toMatchObject(ok);
    expect(desk.clocks(...FIRST).find(({ id }) => id === "CMP-DECIDE")?.breach).toBe("none");
  });
  it("质量等次 D；评查人不是承办人、不在同一所；总分等于各项之和", () => {
    const QUALITY = ["quality", "quality-01"] as const;
    const file = {
      t: "aidFile",
      id: FILE[1],
      facts: { lawyerId: "lawyer-09", providerId: "provider-1" },
      stages: {},
      conflicts: [],
      contested: [],
    };
    const related = { related: { fileId: file } };
    desk.put(QUALITY, {
      fileId: FILE[1],
      method: "QM_FILE",
      complaintId: FIRST[1],
      reviewerLawyerId: "lawyer-02",
      reviewerProviderId: "provider-1",
    })("QC", "2026-12-03T09:00");
    expect(desk.step(QUALITY, "openReview")("QC", "2026-12-03T09:00", related)).toMatchObject(
      no("recusal", "reviewerProviderId"),
    );
    desk.put(QUALITY, { reviewerProviderId: "provider-2" })("QC", "2026-12-03T09:05");
    expect(desk.step(QUALITY, "openReview")("QC", "2026-12-03T09:10", related)).toMatchObject(ok);
    desk.row(QUALITY, "scores", { item: "会见", max: 50, score: 10 })("QC", "2026-12-04T09:00");
    desk.row(QUALITY, "scores", { item: "意见", max: 50, score: 20 })("QC", "2026-12-04T09:00");
    expect(
      desk.step(QUALITY, "gradeCase", { grade: "D", total: 31 })("QC", "2026-12-04T10:00", related),
    ).toMatchObject(no("value-invalid", "total"));
    expect(
      desk.step(QUALITY, "gradeCase", { grade: "D", total: 30 })("QC", "2026-12-04T10:00", related),
    ).toMatchObject(ok);
  });
});
